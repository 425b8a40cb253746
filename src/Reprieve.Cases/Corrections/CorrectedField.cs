using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cases.Corrections;

/// <summary>A part of a reading that a person may correct.</summary>
/// <param name="Code">Its code in <c>corrections.json</c>.</param>
/// <param name="Read">The values of a reading, as a correction writes them.</param>
/// <param name="Fits">Whether values can stand there.</param>
/// <param name="Apply">The reading with other values, which fit.</param>
/// <param name="Named">A value as people call it, in the screen's language.</param>
public sealed record CorrectedField(
    string Code,
    Func<Diagnosis, IReadOnlyList<string>> Read,
    Func<IReadOnlyList<string>, KnowledgeBase, bool> Fits,
    Func<Diagnosis, IReadOnlyList<string>, KnowledgeBase, Diagnosis> Apply,
    Func<string, KnowledgeBase, string> Named
)
{
    /// <summary>The code of the day a message was sent: it is set before the message is read, for deadlines run from it.</summary>
    public const string Date = "date";

    private const int MostValues = 200;

    /// <summary>All fields, in the order a page shows them. Whether the message is Amazon's is not among them.</summary>
    public static IReadOnlyList<CorrectedField> All { get; } =
    [
        new(
            "kind",
            read => [read.Kind.Code()],
            One<NoticeKind>,
            (read, values, _) => read with { Kind = Parse<NoticeKind>(values[0])!.Value },
            (value, _) => Parse<NoticeKind>(value) is { } kind ? NoticeTexts.Name(kind) : value
        ),
        new(
            "reasons",
            read => [.. read.Reasons.Select(reason => reason.Code)],
            AreReasons,
            CorrectedReasons.Apply,
            (value, knowledge) => knowledge.Reason(value)?.Name.In(UserTexts.Language) ?? value
        ),
        new(
            "response_mode",
            read => [read.ResponseMode.Code()],
            One<ResponseMode>,
            (read, values, _) => read with { ResponseMode = Parse<ResponseMode>(values[0])!.Value },
            (value, _) => Parse<ResponseMode>(value) is { } mode ? NoticeTexts.Name(mode) : value
        ),
        new(
            "decision",
            read => read.Decision is { } decision ? [decision.Code()] : [],
            (values, _) => values.Count == 0 || One<Decision>(values, _),
            (read, values, _) => read with { Decision = values.Count == 0 ? null : Parse<Decision>(values[0]) },
            (value, _) => Parse<Decision>(value) is { } decision ? NoticeTexts.Name(decision) : value
        ),
        new(
            "marketplace",
            read => read.Marketplace is { } store ? [store] : [],
            (values, knowledge) => values.Count == 1 && knowledge.Marketplace(values[0]) is not null,
            (read, values, _) => read with { Marketplace = values[0] },
            (value, _) => value
        ),
        new(Date, read => read.Date is { } at ? [Text(at)] : [], IsDay, (read, _, _) => read, DayName),
        new(
            "deadline",
            CorrectedDeadline.Read,
            (values, _) => values.Count == 0 || IsDay(values, _),
            CorrectedDeadline.Apply,
            DayName
        ),
        new(
            "route",
            read => [read.Route.Channel.Code()],
            One<RouteChannel>,
            (read, values, _) =>
                read with
                {
                    Route = new StatedRoute(Parse<RouteChannel>(values[0])!.Value, null, null),
                },
            (value, _) => Parse<RouteChannel>(value) is { } channel ? NoticeTexts.Name(channel) : value
        ),
        new(
            "asins",
            read => read.Asins,
            AreAsins,
            (read, values, _) => read with { Asins = values },
            (value, _) => value
        ),
    ];

    /// <summary>The field of a code; null when there is none.</summary>
    public static CorrectedField? Of(string code) => All.FirstOrDefault(field => field.Code == code);

    /// <summary>Values as people call them; a dash for none.</summary>
    public string InWords(IReadOnlyList<string> values, KnowledgeBase knowledge) =>
        values.Count == 0
            ? "–"
            : string.Join(Say.Texts.Get("List_Comma"), values.Select(value => Named(value, knowledge)));

    /// <summary>What the field is called.</summary>
    public string Title => Say.Texts.Get("Corrected_" + Code);

    private static string DayName(string value, KnowledgeBase knowledge) =>
        IsDay([value], knowledge) ? UserFigures.Day(Day(value)) : value;

    internal static T? Parse<T>(string code)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => value!.Value.Code() == code);

    internal static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool One<T>(IReadOnlyList<string> values, KnowledgeBase knowledge)
        where T : struct, Enum => values.Count == 1 && Parse<T>(values[0]) is not null;

    private static bool AreReasons(IReadOnlyList<string> values, KnowledgeBase knowledge) =>
        values.Count < MostValues && values.All(code => knowledge.Reason(code) is not null);

    private static bool AreAsins(IReadOnlyList<string> values, KnowledgeBase knowledge) =>
        values.Count < MostValues && values.All(asin => asin.Length == 10 && asin.All(char.IsAsciiLetterOrDigit));

    private static bool IsDay(IReadOnlyList<string> values, KnowledgeBase knowledge) =>
        values.Count == 1
        && DateOnly.TryParseExact(
            values[0],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly day
        )
        && day.Year is > 2000 and < 2100;
}
