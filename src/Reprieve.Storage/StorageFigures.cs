using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Reprieve.Storage;

/// <summary>
/// Figures of the store for whoever watches the workbench. No tag tells of a case or a person. Nothing is counted while
/// nobody listens.
/// </summary>
internal static class StorageFigures
{
    private static readonly Meter Meter = new(Workbench.FiguresName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "reprieve.storage.transaction.duration",
        "s",
        "How long a change took, from waiting for its turn until it was on the disk"
    );

    /// <summary>Does a change, and tells how long it took and whether it was kept.</summary>
    /// <param name="kind">One of a few words of ours.</param>
    public static async Task<T> TimedAsync<T>(string kind, Func<Task<T>> change)
    {
        long from = Stopwatch.GetTimestamp();
        string outcome = "refused";
        try
        {
            T done = await change();
            outcome = "kept";
            return done;
        }
        finally
        {
            Duration.Record(
                Stopwatch.GetElapsedTime(from).TotalSeconds,
                new KeyValuePair<string, object?>("reprieve.change", kind),
                new KeyValuePair<string, object?>("reprieve.outcome", outcome)
            );
        }
    }
}
