using System.Diagnostics;
using System.Net;

namespace Reprieve.Load;

/// <summary>The serving process, and the browsers that were let in.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, IReadOnlyList<HttpClient> browsers)
    {
        _process = process;
        Browsers = browsers;
    }

    /// <summary>The one of this machine, or one of each person who signed in.</summary>
    public IReadOnlyList<HttpClient> Browsers { get; }

    /// <param name="people">So many people sign in; 0 for the one on this machine alone.</param>
    public static async Task<ServerProcess> StartAsync(string folder, int people)
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
        if (people == 0)
        {
            HttpClient own = Browser(address);
            await own.GetStringAsync(address);
            return new ServerProcess(process, [own]);
        }

        List<HttpClient> browsers = [.. Enumerable.Range(0, people).Select(_ => Browser(address))];
        for (int number = 0; number < people; number++)
        {
            await SignIn.EnterAsync(browsers[number], Office.EmailOf(number));
        }

        return new ServerProcess(process, browsers);
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
        foreach (HttpClient browser in Browsers)
        {
            browser.Dispose();
        }

        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static HttpClient Browser(Uri address) =>
        new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 64 })
        {
            BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority)),
        };
}
