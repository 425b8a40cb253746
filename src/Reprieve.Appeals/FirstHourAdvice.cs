using System.Globalization;
using Reprieve.Appeals.Packing;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Appeals;

/// <summary>
/// What a seller must know in the first hour, as far as the notice alone decides it; the screen and the page in the
/// package say the same.
/// </summary>
/// <param name="notice">The notice.</param>
/// <param name="knowledge">Reasons and routes.</param>
public sealed class FirstHourAdvice(Diagnosis notice, KnowledgeBase knowledge)
{
    private readonly IReadOnlyList<Reason> _reasons =
    [
        .. notice.Reasons.Select(stated => knowledge.Reason(stated.Code)).OfType<Reason>(),
    ];

    /// <summary>Whether Amazon acts against the seller or asks something, so that there is anything to heed at all.</summary>
    public bool IsNeeded =>
        notice.Kind
            is not (NoticeKind.OtherAmazonMail or NoticeKind.NotAmazon or NoticeKind.Phishing or NoticeKind.Reinstated);

    /// <summary>What not to do now: what holds for everyone first, then what the reasons add.</summary>
    public IEnumerable<string> DoNots =>
        Many("DoNot", 7)
            .Concat(_reasons.SelectMany(reason => reason.DoNot).Select(text => text.In(UserTexts.Language)))
            .Concat(_reasons.Any(reason => reason.LawyerFirst) ? [Text("DoNot_Lawyer")] : [])
            .Distinct();

    /// <summary>What goes on meanwhile: orders, what to save, other stores.</summary>
    /// <param name="inPackage">Whether how-to-get.md lies beside it, which says what to download.</param>
    public static IEnumerable<string> Meanwhile(bool inPackage) =>
        [Text("Meanwhile_Ship"), Text(inPackage ? "Meanwhile_Save" : "Meanwhile_SaveAlone"), Text("Meanwhile_Others")];

    /// <summary>What to know about held money; empty where none is at stake.</summary>
    public IEnumerable<string> Money
    {
        get
        {
            bool atStake =
                notice.Kind == NoticeKind.FundsHold
                || notice.AccountStatus is AccountStatus.Deactivated or AccountStatus.PartiallyDeactivated;
            return atStake
                ? knowledge
                    .Routes.FirstOrDefault(route => route.Kinds.Contains(NoticeKind.FundsHold))
                    ?.Cautions.Select(caution => caution.In(UserTexts.Language))
                    ?? []
                : [];
        }
    }

    /// <summary>The papers that the notice asks for or that usually help, as ask codes, asked ones first.</summary>
    public IReadOnlyList<string> Papers =>
        [
            .. notice
                .Asks.Select(ask => ask.What)
                .Concat(_reasons.SelectMany(reason => reason.Papers))
                .Where(PaperKinds.IsPaper)
                .Distinct(),
        ];

    /// <summary>What not to do with a message that is not Amazon's.</summary>
    public static IEnumerable<string> Warnings => Many("Warning_DoNot", 4);

    /// <summary>What to do when one has already fallen for it.</summary>
    public static IEnumerable<string> AfterClick => Many("Warning_Done", 4);

    private static IEnumerable<string> Many(string key, int count) =>
        Enumerable.Range(1, count).Select(i => Text(string.Create(CultureInfo.InvariantCulture, $"{key}_{i}")));

    private static string Text(string key) => Say.Texts.Get(key);
}
