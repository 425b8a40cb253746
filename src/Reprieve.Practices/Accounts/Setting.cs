using System.Runtime.CompilerServices;
using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>The store and the day of a review, settled from what was asked, the notice and the files.</summary>
internal sealed record Setting
{
    /// <summary>Asked for millions of times; found once for each day.</summary>
    private Moment _end;

    public required string? Marketplace { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required DateOnly AsOf
    {
        get;
        init => (field, _end) = (value, default);
    }

    /// <summary>The clock of the zone.</summary>
    public StoreZone Times => field ??= new StoreZone(Zone);

    /// <summary>The sales-channels, by number, whose rows count; -1 for files without that column.</summary>
    public required IReadOnlySet<int> Channels { get; init; }

    /// <summary>Whether the store's own exports write the day first.</summary>
    public required bool DayFirstHabit { get; init; }

    /// <summary>First instant that is not known yet: the end of the day looked back from.</summary>
    public DateTime End => TheEnd.Utc!.Value;

    /// <summary>Whether an event had happened by the end of the day.</summary>
    public bool Knows(Moment at) => at.Before(TheEnd);

    /// <summary>A file's date in the store's zone, day and month in the file's own order; null where there is none.</summary>
    public Moment? Resolve(Stamp stamp, ImportedFile file) => stamp.In(Times, file.DayFirst(DayFirstHabit));

    /// <summary>The same with none for null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Moment At(Stamp stamp, bool dayFirst) => stamp.At(Times, dayFirst);

    /// <summary>The same, and none too for an event that had not happened by the end of the day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Moment KnownAt(Stamp stamp, bool dayFirst) =>
        stamp.At(Times, dayFirst) is var at && at.Before(TheEnd) ? at : default;

    /// <summary>The same, and null too for an event that had not happened by the end of the day.</summary>
    public Moment? Known(Stamp stamp, ImportedFile file) => Resolve(stamp, file) is { } at && Knows(at) ? at : null;

    private Moment TheEnd => _end == default ? _end = new Moment(AsOf.AddDays(1), StartOf(AsOf.AddDays(1))) : _end;

    /// <summary>The store's midnight at the beginning of a day, in UTC.</summary>
    public DateTime StartOf(DateOnly day)
    {
        DateTime midnight = day.ToDateTime(TimeOnly.MinValue);
        return DateTime.SpecifyKind(midnight - Zone.GetUtcOffset(midnight), DateTimeKind.Utc);
    }

    /// <summary>Settles store and day.</summary>
    public static Setting Of(ReviewRequest request, Imports imports, KnowledgeBase knowledge)
    {
        string? domain = MarketplaceOf(request, imports, knowledge);
        Marketplace? store = knowledge.Marketplace(domain);
        var setting = new Setting
        {
            Marketplace = domain,
            // Without a store the days run in UTC; the review names the zone.
            Zone = store is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(store.TimeZone),
            DayFirstHabit = store?.DateOrder == "dmy",
            AsOf = DateOnly.MinValue,
            Channels = SalesChannels.Of(domain, imports, knowledge),
        };
        return setting with
        {
            AsOf = request.AsOf ?? NoticeDay(request, setting.Zone) ?? Newest(request, imports, setting),
        };
    }

    private static string? MarketplaceOf(ReviewRequest request, Imports imports, KnowledgeBase knowledge)
    {
        if (request.Marketplace is { } asked)
        {
            return knowledge.Marketplace(asked)?.Code ?? asked.ToLowerInvariant();
        }

        List<(string Domain, int Rows)> seen = [.. SalesChannels.MostFrequent(imports, knowledge)];
        string? noticed = knowledge.Marketplace(request.Notice?.Marketplace)?.Code ?? request.Notice?.Marketplace;
        if (noticed is not null && (seen.Count == 0 || seen.Exists(channel => channel.Domain == noticed)))
        {
            return noticed;
        }

        return seen.Count > 0 ? seen[0].Domain : OnlyReported(imports, knowledge);
    }

    /// <summary>The store of Amazon's own report, where it has one only.</summary>
    private static string? OnlyReported(Imports imports, KnowledgeBase knowledge)
    {
        List<string> ids = [.. imports.Performance.Select(figures => figures.MarketplaceId).Distinct()];
        return ids.Count == 1 ? knowledge.Marketplaces.FirstOrDefault(m => m.MarketplaceId == ids[0])?.Code : null;
    }

    private static DateOnly? NoticeDay(ReviewRequest request, TimeZoneInfo zone) =>
        request.Notice?.Date is { } date ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(date, zone).DateTime) : null;

    /// <summary>The newest purchase or update; without orders the newest date of any file.</summary>
    private static DateOnly Newest(ReviewRequest request, Imports imports, Setting setting) =>
        Spans.NewestOrder(imports, setting)
        ?? Spans.OfFiles(imports, setting).Max(span => span?.Last)
        ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.Clock.GetUtcNow(), setting.Zone).DateTime);
}
