using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Resources;
using Reprieve.Storage;

namespace Reprieve.Server.Hosting;

/// <summary>
/// Sends figures and traces to the endpoint that the operator named; without one there is nothing of it. Traces of the
/// framework are not sent: they hold paths as they were asked for.
/// </summary>
public static class Telemetry
{
    /// <summary>The variable that turns it on. Its name and those of the others are OpenTelemetry's.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string Framework = "Microsoft.AspNetCore.Hosting";
    private const string Runtime = "System.Runtime";

    private static readonly string[] Known =
    [
        Endpoint,
        "OTEL_EXPORTER_OTLP_HEADERS",
        "OTEL_EXPORTER_OTLP_PROTOCOL",
        "OTEL_EXPORTER_OTLP_TIMEOUT",
        "OTEL_METRIC_EXPORT_INTERVAL",
        "OTEL_RESOURCE_ATTRIBUTES",
        "OTEL_SERVICE_NAME",
        "OTEL_TRACES_SAMPLER",
        "OTEL_TRACES_SAMPLER_ARG",
    ];

    /// <summary>The variables that say where to and how; null where no endpoint is named.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static IReadOnlyDictionary<string, string?>? Of(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable(Endpoint) is { Length: > 0 }
            ? Known.ToDictionary(name => name, variable, StringComparer.Ordinal)
            : null;
    }

    internal static void Add(WebApplicationBuilder builder, ServerOptions options)
    {
        if (options.Telemetry is not { } variables)
        {
            return;
        }

        builder.Configuration.AddInMemoryCollection(variables);
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("reprieve"))
            .WithMetrics(metrics => metrics.AddMeter(Figures.Name, Workbench.FiguresName, Framework, Runtime))
            .WithTracing(traces => traces.AddSource(Figures.Name))
            .UseOtlpExporter();
    }
}
