using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Reprieve.Knowledge;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Load;

/// <summary>The process that serves: it measures each request from its headers to the end of the page.</summary>
internal sealed class Serving : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    /// <summary>In which the browser says what kind of page it asks for.</summary>
    public const string Header = "X-Load";

    /// <summary>Begins a report.</summary>
    public const string Begin = "ms in the server";

    /// <summary>Ends a report.</summary>
    public const string End = "end";

    private readonly ConcurrentBag<(string Kind, double Milliseconds)> _times = [];

    public static async Task RunAsync(string folder)
    {
        var serving = new Serving();
        using IDisposable listening = DiagnosticListener.AllListeners.Subscribe(serving);
        await using Workbench workbench = await Workbench.OpenAsync(
            new WorkbenchOptions { Folder = folder },
            TimeProvider.System
        );
        var options = new ServerOptions
        {
            Knowledge = KnowledgeLoader.BuiltIn,
            StateFolder = Path.Combine(folder, "server"),
        };
        await using WorkbenchServer server = await WorkbenchServer.StartAsync(workbench, options, TimeProvider.System);
        Console.WriteLine(server.Address);
        while (await Console.In.ReadLineAsync() is not null)
        {
            serving.Report();
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.AspNetCore")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not HttpContext http)
        {
            return;
        }

        if (value.Key.EndsWith("HttpRequestIn.Start", StringComparison.Ordinal))
        {
            http.Items[this] = Stopwatch.GetTimestamp();
        }
        else if (value.Key.EndsWith("HttpRequestIn.Stop", StringComparison.Ordinal) && http.Items[this] is long began)
        {
            string kind = http.Response.StatusCode == 200 ? http.Request.Headers[Header].ToString() : "no page";
            _times.Add((kind, Stopwatch.GetElapsedTime(began).TotalMilliseconds));
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    private void Report()
    {
        Console.WriteLine($"{Begin, -18} {"pages", 7} {"p50", 7} {"p95", 7} {"p99", 7} {"most", 7}");
        foreach (var kind in _times.GroupBy(time => time.Kind).OrderBy(kind => kind.Key))
        {
            List<double> times = [.. kind.Select(time => time.Milliseconds).Order()];
            Console.WriteLine(
                $"{kind.Key, -18} {times.Count, 7} {At(0.5), 7:0.0} {At(0.95), 7:0.0} {At(0.99), 7:0.0} {times[^1], 7:0.0}"
            );

            double At(double share) => times[(int)Math.Min(times.Count - 1, times.Count * share)];
        }

        _times.Clear();
        Process self = Process.GetCurrentProcess();
        Console.WriteLine(
            $"peak memory {self.PeakWorkingSet64 / 1e6:0} MB, now {self.WorkingSet64 / 1e6:0} MB, {self.TotalProcessorTime.TotalSeconds:0} s computing"
        );
        Console.WriteLine(End);
    }
}
