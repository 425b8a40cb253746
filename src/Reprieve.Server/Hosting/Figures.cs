using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Reprieve.Server.Hosting;

/// <summary>
/// Figures and traces of the workbench for whoever watches it. Tags say what kind of thing was done and how it ended: routes as
/// patterns, never the path that was asked for (it may hold a token), no case, no person, no address, no text.
/// </summary>
internal static class Figures
{
    /// <summary>By what name they are listened to.</summary>
    public const string Name = "Reprieve.Server";

    private const int FirstRefusal = 400;
    private const int FirstFault = 500;

    private static readonly ActivitySource Traces = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "reprieve.requests.refused",
        "{request}",
        "Requests that were answered by 4xx"
    );

    private static readonly Histogram<double> Steps = Meter.CreateHistogram<double>(
        "reprieve.case.steps.duration",
        "s",
        "How long a case took through all steps"
    );

    private static readonly UpDownCounter<long> OnDesk = Meter.CreateUpDownCounter<long>(
        "reprieve.cases.open",
        "{case}",
        "Cases that lie on the desk"
    );

    /// <summary>A case was laid on the desk (1) or put away (-1).</summary>
    public static void Laid(int cases) => OnDesk.Add(cases);

    /// <summary>Takes a case through the steps.</summary>
    /// <param name="how">look: shown, nothing stored; write: with the package.</param>
    public static async Task<T> StepsAsync<T>(string how, Func<Task<T>> steps)
    {
        using Activity? trace = Traces.StartActivity("case.steps");
        long from = Stopwatch.GetTimestamp();
        string outcome = "stopped";
        try
        {
            T done = await steps();
            outcome = "done";
            return done;
        }
        finally
        {
            trace?.SetTag("reprieve.steps", how).SetTag("reprieve.outcome", outcome);
            Steps.Record(
                Stopwatch.GetElapsedTime(from).TotalSeconds,
                new KeyValuePair<string, object?>("reprieve.steps", how),
                new KeyValuePair<string, object?>("reprieve.outcome", outcome)
            );
        }
    }

    /// <summary>Traces a request by the pattern of its route, and counts it when it is refused.</summary>
    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        string route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        string method = Known(http.Request.Method);
        // The framework's own is never sent; under it ours would not be either.
        Activity.Current = null;
        using Activity? trace = Traces.StartActivity($"{method} {route}", ActivityKind.Server);
        await next(http);
        int status = http.Response.StatusCode;
        trace?.SetTag("http.request.method", method).SetTag("http.route", route);
        trace?.SetTag("http.response.status_code", status);
        if (status is >= FirstRefusal and < FirstFault)
        {
            Refused.Add(
                1,
                new KeyValuePair<string, object?>("http.route", route),
                new KeyValuePair<string, object?>("http.response.status_code", status)
            );
        }
    }

    /// <summary>Anybody may make up a method.</summary>
    private static string Known(string method) =>
        method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" ? method : "_OTHER";
}
