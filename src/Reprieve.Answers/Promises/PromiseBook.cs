using System.Globalization;
using Reprieve.Appeals;
using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Responses.Evidence;

namespace Reprieve.Answers.Promises;

/// <summary>
/// The promises of the answers that were sent: the preventive measures of their ledgers, each with its owner, cadence and
/// limit, and what the figures say of them.
/// </summary>
public sealed class PromiseBook(KnowledgeBase knowledge)
{
    private const string Missed = "missed";

    private readonly Dictionary<string, Slot> _slots = knowledge
        .Playbooks.SelectMany(playbook => playbook.Questions)
        .GroupBy(question => question.Id, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().Slot, StringComparer.Ordinal);

    /// <summary>
    /// What was promised, in the order of the newest round that said so; a measure that a later round words anew counts once, as
    /// the later one has it. Sentences that rest on no fact, such as headings, promise nothing.
    /// </summary>
    public IReadOnlyList<Promise> Of(IEnumerable<SentRound> sent) =>
        [
            .. sent.OrderByDescending(round => round.Number)
                .SelectMany(round =>
                    round
                        .Sentences.Where(sentence => sentence is { Section: PlanSection.Prevention, Facts.Count: > 0 })
                        .Select(sentence => Read(sentence, round))
                )
                .DistinctBy(promise => promise.Id),
        ];

    /// <summary>Each promise with what the figures say of it. Reports that end before it was sent say nothing of it.</summary>
    /// <param name="review">The figures of the reports at hand; null when there are none.</param>
    public IReadOnlyList<PromiseState> Held(IReadOnlyCollection<SentRound> sent, Review? review) =>
        [
            .. Of(sent)
                .Select(promise =>
                    Held(promise, Tells(review, sent.First(round => round.Number == promise.Round)) ? review : null)
                ),
        ];

    /// <summary>Whether any report has a day after the one on which a round was sent, or nobody knows when it was.</summary>
    private static bool Tells(Review? review, SentRound round) =>
        round.Sent is not { } sent
        || (
            review is not null
            && DateOnly.FromDateTime(
                TimeZoneInfo.ConvertTime(sent.At, TimeZoneInfo.FindSystemTimeZoneById(review.TimeZone)).DateTime
            )
                is var day
            && review.Files.Any(file => file.Rows is not null && file.To > day)
        );

    private Promise Read(LedgerSentence sentence, SentRound round)
    {
        Fact? limit = Said(sentence, round, Slot.Percent, Slot.Count);
        bool isRate = limit is not null && _slots[limit.Id] == Slot.Percent;
        return new Promise(
            sentence.Id,
            round.Number,
            sentence.Text,
            Said(sentence, round, Slot.Who)?.Value,
            Said(sentence, round, Slot.HowOften)?.Value,
            limit?.Value
        )
        {
            Rate =
                isRate
                && double.TryParse(limit!.Code, NumberStyles.Float, CultureInfo.InvariantCulture, out double rate)
                    ? rate
                    : null,
            Metrics = isRate && sentence.Cause is { } cause ? knowledge.Reason(cause)?.Metrics ?? [] : [],
        };
    }

    private Fact? Said(LedgerSentence sentence, SentRound round, params ReadOnlySpan<Slot> slots)
    {
        foreach (string id in sentence.Facts)
        {
            if (_slots.TryGetValue(id, out Slot slot) && slots.Contains(slot))
            {
                return round.Facts?.FirstOrDefault(fact => fact.Id == id);
            }
        }

        return null;
    }

    private static PromiseState Held(Promise promise, Review? review)
    {
        List<MetricResult> figures =
        [
            .. (review?.Metrics ?? []).Where(metric =>
                promise.Metrics.Contains(metric.Code) && metric is { Value: not null, Condition: not null }
            ),
        ];
        if (promise.Rate is not { } rate || figures.Count == 0)
        {
            return new PromiseState(promise, PromiseVerdict.ForAPerson, null, null);
        }

        (MetricResult metric, PromiseVerdict verdict) = figures
            .Select(figure => (figure, Verdict(figure, rate)))
            .MaxBy(one => one.Item2);
        return new PromiseState(promise, verdict, metric.Code, metric.Value);
    }

    private static PromiseVerdict Verdict(MetricResult metric, double rate) =>
        metric.Status == Missed ? PromiseVerdict.Broken
        : metric.Condition == TargetCondition.LessThan
            ? metric.Value >= rate ? PromiseVerdict.Due
                : PromiseVerdict.Within
        : metric.Value <= rate ? PromiseVerdict.Due
        : PromiseVerdict.Within;
}
