using System.Diagnostics;
using Reprieve.Testing;

namespace Reprieve.Browser.Tests.Published;

/// <summary>The program to download for Linux, made once by eng/publish and unpacked in an empty home.</summary>
public sealed class PublishedProgram : IAsyncLifetime
{
    private static readonly TimeSpan LongestPublish = TimeSpan.FromMinutes(15);
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("reprieve-published-");

    /// <summary>The home folder: the program's folder, a browser that only writes down what it was to open, nothing else.</summary>
    public string Home => _home.FullName;

    public string Program { get; private set; } = "";

    /// <summary>The archive's content in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Where the browser's script puts the address: a pipe that waits for its reader.</summary>
    public string Opened => Path.Combine(Home, "opened");

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("REPRIEVE_FAST_TESTS") == "1" || !OperatingSystem.IsLinux())
        {
            return;
        }

        await RunAsync(Path.Combine(Repository.Root, "eng", "publish"), "linux-x64");
        string archive = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "artifacts", "publish"), "reprieve-*-linux-x64.tar.gz")
            .Single();
        await RunAsync("tar", "-xzf", archive, "-C", Home);
        string folder = Directory.EnumerateDirectories(Home).Single();
        Size = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Program = Path.Combine(folder, "reprieve");
        string browser = Path.Combine(Directory.CreateDirectory(Path.Combine(Home, "bin")).FullName, "xdg-open");
        await File.WriteAllTextAsync(browser, $"#!/bin/sh\necho \"$1\" >'{Opened}'\n");
        await RunAsync("chmod", "755", browser);
        await RunAsync("mkfifo", Opened);
    }

    /// <summary>Starts it as a desktop would: with its home and the system's paths, and nothing that names .NET.</summary>
    public Process Start(params string[] arguments)
    {
        Assert.SkipWhen(
            Program.Length == 0,
            "REPRIEVE_FAST_TESTS=1 publishes no program, and other systems than Linux none."
        );
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = Home,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["HOME"] = Home;
        start.Environment["PATH"] = $"{Path.Combine(Home, "bin")}:/usr/bin:/bin";
        return Process.Start(start)!;
    }

    public ValueTask DisposeAsync()
    {
        _home.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a tool to its end.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var longest = new CancellationTokenSource(LongestPublish);
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(longest.Token);
        string said = await process.StandardOutput.ReadToEndAsync(longest.Token) + await error;
        await process.WaitForExitAsync(longest.Token);
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{said}");
    }
}
