using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Reprieve.Notices;

/// <summary>Runs the <c>tesseract</c> command on a picture, for a limited time.</summary>
internal sealed class Tesseract(string command)
{
    private const int MaxSeconds = 60;
    private const int MaxText = 200_000;

    private static readonly string[] Wanted = ["eng", "deu", "chi_sim", "jpn"];
    private static readonly Lazy<Tesseract?> Found = new(Find);

    private readonly Lazy<string> _languages = new(() => Languages(command));

    /// <summary>The command found on the path; null where it is not installed.</summary>
    public static Tesseract? Installed => Found.Value;

    /// <summary>The text in a picture; null when there is none, or it takes too long.</summary>
    public string? Recognise(byte[] picture) =>
        Run(
            command,
            ["stdin", "stdout", .. _languages.Value.Length > 0 ? new[] { "-l", _languages.Value } : []],
            picture
        );

    private static Tesseract? Find()
    {
        string name = OperatingSystem.IsWindows() ? "tesseract.exe" : "tesseract";
        string? found = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        return found is null ? null : new Tesseract(found);
    }

    /// <summary>Those of the languages we can use that are installed, as the command takes them.</summary>
    private static string Languages(string command)
    {
        string listed = Run(command, ["--list-langs"], []) ?? "";
        string[] installed = listed.Split('\n', StringSplitOptions.TrimEntries);
        return string.Join('+', Wanted.Where(installed.Contains));
    }

    private static string? Run(string command, IEnumerable<string> arguments, byte[] input)
    {
        var start = new ProcessStartInfo(command)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["OMP_THREAD_LIMIT"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            using var time = new CancellationTokenSource(TimeSpan.FromSeconds(MaxSeconds));
            Task<string> output = process.StandardOutput.ReadToEndAsync(time.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(time.Token);
            try
            {
                Task feeding = Feed(process, input, time.Token);
                Task.WaitAll([feeding, output, errors], time.Token);
                process.WaitForExit();
                string text = output.Result;
                return process.ExitCode != 0 ? null
                    : text.Length > MaxText ? text[..MaxText]
                    : text;
            }
            catch (Exception fault) when (fault is OperationCanceledException or AggregateException or IOException)
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task Feed(Process process, byte[] input, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancel).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading to the end; its exit code says what that means.
        }
    }
}
