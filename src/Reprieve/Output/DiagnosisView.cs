using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cli.Output;

/// <summary>A diagnosis for people: is it real, what happened, what Amazon wants, by when, where to answer.</summary>
internal static class DiagnosisView
{
    public static void Write(Screen screen, Diagnosis read, KnowledgeBase knowledge)
    {
        screen.Line(
            $"[bold]{Screen.Plain(read.Source)}[/]{(read.Subject is { } subject ? " · " + Screen.Plain(subject) : "")}"
        );
        screen.Row(Say.Get("Row_Real"), Real(read));
        screen.Row(Say.Get("Row_What"), What(read));
        screen.Row(Say.Get("Row_Reasons"), Reasons(read, knowledge));
        screen.Row(Say.Get("Row_Wants"), Wants(read));
        foreach (Deadline deadline in read.Deadlines)
        {
            screen.Row(Say.Get("Row_By"), By(deadline));
        }

        screen.Row(Say.Get("Row_Route"), Screen.Plain(NoticeTexts.Name(read.Route.Channel)));
        if (read.Asins.Count > 0)
        {
            screen.Row("ASIN", Screen.Plain(string.Join(", ", read.Asins)));
        }

        foreach (string note in read.Notes)
        {
            screen.Line($"[yellow]{Screen.Plain(note)}[/]");
        }

        screen.Line();
    }

    public static string Real(Diagnosis read)
    {
        string colour = read.Authenticity.Verdict switch
        {
            AuthenticityVerdict.Genuine => "green",
            AuthenticityVerdict.Unverifiable => "yellow",
            _ => "red",
        };
        string verdict = Screen.Plain(Say.Get("Verdict_" + read.Authenticity.Verdict));
        IEnumerable<string> against = read
            .Authenticity.Checks.Where(check => check.Result is "fail" or "warn")
            .Select(check => Screen.Plain(check.Detail));
        return string.Join(Environment.NewLine, against.Prepend($"[{colour}]{verdict}[/]"));
    }

    public static string What(Diagnosis read)
    {
        List<string> parts = [NoticeTexts.Name(read.Kind)];
        // A deactivation says so already; what is worth saying is a status the kind does not imply.
        bool implied = read is { Kind: NoticeKind.Deactivation, AccountStatus: AccountStatus.Deactivated };
        if (read.AccountStatus != AccountStatus.Unknown && !implied)
        {
            parts.Add(NoticeTexts.Name(read.AccountStatus));
        }

        if (read.Ground is { } ground)
        {
            parts.Add(Say.Get("What_Ground", NoticeTexts.Name(ground)));
        }

        if (read.Marketplace is { } store)
        {
            parts.Add(store);
        }

        if (read.Date is { } date)
        {
            parts.Add(UserFigures.Day(DateOnly.FromDateTime(date.DateTime)));
        }

        return Screen.Plain(string.Join(" · ", parts));
    }

    public static string Reasons(Diagnosis read, KnowledgeBase knowledge) =>
        read.Reasons.Count == 0
            ? Screen.Plain(Say.Get("No_Reason"))
            : string.Join(
                Environment.NewLine,
                read.Reasons.Select(reason =>
                    $"[bold]{Screen.Plain(knowledge.Reason(reason.Code)?.Name.In(UserTexts.Language) ?? reason.Code)}[/]"
                    + (reason.Evidence.Count > 0 ? $"  [grey]“{Screen.Plain(Short(reason.Evidence[0].Quote))}”[/]" : "")
                )
            );

    public static string Wants(Diagnosis read)
    {
        string mode = NoticeTexts.Name(read.ResponseMode);
        IEnumerable<string> named = read
            .Asks.Where(ask => !ask.OnlyIfInError)
            .Select(ask => NoticeTexts.Ask(ask.What))
            .Distinct();
        string asks = string.Join(", ", named.Where(ask => ask != mode));
        return Screen.Plain(asks.Length == 0 ? mode : $"{mode} ({asks})");
    }

    public static string By(Deadline deadline) =>
        (deadline.Due is { } due ? $"[bold]{Figures.Moment(due)}[/] " : "")
        + $"[grey]“{Screen.Plain(deadline.Quote)}”[/]";

    private static string Short(string quote) => quote.Length <= 60 ? quote : quote[..59] + "…";
}
