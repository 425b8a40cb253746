using Reprieve.Answers;
using Reprieve.Answers.Deadlines;
using Reprieve.Answers.Matching;
using Reprieve.Appeals;
using Reprieve.Appeals.Deadlines;
using Reprieve.Cases.Linked;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Responses;

namespace Reprieve.Cli.Output;

/// <summary>The five steps as they pass, with the findings that matter.</summary>
internal sealed class StepsView(CliContext cli, Screen screen, KnowledgeBase knowledge)
{
    private const int MostDrivers = 2;

    public void Why(CaseWork work)
    {
        Diagnosis notice = work.Notice;
        Step(1, DiagnosisView.Reasons(notice, knowledge));
        Detail(DiagnosisView.What(notice));
        Detail(DiagnosisView.Real(notice));
        Detail(Say.Get("Steps_Wants", DiagnosisView.Wants(notice)));
        foreach (Deadline deadline in notice.Deadlines)
        {
            Detail(Say.Get("Steps_By", DiagnosisView.By(deadline)));
        }
    }

    /// <summary>The head of a linked store's steps.</summary>
    public void Store(LinkedStore store)
    {
        screen.Line();
        screen.Line(
            $"[bold]{Screen.Plain(Say.Get("Steps_Store", string.Join(" · ", new[] { store.Key, store.Name }.OfType<string>())))}[/]"
        );
    }

    public void Practice(CaseWork work)
    {
        if (work.Review is not { } review || (review.Files.Count == 0 && work.Documents.Count == 0))
        {
            Step(2, Say.Get("Steps_NoReports"));
            return;
        }

        List<MetricResult> missed = [.. review.Metrics.Where(metric => metric.Status == "missed")];
        if (missed.Count == 0)
        {
            Step(2, AllMet(review));
        }

        for (int i = 0; i < missed.Count; i++)
        {
            string line = Missed(missed[i]);
            if (i == 0)
            {
                Step(2, line);
            }
            else
            {
                Detail(line);
            }

            foreach (Driver driver in review.Drivers.Where(d => d.Metric == missed[i].Code).Take(MostDrivers))
            {
                Detail("  " + ReviewView.DriverText(driver));
            }
        }

        Rest(work, review);
    }

    public void Answer(CaseWork work)
    {
        switch (work.Response)
        {
            case null:
                Step(3, Say.Get("Steps_NoAnswer"));
                break;
            case NothingToSend nothing:
                Step(3, Screen.Plain(nothing.Why));
                break;
            case WrittenResponse written:
                Step(3, Say.Get("Steps_" + written.GetType().Name, Facts(written), written.Attachments.Count));
                break;
        }

        if (work.Check is { } check)
        {
            Detail(CheckView.Summary(check));
        }

        if (work.Response?.Questions.Count(question => !question.Question.Optional) is > 0 and { } open)
        {
            Detail($"[yellow]{Say.Get("Steps_Questions", open)}[/]");
        }
    }

    public void Package(CaseWork work)
    {
        Appeal appeal = work.Appeal!;
        string folder = Screen.Plain(Path.GetRelativePath(cli.WorkingDirectory, appeal.Directory));
        Step(4, Say.Get("Steps_" + appeal.State, folder, appeal.Files.Count));
        if (appeal.State is PackageState.Ready or PackageState.Open)
        {
            Detail(Screen.Plain(appeal.Route.Name.In(UserTexts.Language)));
        }

        foreach (string obstacle in appeal.Obstacles)
        {
            Detail($"[yellow]{Screen.Plain(obstacle)}[/]");
        }
    }

    public void After(CaseWork work)
    {
        if (work.Appeal!.State is not PackageState.Refused)
        {
            Step(5, Say.Get("Steps_After"));
        }

        Next(work.Appeal.Next);
    }

    /// <summary>What is left to do for a linked store: little where its package is ready.</summary>
    public void AfterStore(CaseWork work)
    {
        if (work.Appeal!.State is PackageState.Ready)
        {
            Detail(Say.Get("Steps_StoreSent", work.Paths.Store));
            Detail(Say.Get("Steps_StoreAnswers", work.Paths.Store));
        }
        else
        {
            Next(work.Appeal.Next);
        }
    }

