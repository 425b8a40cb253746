using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>The names of the contract's codes in the screen's language.</summary>
public static class NoticeTexts
{
    /// <summary>What kind of message it is, in a few words.</summary>
    public static string Name(NoticeKind kind) => Say.Texts.Get($"Kind_{kind}");

    /// <summary>What that kind means for the seller, in a sentence or two.</summary>
    public static string Meaning(NoticeKind kind) => Say.Texts.Get($"KindMeans_{kind}");

    /// <summary>The ground; null says that the mail names none.</summary>
    public static string Name(Ground? ground) => Say.Texts.Get($"Ground_{(ground is { } g ? g : "None")}");

    /// <summary>The account's status.</summary>
    public static string Name(AccountStatus status) => Say.Texts.Get($"Status_{status}");

    /// <summary>What Amazon wants first.</summary>
    public static string Name(ResponseMode mode) => Say.Texts.Get($"Mode_{mode}");

    /// <summary>The way to answer.</summary>
    public static string Name(RouteChannel channel) => Say.Texts.Get($"Channel_{channel}");

    /// <summary>What an answer decides.</summary>
    public static string Name(Decision decision) => Say.Texts.Get($"Decision_{decision}");

    /// <summary>What can be said of the origin.</summary>
    public static string Name(AuthenticityVerdict verdict) => Say.Texts.Get($"Verdict_{verdict}");

    /// <summary>Something asked for, by its code (plan_of_action, invoices …).</summary>
    public static string Ask(string code) => Say.Texts.Get($"Ask_{code}");

    /// <summary>What a limit is for, by its code (response, funds, inventory, review, other).</summary>
    public static string DeadlineFor(string code) => Say.Texts.Get($"For_{code}");
}
