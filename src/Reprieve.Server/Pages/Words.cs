using System.Globalization;
using Reprieve.Answers;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Server.Design;
using Reprieve.Storage;

namespace Reprieve.Server.Pages;

/// <summary>How sizes, shares and states are said on a page.</summary>
internal static class Words
{
    /// <summary>A share without decimals: one that is only felt.</summary>
    public static string WholePercent(double rate) =>
        Math.Round(rate * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>What has come of a sending, in a few words.</summary>
    public static string Outcome(NextRoundPlan round) =>
        round.Decision is { } decision ? NoticeTexts.Name(decision) : Say.Get($"outcome_{round.Outcome}");

    /// <summary>How near a day is: passed, in the next three days, or later.</summary>
    public static Tone ToneOf(DateTimeOffset due, DateTimeOffset now) =>
        due < now ? Tone.Bad
        : due - now < TimeSpan.FromDays(3) ? Tone.Watch
        : Tone.Neutral;

    public static string Bytes(long length) =>
        length < 1024 * 1024 ? Math.Max(1, length / 1024).ToString(CultureInfo.InvariantCulture) + " KB"
        : length < 1024 * 1024 * 1024 ? (length / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture) + " MB"
        : (length / 1073741824.0).ToString("0.#", CultureInfo.InvariantCulture) + " GB";

    /// <summary>What a browser is called by people, from what it calls itself.</summary>
    public static string Browser(string agent)
    {
        string browser = Browsers.FirstOrDefault(one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name ?? "?";
        string? system = Systems.FirstOrDefault(one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name;
        return system is null ? browser : $"{browser} · {system}";
    }

    /// <summary>Most browsers also call themselves by the names of others: the first that fits is it.</summary>
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("MicroMessenger", "WeChat"),
        ("Edg", "Edge"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>The name of an answer's language in the screen's; its tag where it has none.</summary>
    public static string Language(string tag) =>
        Say.Texts.Has("language_" + tag.Split('-')[0]) ? Say.Get("language_" + tag.Split('-')[0]) : tag;

    public static string Stage(CaseStage stage) => Say.Get("stage_" + stage);

    public static Tone ToneOf(CaseStage stage) =>
        stage switch
        {
            CaseStage.Ready or CaseStage.Reinstated => Tone.Good,
            CaseStage.Sent => Tone.Info,
            CaseStage.MoreInformation or CaseStage.Denied => Tone.Watch,
            CaseStage.DeniedFinal or CaseStage.NotAmazon => Tone.Bad,
            _ => Tone.Neutral,
        };

    public static Tone ToneOf(AuthenticityVerdict verdict) =>
        verdict switch
        {
            AuthenticityVerdict.Genuine => Tone.Good,
            AuthenticityVerdict.Unverifiable => Tone.Unknown,
            AuthenticityVerdict.Suspicious => Tone.Watch,
            _ => Tone.Bad,
        };

    /// <summary>Whether a metric is met.</summary>
    /// <summary>Day and time of the machine, as short as a list wants them.</summary>
    public static string Shortly(DateTimeOffset at) =>
        UserFigures.Day(DateOnly.FromDateTime(at.LocalDateTime))
        + at.LocalDateTime.ToString(" HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The tone of a check of a mail's origin.</summary>
    public static Tone ToneOfCheck(string result) =>
        result switch
        {
            "pass" => Tone.Good,
            "fail" => Tone.Bad,
            "warn" => Tone.Watch,
            _ => Tone.Neutral,
        };

    /// <summary>What a mail is that arrived: its decision or its kind, why, and for which store.</summary>
    public static string ArrivalKind(ArrivedMessage mail, KnowledgeBase knowledge)
    {
        string[] parts =
        [
            NoticeTexts.Name(mail.Kind),
            mail.Reasons.Count > 0 ? Reasons([.. mail.Reasons], knowledge) : "",
            mail.Marketplace ?? "",
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    public static Tone ToneOfMetric(string? status) =>
        status switch
        {
            "met" => Tone.Good,
            "missed" => Tone.Bad,
            _ => Tone.Unknown,
        };

    public static Tone ToneOf(Severity severity) =>
        severity switch
        {
            Severity.Block => Tone.Bad,
            Severity.Warn => Tone.Watch,
            _ => Tone.Info,
        };

    /// <summary>The name of a reason, or of what buyers complain of.</summary>
    private static string Cause(string code, KnowledgeBase knowledge) =>
        (knowledge.Reason(code)?.Name ?? knowledge.Voices.FirstOrDefault(cause => cause.Code == code)?.Name)?.In(
            UserTexts.Language
        ) ?? code;

    /// <summary>What a case is called until a person names it: what happened, and where.</summary>
    public static string TitleOf(CaseSummary summary, KnowledgeBase knowledge)
    {
        string what =
            summary.Reasons.Count > 0 && summary.Kind is not (NoticeKind.Phishing or NoticeKind.NotAmazon)
                ? Cause(summary.Reasons[0], knowledge)
            : summary.Kind is { } kind ? NoticeTexts.Name(kind)
            : Say.Get("nav_new");
        string[] parts =
        [
            .. new[] { summary.Store, what, summary.Marketplace }.OfType<string>().Where(part => part.Length > 0),
        ];
        string title = string.Join(" · ", parts);
        return title.Length <= LongestTitle ? title : title[..LongestTitle];
    }

    private const int LongestTitle = 200;

    /// <summary>The names of reasons, the primary first.</summary>
    public static string Reasons(IEnumerable<string> codes, KnowledgeBase knowledge) =>
        string.Join(Say.Get("list_comma"), codes.Select(code => Cause(code, knowledge)));
}