    public void Next(IReadOnlyList<string> steps)
    {
        screen.Line();
        screen.Line($"[bold]{Say.Get("Steps_Next")}[/]");
        for (int i = 0; i < steps.Count; i++)
        {
            screen.Row($"  {i + 1}.", Screen.Plain(steps[i]), labelWidth: 5);
        }
    }

    /// <summary>What has come from Amazon since the last round went out, and what it changes.</summary>
    public void Round(NextRoundPlan plan, Match? match)
    {
        Step(5, Say.Get(plan.Decision is { } decision ? "Decision_" + decision : "Outcome_" + plan.Outcome));
        if (match?.Verdict == MatchVerdict.Unsure)
        {
            Detail($"[yellow]{Say.Get("Match_Unsure", Screen.Plain(string.Join(" ", match.Why)))}[/]");
        }

        foreach (Gap gap in plan.Gaps)
        {
            string what = gap.Section is { } section ? Say.Get("Section_" + section) : NoticeTexts.Ask(gap.Paper ?? "");
            string cause = gap.Cause is { } code ? knowledge.Reason(code)?.Name.In(UserTexts.Language) ?? code : "";
            Detail(
                Say.Get(
                    "Gap",
                    Screen.Plain(cause.Length == 0 ? what : $"{cause}: {what}"),
                    Say.Get("Gap_Sent", gap.Sent.Count)
                )
            );
        }

        if (plan.NothingNew)
        {
            Detail($"[yellow]{Say.Get("Nothing_New")}[/]");
        }
    }

    /// <summary>When the limits of the message that is answered are to be remembered, in the store's zone.</summary>
    public void Reminders(CaseWork work)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(
            knowledge.Marketplace(work.Notice.Marketplace)?.TimeZone ?? "UTC"
        );
        foreach (DueDate limit in CaseCalendar.Limits(work, knowledge, cli.Clock).Where(limit => !limit.Passed))
        {
            if (limit.Due is { } due && ReminderTexts.Days(limit.Limit.For, limit.Since, due, zone) is { } days)
            {
                Detail(Screen.Plain($"{NoticeTexts.DeadlineFor(limit.Limit.For)}: {days}"));
            }
        }
    }

    private string Missed(MetricResult metric) =>
        $"[red]✗[/] "
        + Say.Get(
            "Steps_Missed",
            Screen.Plain(knowledge.Metric(metric.Code).Name.In(UserTexts.Language)),
            UserFigures.Percent(metric.Value),
            Figures.Target(metric.Target, metric.Condition),
            metric.Orders.Count
        );

    private static string AllMet(Review review)
    {
        int met = review.Metrics.Count(metric => metric.Status == "met");
        return met == 0 ? Say.Get("Steps_NoMetrics") : $"[green]✓[/] {Say.Get("Steps_AllMet", met)}";
    }

    private void Rest(CaseWork work, Review review)
    {
        if (review.Listings.Count > 0)
        {
            Detail(Say.Get("Steps_Listings", review.Listings.Select(finding => finding.Sku).Distinct().Count()));
        }

        if (work.Documents.Count > 0)
        {
            int objections = work.Documents.Sum(d => d.Findings.Count(f => f.Severity == Severity.Block));
            Detail(
                Say.Get(objections == 0 ? "Steps_Papers" : "Steps_PapersObjected", work.Documents.Count, objections)
            );
        }

        if (work.Unreadable.Count > 0)
        {
            Detail($"[yellow]{Say.Get("Steps_Unreadable", work.Unreadable.Count)}[/]");
        }
    }

    private static int Facts(WrittenResponse written) =>
        written.Sentences.SelectMany(sentence => sentence.Facts).Distinct().Count();

    private void Step(int number, string markup) =>
        screen.Row($"[bold]{number} {Say.Get("Step_" + number)}[/]", markup, labelWidth: 10);

    private void Detail(string markup) => screen.Row("", markup, labelWidth: 10);
}
