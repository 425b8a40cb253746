using Reprieve.Knowledge;

namespace Reprieve.Cases.Workflow;

/// <summary>Days as the store counts them.</summary>
internal static class StoreDay
{
    /// <summary>The calendar day of an instant in the store's zone; in UTC when the store is not known.</summary>
    public static DateOnly Of(DateTimeOffset instant, CaseWork work, KnowledgeBase knowledge) =>
        DateOnly.FromDateTime(TimeOf(instant, work, knowledge).DateTime);

    /// <summary>The same instant in the store's zone; in UTC when the store is not known.</summary>
    public static DateTimeOffset TimeOf(DateTimeOffset instant, CaseWork work, KnowledgeBase knowledge)
    {
        string zone = knowledge.Marketplace(work.Notice.Marketplace)?.TimeZone ?? work.Review?.TimeZone ?? "UTC";
        return TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));
    }
}
