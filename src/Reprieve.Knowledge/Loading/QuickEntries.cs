namespace Reprieve.Knowledge.Loading;

/// <summary>
/// Entries that every review needs, read from the compiled file without the serialiser: what that sets up for every kind of
/// field costs a command a multiple of the reading.
/// </summary>
internal static class QuickEntries
{
    private static readonly Dictionary<string, Func<EntryFields, KnowledgeEntry>> Readers = new(StringComparer.Ordinal)
    {
        ["marketplaces"] = Store,
        ["columns"] = Columns,
        ["metrics"] = OfMetric,
        ["voices"] = Cause,
        ["voice-words"] = Words,
        ["repairs"] = Repair,
    };

    /// <summary>The folders that are read so.</summary>
    public static IReadOnlyCollection<string> Folders => Readers.Keys;

    /// <summary>Reads an entry of one of these folders as <see cref="EntryTypes"/> would; null for other folders.</summary>
    public static KnowledgeEntry? Read(string folder, EntryFields fields) =>
        Readers.TryGetValue(folder, out Func<EntryFields, KnowledgeEntry>? read) ? read(fields) : null;

    private static Marketplace Store(EntryFields fields) =>
        new()
        {
            Code = fields.Code,
            Source = fields.Source,
            Seen = fields.Seen,
            Marketplaces = fields.Marketplaces,
            Sure = fields.Sure,
            Note = fields.Note,
            MarketplaceId = fields.Text("marketplaceId"),
            Country = fields.Text("country"),
            TimeZone = fields.Text("timeZone"),
            SellerCentral = fields.Text("sellerCentral"),
            DateOrder = fields.Text("dateOrder"),
            AlsoKnownAs = fields.Texts("alsoKnownAs"),
            Languages = fields.Texts("languages"),
        };

    private static ReportColumns Columns(EntryFields fields) =>
        new()
        {
            Code = fields.Code,
            Source = fields.Source,
            Seen = fields.Seen,
            Marketplaces = fields.Marketplaces,
            Sure = fields.Sure,
            Note = fields.Note,
            Report = fields.Text("report"),
            Language = fields.Text("language"),
            Columns = fields.Lists("columns"),
            OnlySuggested = fields.Holds("onlySuggested"),
        };

    private static Metric OfMetric(EntryFields fields) =>
        new()
        {
            Code = fields.Code,
            Source = fields.Source,
            Seen = fields.Seen,
            Marketplaces = fields.Marketplaces,
            Sure = fields.Sure,
            Note = fields.Note,
            Name = fields.Localized("name")!,
            Definition = fields.Localized("definition")!,
            Programs = fields.Programs("programs"),
            WindowDays = fields.Whole("windowDays")!.Value,
            LagDays = fields.Whole("lagDays")!.Value,
            Target = fields.Number("target"),
            Condition = fields.Of<TargetCondition>("condition"),
            Assumptions = fields.Parts(
                "assumptions",
                part => new Assumption
                {
                    Code = part.Code,
                    Text = part.Localized("text")!,
                    Unpublished = part.Holds("unpublished"),
                }
            ),
            Variants = fields.Parts(
                "variants",
                part => new MetricVariant
                {
                    Marketplaces = part.Marketplaces,
                    Source = part.Source,
                    WindowDays = part.Whole("windowDays"),
                    LagDays = part.Whole("lagDays"),
                    Target = part.Number("target"),
                }
            ),
        };

    private static VoiceCause Cause(EntryFields fields) =>
        new()
        {
            Code = fields.Code,
            Source = fields.Source,
            Seen = fields.Seen,
            Marketplaces = fields.Marketplaces,
            Sure = fields.Sure,
            Note = fields.Note,
            Name = fields.Localized("name")!,
            Tag = fields.Of<PracticeArea>("tag")!.Value,
            About = fields.Of<SpokenOf>("about")!.Value,
            Words = fields.Lists("words"),
            Otherwise = fields.Lists("otherwise"),
            Reasons = fields.Texts("reasons"),
        };

    private static VoiceWords Words(EntryFields fields) =>
        new()
        {
            Code = fields.Code,
            Source = fields.Source,
            Seen = fields.Seen,
            Marketplaces = fields.Marketplaces,
            Sure = fields.Sure,
            Note = fields.Note,
            Negations = fields.Texts("negations"),
            Fillers = fields.Texts("fillers"),
            NegationsAfter = fields.Texts("negationsAfter"),
            FillersAfter = fields.Texts("fillersAfter"),
            Seller = fields.Texts("seller"),
            Delivery = fields.Texts("delivery"),
            Obscene = fields.Texts("obscene"),
        };

    private static RepairRule Repair(EntryFields fields) =>
        new()
        {
            Code = fields.Code,
            Source = fields.Source,
            Seen = fields.Seen,
            Marketplaces = fields.Marketplaces,
            Sure = fields.Sure,
            Note = fields.Note,
            Name = fields.Localized("name")!,
            Of = fields.Of<RepairOf>("of")!.Value,
            Statuses = fields.Texts("statuses"),
            Days = fields.Whole("days"),
            Advice = fields.Localized("advice")!,
            Caution = fields.Localized("caution"),
        };
}
