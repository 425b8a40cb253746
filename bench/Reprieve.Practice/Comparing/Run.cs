using System.Diagnostics;
using System.Globalization;

namespace Reprieve.Practice.Comparing;

/// <summary>What one run of a program took, as GNU time measures it, and what it printed.</summary>
/// <param name="PeakMegabytes">Of the largest of its processes.</param>
internal sealed record Run(double WallSeconds, double CpuSeconds, double PeakMegabytes, string Printed)
{
    /// <exception cref="InvalidOperationException">The program failed; the message holds what it said.</exception>
    public static Run Of(string program, params IEnumerable<string> arguments)
    {
        string usage = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/usr/bin/time", ["-o", usage, "-f", "%e %U %S %M", program, .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start)!;
            Task<string> said = process.StandardError.ReadToEndAsync();
            string printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{program} failed: {said.GetAwaiter().GetResult()}");
            }

            double[] figures =
            [
                .. File.ReadLines(usage)
                    .Last()
                    .Split(' ')
                    .Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)),
            ];
            return new Run(figures[0], figures[1] + figures[2], figures[3] * 1024 / 1e6, printed);
        }
        finally
        {
            File.Delete(usage);
        }
    }
}
