using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cases.Corrections;

/// <summary>A reading with another last day to answer: it ends with that day in the store's zone.</summary>
internal static class CorrectedDeadline
{
    private const string Response = "response";
    private static readonly TimeOnly DayEnd = new(23, 59, 59);

    public static IReadOnlyList<string> Read(Diagnosis read) =>
        Of(read) is { Due: { } due } ? [CorrectedField.Text(due)] : [];

    public static Diagnosis Apply(Diagnosis read, IReadOnlyList<string> values, KnowledgeBase knowledge)
    {
        Deadline? stated = Of(read);
        IEnumerable<Deadline> others = read.Deadlines.Where(deadline => deadline.For != Response);
        if (values.Count == 0)
        {
            return read with { Deadlines = [.. others] };
        }

        DateTimeOffset due = EndOf(CorrectedField.Day(values[0]), knowledge.Marketplace(read.Marketplace)?.TimeZone);
        Deadline corrected = stated is null
            ? new Deadline(Response, new Evidence("", 0, 0), "", null, null, due)
            : stated with
            {
                Due = due,
            };
        return read with { Deadlines = [corrected, .. others] };
    }

    private static Deadline? Of(Diagnosis read) => read.Deadlines.FirstOrDefault(deadline => deadline.For == Response);

    private static DateTimeOffset EndOf(DateOnly day, string? zone)
    {
        DateTime end = day.ToDateTime(DayEnd);
        return new DateTimeOffset(end, TimeZoneInfo.FindSystemTimeZoneById(zone ?? "UTC").GetUtcOffset(end));
    }
}
