using System.Text.Json;

namespace Reprieve.Knowledge.Loading;

/// <summary>Which type of entry stands in which folder.</summary>
internal static class EntryTypes
{
    private static readonly Dictionary<string, Func<JsonElement, KnowledgeEntry?>> Readers = new(StringComparer.Ordinal)
    {
        ["reasons"] = json => json.Deserialize(KnowledgeJson.Default.Reason),
        ["wordings"] = json => json.Deserialize(KnowledgeJson.Default.Wording),
        ["replies"] = json => json.Deserialize(KnowledgeJson.Default.Reply),
        ["senders"] = json => json.Deserialize(KnowledgeJson.Default.SenderList),
        ["metrics"] = json => json.Deserialize(KnowledgeJson.Default.Metric),
        ["policies"] = json => json.Deserialize(KnowledgeJson.Default.Policy),
        ["checks"] = json => json.Deserialize(KnowledgeJson.Default.CheckRule),
        ["plan-words"] = json => json.Deserialize(KnowledgeJson.Default.PlanWords),
        ["papers"] = json => json.Deserialize(KnowledgeJson.Default.Paper),
        ["paper-words"] = json => json.Deserialize(KnowledgeJson.Default.PaperWords),
        ["health-words"] = json => json.Deserialize(KnowledgeJson.Default.HealthWords),
        ["routes"] = json => json.Deserialize(KnowledgeJson.Default.Route),
        ["escalations"] = json => json.Deserialize(KnowledgeJson.Default.EscalationRoute),
        ["downloads"] = json => json.Deserialize(KnowledgeJson.Default.Download),
        ["columns"] = json => json.Deserialize(KnowledgeJson.Default.ReportColumns),
        ["marketplaces"] = json => json.Deserialize(KnowledgeJson.Default.Marketplace),
        ["playbooks"] = json => json.Deserialize(KnowledgeJson.Default.Playbook),
        ["slots"] = json => json.Deserialize(KnowledgeJson.Default.SlotWords),
        ["voices"] = json => json.Deserialize(KnowledgeJson.Default.VoiceCause),
        ["voice-words"] = json => json.Deserialize(KnowledgeJson.Default.VoiceWords),
        ["repairs"] = json => json.Deserialize(KnowledgeJson.Default.RepairRule),
        ["forms"] = json => json.Deserialize(KnowledgeJson.Default.Form),
        ["mail-providers"] = json => json.Deserialize(KnowledgeJson.Default.MailProvider),
        ["alert-channels"] = json => json.Deserialize(KnowledgeJson.Default.AlertService),
        ["amazon-regions"] = json => json.Deserialize(KnowledgeJson.Default.AmazonRegion),
        ["amazon-operations"] = json => json.Deserialize(KnowledgeJson.Default.AmazonOperation),
        ["amazon-reports"] = json => json.Deserialize(KnowledgeJson.Default.AmazonReport),
        ["warnings"] = json => json.Deserialize(KnowledgeJson.Default.WarningRule),
        ["translations"] = json => json.Deserialize(KnowledgeJson.Default.Translation),
    };

    public static string Folders { get; } = string.Join(", ", Readers.Keys);

    public static bool Known(string folder) => Readers.ContainsKey(folder);

    /// <summary>Reads an entry; throws <see cref="JsonException"/> with the path of the fault.</summary>
    public static KnowledgeEntry Read(string folder, JsonElement json) =>
        Readers[folder](json) ?? throw new JsonException("the entry is empty");

    public static KnowledgeBase Gather(IEnumerable<KnowledgeEntry> entries)
    {
        ILookup<Type, KnowledgeEntry> byType = entries.ToLookup(entry => entry.GetType());
        return new KnowledgeBase
        {
            Reasons = Of<Reason>(byType),
            Wordings = Of<Wording>(byType),
            Replies = Of<Reply>(byType),
            Senders = Of<SenderList>(byType),
            Metrics = Of<Metric>(byType),
            Policies = Of<Policy>(byType),
            Checks = Of<CheckRule>(byType),
            PlanWords = Of<PlanWords>(byType),
            Papers = Of<Paper>(byType),
            PaperWords = Of<PaperWords>(byType),
            HealthWords = Of<HealthWords>(byType),
            Routes = Of<Route>(byType),
            Escalations = Of<EscalationRoute>(byType),
            Downloads = Of<Download>(byType),
            Columns = Of<ReportColumns>(byType),
            Marketplaces = Of<Marketplace>(byType),
            Playbooks = Of<Playbook>(byType),
            Slots = Of<SlotWords>(byType),
            Voices = Of<VoiceCause>(byType),
            VoiceWords = Of<VoiceWords>(byType),
            Repairs = Of<RepairRule>(byType),
            Forms = Of<Form>(byType),
            MailProviders = Of<MailProvider>(byType),
            AlertServices = Of<AlertService>(byType),
            AmazonRegions = Of<AmazonRegion>(byType),
            AmazonOperations = Of<AmazonOperation>(byType),
            AmazonReports = Of<AmazonReport>(byType),
            Warnings = Of<WarningRule>(byType),
            Translations = Of<Translation>(byType),
        };
    }

    private static List<T> Of<T>(ILookup<Type, KnowledgeEntry> entries) => [.. entries[typeof(T)].Cast<T>()];
}
