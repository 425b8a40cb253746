using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Hosting;

/// <summary>What one listens to here is told of the whole process, so nothing else runs beside.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryAlone;

/// <summary>What is told of the running workbench: kinds of things and how they ended, never of whom.</summary>
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests
{
    private static readonly string[] Words =
    [
        "look",
        "write",
        "done",
        "stopped",
        "kept",
        "refused",
        "change_case",
        "make_case",
        "other",
        "none",
        "GET",
        "POST",
    ];

    private static readonly string[] Keys =
    [
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "reprieve.change",
        "reprieve.outcome",
        "reprieve.steps",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tags_hold_words_of_ours_routes_as_patterns_and_numbers_alone()
    {
        ConcurrentBag<KeyValuePair<string, object?>> tags = [];
        ConcurrentBag<string> names = [];
        using MeterListener figures = Figures(tags, names);
        using ActivityListener traces = Traces(tags, names);
        await using RunningServer server = await RunningServer.StartAsync();

        string path = await server.OpenSampleAsync();
        await server.PostAsync(path + "/rename", ("title", "Secret of Larkmoor"));
        await server.PageAsync(path + "/send");
        await server.Browser.GetAsync(new Uri("/intake/0123456789abcdef-a-token", UriKind.Relative), Cancel);
        await server.Browser.GetAsync(new Uri("/nowhere/Dana", UriKind.Relative), Cancel);

        HashSet<string> routes =
        [
            .. server.Routes.OfType<RouteEndpoint>().Select(route => route.RoutePattern.RawText!),
        ];
        tags.Select(tag => tag.Key).Distinct().Order(StringComparer.Ordinal).ShouldBe(Keys);
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            string value = Convert.ToString(tag.Value, CultureInfo.InvariantCulture)!;
            bool known = tag.Key == "http.route" && routes.Contains(value);
            (known || Words.Contains(value) || tag.Value is int).ShouldBeTrue($"{tag.Key}={value}");
        }

        names.ShouldContain("reprieve.requests.refused");
        names.ShouldContain("reprieve.storage.transaction.duration");
        names.ShouldContain("reprieve.case.steps.duration");
        names.ShouldContain("reprieve.cases.open");
        names.ShouldContain("case.steps");
        names.ShouldContain("GET /cases/{id:guid}/send");
        names.ShouldAllBe(name => !name.Contains("a-token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_unless_an_endpoint_is_named()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        server.Services.GetService<TracerProvider>().ShouldBeNull();
        server.Services.GetService<MeterProvider>().ShouldBeNull();
        Telemetry.Of(_ => null).ShouldBeNull();
        Telemetry.Of(name => name == "OTEL_SERVICE_NAME" ? "reprieve" : null).ShouldBeNull();
    }

    [Fact]
    public async Task Where_one_is_named_figures_and_traces_arrive_and_name_nobody()
    {
        using var receiver = new HttpListener();
        string address = $"http://127.0.0.1:{FreePort()}/";
        receiver.Prefixes.Add(address);
        receiver.Start();
        Task<List<(string Path, byte[] Body)>> taken = TakeAsync(receiver);
        IReadOnlyDictionary<string, string?>? named = Telemetry.Of(name =>
            name switch
            {
                Telemetry.Endpoint => address,
                "OTEL_EXPORTER_OTLP_PROTOCOL" => "http/protobuf",
                _ => null,
            }
        );

        await using (RunningServer server = await RunningServer.StartAsync(telemetry: named))
        {
            string path = await server.OpenSampleAsync();
            await server.PostAsync(path + "/rename", ("title", "Secret of Larkmoor"));
            server.Services.GetRequiredService<MeterProvider>().ForceFlush();
            server.Services.GetRequiredService<TracerProvider>().ForceFlush();
        }

        receiver.Stop();
        List<(string Path, byte[] Body)> sent = await taken;

        sent.Select(one => one.Path).Distinct().Order(StringComparer.Ordinal).ShouldBe(["/v1/metrics", "/v1/traces"]);
        byte[] all = [.. sent.SelectMany(one => one.Body)];
        all.AsSpan().IndexOf("reprieve.case.steps.duration"u8).ShouldBeGreaterThan(-1);
        foreach (string never in new[] { "Larkmoor", "Secret", Environment.MachineName + ".", "orders.txt" })
        {
            all.AsSpan().IndexOf(Encoding.UTF8.GetBytes(never)).ShouldBe(-1, never);
        }
    }

    private static MeterListener Figures(ConcurrentBag<KeyValuePair<string, object?>> tags, ConcurrentBag<string> names)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name is Server.Hosting.Figures.Name or Workbench.FiguresName)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, with, _) => Take(instrument.Name, with));
        listener.SetMeasurementEventCallback<double>((instrument, _, with, _) => Take(instrument.Name, with));
        listener.Start();
        return listener;

        void Take(string name, ReadOnlySpan<KeyValuePair<string, object?>> with)
        {
            names.Add(name);
            foreach (KeyValuePair<string, object?> tag in with)
            {
                tags.Add(tag);
            }
        }
    }

    private static ActivityListener Traces(
        ConcurrentBag<KeyValuePair<string, object?>> tags,
        ConcurrentBag<string> names
    )
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Server.Hosting.Figures.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                names.Add(activity.OperationName);
                foreach (KeyValuePair<string, object?> tag in activity.TagObjects)
                {
                    tags.Add(tag);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static async Task<List<(string Path, byte[] Body)>> TakeAsync(HttpListener receiver)
    {
        List<(string, byte[])> taken = [];
        try
        {
            while (true)
            {
                HttpListenerContext context = await receiver.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                taken.Add((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.Close();
            }
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
        {
            return taken;
        }
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
