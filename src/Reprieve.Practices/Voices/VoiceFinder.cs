using Reprieve.Knowledge;
using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Voices;

/// <summary>Groups what buyers said into causes, with the sentences that say so and the metrics and ASINs they weigh on.</summary>
internal static class VoiceFinder
{
    /// <summary>Sentences that are kept of a cause.</summary>
    private const int MostQuotes = 20;

    /// <summary>The causes, by the orders that name them, most first.</summary>
    public static IReadOnlyList<Voice> Of(
        IReadOnlyList<Statement> statements,
        VoiceBook book,
        Imports imports,
        IReadOnlyList<MetricRun> runs,
        CancellationToken cancel
    )
    {
        var causes = new Dictionary<string, Heard>(StringComparer.Ordinal);
        foreach (Statement statement in statements)
        {
            cancel.ThrowIfCancellationRequested();
            foreach ((VoiceCause cause, Passage? passage) in Causes(statement, book))
            {
                if (!causes.TryGetValue(cause.Code, out Heard? heard))
                {
                    causes.Add(cause.Code, heard = new Heard(cause));
                }

                heard.Add(statement, passage);
            }
        }

        HashSet<OrderKey> missed = [.. runs.Where(run => run.Missed).SelectMany(run => run.Tally.BadOrders)];
        return
        [
            .. causes
                .Values.Select(heard => Voice(heard, imports, runs, missed))
                .OrderByDescending(voice => voice.Orders)
                .ThenBy(voice => voice.Cause, StringComparer.Ordinal),
        ];
    }

    /// <summary>The causes of one statement, each once, with the sentence where it is one's own words.</summary>
    private static IEnumerable<(VoiceCause Cause, Passage? Passage)> Causes(Statement statement, VoiceBook book)
    {
        var said = new Dictionary<string, (VoiceCause, Passage?)>(StringComparer.Ordinal);
        var text = new SpokenText(statement.Comment);
        foreach (Range sentence in text.Sentences())
        {
            foreach (Hit hit in book.In(text, sentence))
            {
                said.TryAdd(hit.Cause!.Code, (hit.Cause, new Passage(sentence, hit)));
            }
        }

        if (book.OfReason(statement.Reason) is { } reason)
        {
            said.TryAdd(reason.Code, (reason, null));
        }

        return said.Values;
    }

    private static Voice Voice(Heard heard, Imports imports, IReadOnlyList<MetricRun> runs, HashSet<OrderKey> missed) =>
        new()
        {
            Cause = heard.Cause.Code,
            Tag = heard.Cause.Tag,
            Orders = heard.Orders.Count,
            Feedback = heard.Feedback.Count,
            Returns = heard.Returns.Count,
            Metrics =
            [
                .. runs.Select(run => new VoiceMetric(
                        run.Formula.Code,
                        run.Program,
                        heard.Orders.Count(run.Tally.BadOrders.Contains)
                    ))
                    .Where(metric => metric.Orders > 0)
                    .OrderByDescending(metric => metric.Orders),
            ],
            Asins =
            [
                .. heard
                    .Asins.Select(pair => new VoiceAsin(pair.Key, pair.Value.Count))
                    .OrderByDescending(asin => asin.Orders)
                    .ThenBy(asin => asin.Asin, StringComparer.Ordinal),
            ],
            Quotes =
            [
                .. heard
                    .Quotes.OrderByDescending(said => missed.Contains(said.Statement.Key))
                    .ThenByDescending(said => said.Statement.Day)
                    .Select(said => Quote(said.Statement, said.Passage, imports))
                    .DistinctBy(quote => (quote.Order, quote.Quote))
                    .Take(MostQuotes),
            ],
        };

    private static VoiceQuote Quote(Statement statement, Passage passage, Imports imports) =>
        new(
            statement.Return ? "return" : "feedback",
            imports.Files[statement.File].Path,
            statement.Key.Text(imports.Names),
            statement.Asins.Count > 0 ? statement.Asins[0] : null,
            statement.Day,
            Quotation.Of(new SpokenText(statement.Comment), passage.Sentence, passage.Hit)
        );
}

/// <summary>Where a cause is told in a comment.</summary>
internal sealed record Passage(Range Sentence, Hit Hit);

/// <summary>What was heard of one cause.</summary>
internal sealed class Heard(VoiceCause cause)
{
    public VoiceCause Cause => cause;

    public HashSet<OrderKey> Orders { get; } = [];

    public HashSet<OrderKey> Feedback { get; } = [];

    public HashSet<OrderKey> Returns { get; } = [];

    public Dictionary<string, HashSet<OrderKey>> Asins { get; } = new(StringComparer.Ordinal);

    public List<(Statement Statement, Passage Passage)> Quotes { get; } = [];

    public void Add(Statement statement, Passage? passage)
    {
        Orders.Add(statement.Key);
        (statement.Return ? Returns : Feedback).Add(statement.Key);
        foreach (string asin in statement.Asins)
        {
            if (!Asins.TryGetValue(asin, out HashSet<OrderKey>? orders))
            {
                Asins.Add(asin, orders = []);
            }

            orders.Add(statement.Key);
        }

        if (passage is { } told)
        {
            Quotes.Add((statement, told));
        }
    }
}
