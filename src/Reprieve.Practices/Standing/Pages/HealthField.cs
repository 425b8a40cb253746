using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>A figure of the Account Health page that a person can enter.</summary>
/// <param name="Key">Names it in a form: a code of <c>knowledge/warnings</c> with the programme, or Amazon's name of a counter.</param>
/// <param name="Code">The code or name alone.</param>
/// <param name="Program">Who fulfils; null where the figure knows no programmes.</param>
/// <param name="Name">In the screen's language.</param>
public sealed record HealthField(HealthFieldKind Kind, string Key, string Code, Fulfilment? Program, string Name)
{
    /// <summary>The key of the account's status.</summary>
    public const string Status = HealthWords.Status;

    /// <summary>Amazon's words for the status of an account that can be entered.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["NORMAL", "AT_RISK", "DEACTIVATED"];

    /// <summary>The fields of a store, in the order of its page: status, rating, rates, counters.</summary>
    public static IReadOnlyList<HealthField> Of(string store, KnowledgeBase knowledge)
    {
        IEnumerable<HealthField> gauges = GaugeBook
            .Of(store, knowledge)
            .Select(gauge =>
                gauge.Code == WarningRule.Rating
                    ? new HealthField(HealthFieldKind.Score, gauge.Code, gauge.Code, null, gauge.Name)
                    : new HealthField(
                        HealthFieldKind.Rate,
                        $"{gauge.Code}.{gauge.Program?.Code()}",
                        gauge.Code,
                        gauge.Program,
                        gauge.Name
                    )
            )
            .OrderBy(field => field.Kind is not HealthFieldKind.Score);
        return
        [
            new HealthField(HealthFieldKind.Status, Status, Status, null, Say.Texts.Get("Standing_Hand_Status")),
            .. gauges,
            .. PolicyCounters.All.Select(counter => new HealthField(
                HealthFieldKind.Count,
                counter,
                counter,
                null,
                PolicyCounters.Title(counter)
            )),
        ];
    }
}

/// <summary>What a field takes.</summary>
public enum HealthFieldKind
{
    /// <summary>Amazon's word.</summary>
    Status,

    /// <summary>From 0 to 1000.</summary>
    Score,

    /// <summary>In percent.</summary>
    Rate,

    /// <summary>A whole number.</summary>
    Count,
}
