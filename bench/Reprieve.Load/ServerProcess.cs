using System.Diagnostics;
using System.Net;

namespace Reprieve.Load;

/// <summary>The serving process, and a browser that was let in.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, HttpClient browser)
    {
        _process = process;
        Browser = browser;
    }

    public HttpClient Browser { get; }

    public static async Task<ServerProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        }

        start.ArgumentList.Add("serve");
        start.ArgumentList.Add(folder);
        Process process = Process.Start(start)!;
        var address = new Uri((await process.StandardOutput.ReadLineAsync())!);
        var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 64 };
        var browser = new HttpClient(handler) { BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority)) };
        await browser.GetStringAsync(address);
        return new ServerProcess(process, browser);
    }

    /// <summary>What was measured since the last report.</summary>
    public async Task<string> ReportAsync()
    {
        await _process.StandardInput.WriteLineAsync("report");
        await _process.StandardInput.FlushAsync();
        List<string> lines = [];
        while (await _process.StandardOutput.ReadLineAsync() is { } line && line != Serving.End)
        {
            if (line.StartsWith(Serving.Begin, StringComparison.Ordinal))
            {
                // What the server itself wrote until now: a request that failed is counted as no page.
                lines.Clear();
            }

            lines.Add(line);
        }

        return string.Join('\n', lines) + "\n";
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
