using Reprieve.Answers.Rounds;
using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Notices;
using Reprieve.Responses;
using Reprieve.Server.Desk;

namespace Reprieve.Server.Pages;

/// <summary>Something the seller does next in the workbench.</summary>
/// <param name="Text">What, as an order.</param>
/// <param name="Href">The page on which it is done; null where it is done elsewhere.</param>
/// <param name="Go">What the button that leads there says.</param>
internal sealed record NextAction(string Text, string? Href, string Go)
{
    /// <summary>All that is to be done now, in order; the first is the one that counts.</summary>
    public static IReadOnlyList<NextAction> Of(CaseView view)
    {
        CaseWork work = view.Work!;
        string home = $"/cases/{view.Stored.Id}";
        return work.IsRefused ? [new(Say.Get("do_beware"), home + "/why", Say.Get("go_why"))]
            : view.Round?.Outcome is AnswerOutcome.PhoneAttempt
                ? [new(Say.Get("do_call"), home + "/decision", Say.Get("go_decision"))]
            : view.IsAnswered ? [.. AfterAnswer(work, home)]
            : work.Record.Stage == CaseStage.Sent
                ? [new(Say.Get("do_wait"), home + "/decision", Say.Get("go_decision"))]
            : work.Response is NothingToSend nothing
                ? [.. nothing.Instead.Select(step => new NextAction(step, null, ""))]
            : work.Appeal?.State == PackageState.Ready ? [.. ToSend(work, home)]
            : [.. ToFinish(view, work, home)];
    }

    private static IEnumerable<NextAction> AfterAnswer(CaseWork work, string home)
    {
        NextAction read = new(Say.Get("do_decision"), home + "/decision", Say.Get("go_decision"));
        bool again = work.Record.Stage != CaseStage.Sent && work.Appeal?.State == PackageState.Ready;
        return again ? ToSend(work, home).Prepend(read) : [read];
    }

    private static IEnumerable<NextAction> ToSend(CaseWork work, string home)
    {
        yield return new(Say.Get("do_read"), home + "/answer", Say.Get("go_answer"));
        if (work.Response is WrittenResponse { Attachments.Count: > 0 and int papers })
        {
            yield return new(Counted("do_attachments", papers), home + "/send#package", Say.Get("go_send"));
        }

        yield return new(Say.Get("do_send"), home + "/send", Say.Get("go_send"));
    }

    private static IEnumerable<NextAction> ToFinish(CaseView view, CaseWork work, string home)
    {
        if (view.Guide?.Open.Count(asked => !asked.Question.Optional) is > 0 and int questions)
        {
            yield return new(Counted("do_questions", questions), home + "/answer", Say.Get("go_answer"));
        }

        if (view.Pages.ContainsKey("how-to-get.md"))
        {
            yield return new(Say.Get("do_reports"), home + "/review#missing", Say.Get("go_review"));
        }

        foreach (PaperToChase paper in work.Response?.Papers ?? [])
        {
            string text = Say.Get("do_paper", NoticeTexts.Ask(paper.What), paper.From);
            yield return new(text, home + "/review#papers", Say.Get("go_review"));
        }

        // Until something is written there is nothing to mend: the questions come first.
        bool isWritten = work.Response is WrittenResponse written && written.Text.Trim().Length > 0;
        if (isWritten && work.Check is { Passed: false } check)
        {
            int count = check.Findings.Count(finding => finding.Severity == Knowledge.Severity.Block);
            yield return new(Counted("do_findings", count), home + "/answer#findings-panel", Say.Get("go_answer"));
        }

        if (isWritten && work.Appeal?.Obstacles.Count > 0)
        {
            yield return new(Say.Get("do_obstacles"), home + "/send", Say.Get("go_send"));
        }
    }

    private static string Counted(string key, int count) => Say.Get(count == 1 ? key + "_one" : key, count);
}
