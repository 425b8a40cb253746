using System.Globalization;
using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>Orders of a store that are told of together: those due in the same hour, and those that are late.</summary>
/// <param name="ShipBy">The last ship-by among them.</param>
/// <param name="Text">The sentence with the countdown of the first, in the screen's language.</param>
/// <param name="Advice">What to do, in the screen's language.</param>
public sealed record ShipGroup(ShipStage Stage, DateTimeOffset ShipBy, int Count, string Text, string Advice)
{
    /// <summary>Hours before the ship-by from which it is urgent; a judgement of ours.</summary>
    public const int UrgentHours = 6;

    /// <summary>The rate that such orders go into; its entry of <c>knowledge/warnings</c> says what to do.</summary>
    private const string Rate = "late_shipment_rate_30d";

    /// <summary>Whether they are late, or will be within <see cref="UrgentHours"/>.</summary>
    public bool IsUrgent => Stage is not ShipStage.Soon;

    /// <summary>The same for the same hour and stage, so an alert is given once for each.</summary>
    public string Key =>
        string.Create(CultureInfo.InvariantCulture, $"{Stage.Code()}/{ShipBy.UtcDateTime:yyyy-MM-dd'T'HH}");

    /// <summary>
    /// The groups, the most urgent first. All that are late are one, named by the newest of them: an account that is seen first
    /// may have many.
    /// </summary>
    /// <param name="orders">Orders of the store, as <see cref="ShipSoon.Of"/> gives them.</param>
    /// <param name="store">A code of marketplaces, by whose zone a time is said; UTC where it is not known.</param>
    public static IReadOnlyList<ShipGroup> Of(IEnumerable<ShipSoon> orders, string? store, KnowledgeBase knowledge)
    {
        TimeZoneInfo zone = StoreZone.Of(store, knowledge);
        string advice =
            knowledge.Warnings.FirstOrDefault(rule => rule.Code == Rate)?.Advice.In(UserTexts.Language) ?? "";
        return
        [
            .. orders
                .GroupBy(order => order.Late ? (DateTime?)null : Hour(order.ShipBy))
                .OrderBy(group => group.Key)
                .Select(group => One([.. group.OrderBy(order => order.ShipBy)], zone, advice)),
        ];
    }

    private static DateTime Hour(DateTimeOffset at) => at.UtcDateTime.Date.AddHours(at.UtcDateTime.Hour);

    private static ShipGroup One(IReadOnlyList<ShipSoon> orders, TimeZoneInfo zone, string advice)
    {
        (ShipSoon first, ShipSoon last) = (orders[0], orders[^1]);
        ShipStage stage =
            first.Late ? ShipStage.Late
            : first.Left < TimeSpan.FromHours(UrgentHours) ? ShipStage.Urgent
            : ShipStage.Soon;
        string text = Say.Texts.Get(
            $"Standing_Ship_set_{(first.Late ? "late" : "soon")}{(orders.Count == 1 ? "_one" : "")}",
            orders.Count,
            StoreZone.When(last.ShipBy, zone),
            ShipSoon.Span(first.Left.Duration())
        );
        return new ShipGroup(stage, last.ShipBy, orders.Count, text, advice);
    }
}

/// <summary>How near a ship-by is.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ShipStage>))]
public enum ShipStage
{
    /// <summary>Within a day.</summary>
    Soon,

    /// <summary>Within <see cref="ShipGroup.UrgentHours"/>.</summary>
    Urgent,

    /// <summary>It has passed.</summary>
    Late,
}
