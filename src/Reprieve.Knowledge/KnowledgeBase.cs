using System.Collections.Frozen;

namespace Reprieve.Knowledge;

/// <summary>All that Reprieve knows of Amazon: every entry of <c>knowledge/</c>, validated. Immutable.</summary>
public sealed record KnowledgeBase
{
    /// <summary>Reads the entries of a folder when they are first asked for; null when there are none but those given.</summary>
    internal Func<string, IReadOnlyList<KnowledgeEntry>>? Source { get; init; }

    /// <summary>Codes of the playbooks that are not built in.</summary>
    public IReadOnlySet<string> OwnPlaybooks { get; internal init; } = FrozenSet<string>.Empty;

    /// <summary>Reasons for which Amazon acts.</summary>
    public IReadOnlyList<Reason> Reasons
    {
        get => field ??= Of<Reason>("reasons");
        init;
    }

    /// <summary>Wordings of notices, one entry per language.</summary>
    public IReadOnlyList<Wording> Wordings
    {
        get => field ??= Of<Wording>("wordings");
        init;
    }

    /// <summary>Answers to appeals.</summary>
    public IReadOnlyList<Reply> Replies
    {
        get => field ??= Of<Reply>("replies");
        init;
    }

    /// <summary>Amazon's mail domains.</summary>
    public IReadOnlyList<SenderList> Senders
    {
        get => field ??= Of<SenderList>("senders");
        init;
    }

    /// <summary>Customer metrics.</summary>
    public IReadOnlyList<Metric> Metrics
    {
        get => field ??= Of<Metric>("metrics");
        init;
    }

    /// <summary>Listing policies.</summary>
    public IReadOnlyList<Policy> Policies
    {
        get => field ??= Of<Policy>("policies");
        init;
    }

    /// <summary>Checks of the answer.</summary>
    public IReadOnlyList<CheckRule> Checks
    {
        get => field ??= Of<CheckRule>("checks");
        init;
    }

    /// <summary>How plans of action are worded, one entry per language.</summary>
    public IReadOnlyList<PlanWords> PlanWords
    {
        get => field ??= Of<PlanWords>("plan-words");
        init;
    }

    /// <summary>Kinds of papers.</summary>
    public IReadOnlyList<Paper> Papers
    {
        get => field ??= Of<Paper>("papers");
        init;
    }

    /// <summary>How papers are worded, one entry per language.</summary>
    public IReadOnlyList<PaperWords> PaperWords
    {
        get => field ??= Of<PaperWords>("paper-words");
        init;
    }

    /// <summary>How the Account Health page is worded, by language.</summary>
    public IReadOnlyList<HealthWords> HealthWords
    {
        get => field ??= Of<HealthWords>("health-words");
        init;
    }

    /// <summary>Ways to send.</summary>
    public IReadOnlyList<Route> Routes
    {
        get => field ??= Of<Route>("routes");
        init;
    }

    /// <summary>Ways to turn to somebody else when the appeal does not help.</summary>
    public IReadOnlyList<EscalationRoute> Escalations
    {
        get => field ??= Of<EscalationRoute>("escalations");
        init;
    }

    /// <summary>Files to download.</summary>
    public IReadOnlyList<Download> Downloads
    {
        get => field ??= Of<Download>("downloads");
        init;
    }

    /// <summary>What columns of reports are called, by report and language.</summary>
    public IReadOnlyList<ReportColumns> Columns
    {
        get => field ??= Of<ReportColumns>("columns");
        init;
    }

    /// <summary>Stores.</summary>
    public IReadOnlyList<Marketplace> Marketplaces
    {
        get => field ??= Of<Marketplace>("marketplaces");
        init;
    }

    /// <summary>How reasons are answered.</summary>
    public IReadOnlyList<Playbook> Playbooks
    {
        get => field ??= Of<Playbook>("playbooks");
        init;
    }

    /// <summary>Words of typed slots.</summary>
    public IReadOnlyList<SlotWords> Slots
    {
        get => field ??= Of<SlotWords>("slots");
        init;
    }

    /// <summary>Causes that buyers name.</summary>
    public IReadOnlyList<VoiceCause> Voices
    {
        get => field ??= Of<VoiceCause>("voices");
        init;
    }

    /// <summary>How buyers write, one entry per language.</summary>
    public IReadOnlyList<VoiceWords> VoiceWords
    {
        get => field ??= Of<VoiceWords>("voice-words");
        init;
    }

    /// <summary>What can still be undone before an appeal.</summary>
    public IReadOnlyList<RepairRule> Repairs
    {
        get => field ??= Of<RepairRule>("repairs");
        init;
    }

    /// <summary>What Amazon's forms take.</summary>
    public IReadOnlyList<Form> Forms
    {
        get => field ??= Of<Form>("forms");
        init;
    }

    /// <summary>How mailboxes are reached.</summary>
    public IReadOnlyList<MailProvider> MailProviders
    {
        get => field ??= Of<MailProvider>("mail-providers");
        init;
    }

    /// <summary>Services by which alerts reach people.</summary>
    public IReadOnlyList<AlertService> AlertServices
    {
        get => field ??= Of<AlertService>("alert-channels");
        init;
    }

    /// <summary>Regions of the Selling Partner API.</summary>
    public IReadOnlyList<AmazonRegion> AmazonRegions
    {
        get => field ??= Of<AmazonRegion>("amazon-regions");
        init;
    }

    /// <summary>Operations of the Selling Partner API, and how often each may be called.</summary>
    public IReadOnlyList<AmazonOperation> AmazonOperations
    {
        get => field ??= Of<AmazonOperation>("amazon-operations");
        init;
    }

    /// <summary>Reports of the Selling Partner API.</summary>
    public IReadOnlyList<AmazonReport> AmazonReports
    {
        get => field ??= Of<AmazonReport>("amazon-reports");
        init;
    }

    /// <summary>When a store's standing gives reason to warn.</summary>
    public IReadOnlyList<WarningRule> Warnings
    {
        get => field ??= Of<WarningRule>("warnings");
        init;
    }

    /// <summary>Playbooks in further languages.</summary>
    public IReadOnlyList<Translation> Translations
    {
        get => field ??= Of<Translation>("translations");
        init;
    }

    /// <summary>What reading a notice needs of all this, in the form that is read fastest.</summary>
    public NoticeBook Book
    {
        get => field ??= NoticeBook.Of(this);
        internal init;
    }

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
            .Concat(In("health-words", HealthWords))
            .Concat(In("routes", Routes))
            .Concat(In("escalations", Escalations))
            .Concat(In("downloads", Downloads))
            .Concat(In("columns", Columns))
            .Concat(In("marketplaces", Marketplaces))
            .Concat(In("playbooks", Playbooks))
            .Concat(In("slots", Slots))
            .Concat(In("voices", Voices))
            .Concat(In("voice-words", VoiceWords))
            .Concat(In("repairs", Repairs))
            .Concat(In("forms", Forms))
            .Concat(In("mail-providers", MailProviders))
            .Concat(In("alert-channels", AlertServices))
            .Concat(In("amazon-regions", AmazonRegions))
            .Concat(In("amazon-operations", AmazonOperations))
            .Concat(In("amazon-reports", AmazonReports))
            .Concat(In("warnings", Warnings))
            .Concat(In("translations", Translations));

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

    private List<T> Of<T>(string folder)
        where T : KnowledgeEntry => Source is null ? [] : [.. Source(folder).Cast<T>()];

    private static IEnumerable<(string, KnowledgeEntry)> In(string folder, IEnumerable<KnowledgeEntry> entries) =>
        entries.Select(entry => (folder, entry));
}
