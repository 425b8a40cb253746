namespace Reprieve.Knowledge;

/// <summary>All that Reprieve knows of Amazon: every entry of <c>knowledge/</c>, validated. Immutable.</summary>
public sealed record KnowledgeBase
{
    /// <summary>Reasons for which Amazon acts.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Wordings of notices, one entry per language.</summary>
    public IReadOnlyList<Wording> Wordings { get; init; } = [];

    /// <summary>Answers to appeals.</summary>
    public IReadOnlyList<Reply> Replies { get; init; } = [];

    /// <summary>Amazon's mail domains.</summary>
    public IReadOnlyList<SenderList> Senders { get; init; } = [];

    /// <summary>Customer metrics.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>Listing policies.</summary>
    public IReadOnlyList<Policy> Policies { get; init; } = [];

    /// <summary>Checks of the answer.</summary>
    public IReadOnlyList<CheckRule> Checks { get; init; } = [];

    /// <summary>How plans of action are worded, one entry per language.</summary>
    public IReadOnlyList<PlanWords> PlanWords { get; init; } = [];

    /// <summary>Kinds of papers.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];

    /// <summary>How papers are worded, one entry per language.</summary>
    public IReadOnlyList<PaperWords> PaperWords { get; init; } = [];

    /// <summary>Ways to send.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];

    /// <summary>Files to download.</summary>
    public IReadOnlyList<Download> Downloads { get; init; } = [];

    /// <summary>Stores.</summary>
    public IReadOnlyList<Marketplace> Marketplaces { get; init; } = [];

    /// <summary>How reasons are answered.</summary>
    public IReadOnlyList<Playbook> Playbooks { get; init; } = [];

    /// <summary>Words of typed slots.</summary>
    public IReadOnlyList<SlotWords> Slots { get; init; } = [];

    /// <summary>Every entry, by the folder it stands in.</summary>
    public IEnumerable<(string Folder, KnowledgeEntry Entry)> Entries =>
        In("reasons", Reasons)
            .Concat(In("wordings", Wordings))
            .Concat(In("replies", Replies))
            .Concat(In("senders", Senders))
            .Concat(In("metrics", Metrics))
            .Concat(In("policies", Policies))
            .Concat(In("checks", Checks))
            .Concat(In("plan-words", PlanWords))
            .Concat(In("papers", Papers))
            .Concat(In("paper-words", PaperWords))
            .Concat(In("routes", Routes))
            .Concat(In("downloads", Downloads))
            .Concat(In("marketplaces", Marketplaces))
            .Concat(In("playbooks", Playbooks))
            .Concat(In("slots", Slots));

    /// <summary>The reason of a code, or null.</summary>
    public Reason? Reason(string code) => Reasons.FirstOrDefault(r => r.Code == code);

    /// <summary>The metric of a code; throws when there is none (the loader makes sure of the ones the code computes).</summary>
    public Metric Metric(string code) => Metrics.First(m => m.Code == code);

    /// <summary>The check of an id; throws when there is none.</summary>
    public CheckRule Check(string code) => Checks.First(c => c.Code == code);

    /// <summary>The store of a domain (any case) or of one of its other names, or null.</summary>
    public Marketplace? Marketplace(string? domain) =>
        domain is null
            ? null
            : Marketplaces.FirstOrDefault(m =>
                m.Code.Equals(domain, StringComparison.OrdinalIgnoreCase)
                || m.AlsoKnownAs.Contains(domain, StringComparer.OrdinalIgnoreCase)
            );

    private static IEnumerable<(string, KnowledgeEntry)> In(string folder, IEnumerable<KnowledgeEntry> entries) =>
        entries.Select(entry => (folder, entry));
}
