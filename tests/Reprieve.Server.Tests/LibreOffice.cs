using System.Diagnostics;

namespace Reprieve.Server.Tests;

/// <summary>The office program, without a window; a test that needs it says so where it is not there.</summary>
internal static class LibreOffice
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice"))
        .FirstOrDefault(File.Exists);

    public static void Demand()
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("REPRIEVE_FAST_TESTS") == "1",
            "REPRIEVE_FAST_TESTS=1 leaves LibreOffice out."
        );
        Assert.SkipWhen(Program is null, "LibreOffice (soffice) is not installed; ./test.sh installs it.");
    }

    /// <summary>Opens a file and saves it in another form.</summary>
    /// <param name="from">The ending of what is opened.</param>
    /// <param name="to">The ending of what is saved.</param>
    public static async Task<byte[]> SaveAsAsync(byte[] content, string from, string to)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("reprieve-office-");
        try
        {
            string file = Path.Combine(folder.FullName, "plan." + from);
            await File.WriteAllBytesAsync(file, content, cancel);
            string[] arguments =
            [
                "--headless",
                $"-env:UserInstallation=file://{folder.FullName}/profile",
                "--convert-to",
                to,
                "--outdir",
                Path.Combine(folder.FullName, "out"),
                file,
            ];
            using Process office = Process.Start(
                new ProcessStartInfo(Program!, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            Task<string> said = office.StandardOutput.ReadToEndAsync(cancel);
            string faults = await office.StandardError.ReadToEndAsync(cancel);
            await office.WaitForExitAsync(cancel);
            string saved = Path.Combine(folder.FullName, "out", "plan." + to);
            File.Exists(saved).ShouldBeTrue(await said + faults);
            return await File.ReadAllBytesAsync(saved, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
