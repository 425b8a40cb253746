using Reprieve.Cases;
using Reprieve.Practices;

namespace Reprieve.Server.Desk;

/// <summary>Which repairs a person ticked off, as the timeline tells: the newest word on each holds.</summary>
public sealed class RepairTicks
{
    public const string Done = "repair_done";
    public const string Open = "repair_open";

    private readonly Dictionary<(string Rule, string Of), TimelineEntry> _last = [];

    private RepairTicks(IEnumerable<TimelineEntry> timeline)
    {
        foreach (TimelineEntry entry in timeline.Where(entry => entry.What is Done or Open))
        {
            _last[(entry.Details.GetValueOrDefault("rule") ?? "", entry.Details.GetValueOrDefault("of") ?? "")] = entry;
        }
    }

    public static RepairTicks Of(IEnumerable<TimelineEntry> timeline) => new(timeline);

    /// <summary>Who ticked it off and when; null while it is open.</summary>
    public TimelineEntry? TickOf(Repair repair) =>
        _last.TryGetValue((repair.Rule, Subject(repair)), out TimelineEntry? entry) && entry.What == Done
            ? entry
            : null;

    /// <summary>What is written down of a tick.</summary>
    public static IReadOnlyDictionary<string, string> Details(Repair repair) =>
        new Dictionary<string, string> { ["rule"] = repair.Rule, ["of"] = Subject(repair) };

    /// <summary>What tells one repair from the others on a page.</summary>
    public static string KeyOf(Repair repair) => $"{repair.Rule}|{Subject(repair)}";

    /// <summary>The order it is about, or the listing.</summary>
    private static string Subject(Repair repair) => repair.Order ?? repair.Sku ?? "";
}
