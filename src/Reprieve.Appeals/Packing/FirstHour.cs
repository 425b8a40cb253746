using System.Globalization;
using Reprieve.Appeals.Deadlines;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;

namespace Reprieve.Appeals.Packing;

/// <summary>
/// Writes <c>first-hour.md</c>: is it real, what happened, what Amazon wants, by when, what not to do, which papers.
/// For a message that is not Amazon's it is a warning and nothing else.
/// </summary>
internal static class FirstHour
{
    public static byte[] Write(PackContext context, IReadOnlyList<string> next)
    {
        var page = new Markdown();
        if (context.IsRefused)
        {
            Warning.Write(page, context);
            return page.ToBytes();
        }

        page.Title(Text("First_Title")).Paragraph(About(context)).Paragraph(Text("First_Calm"));
        Real(page.Section(Text("First_Real")), context);
        Happened(page.Section(Text("First_Happened")), context);
        Wants(page.Section(Text("First_Wants")), context);
        When(page.Section(Text("First_When")), context);
        page.Section(Text("First_DoNot")).Items(context.Advice.DoNots);
        Meanwhile(page.Section(Text("First_Meanwhile")), context);
        Papers(page.Section(Text("First_Papers")), context);
        Figures(page, context);
        page.Section(Text("First_Next"))
            .Steps(next.Where(step => step != Text("Next_FirstHour")))
            .Paragraph(Text("NoPromise"));
        return page.ToBytes();
    }

    /// <summary>Whose notice, of which day, from which file.</summary>
    public static string About(PackContext context)
    {
        List<string> parts =
        [
            context.Request.Store is { Length: > 0 } store ? Text("About_Store", Passage.Quote(store)) : "",
            context.Notice.Marketplace is { } marketplace
                ? Text("About_Marketplace", marketplace)
                : Text("About_NoMarketplace"),
            context.Notice.Date is { } date
                ? Text("About_Date", Moment.Day(DateOnly.FromDateTime(date.DateTime)))
                : Text("About_NoDate"),
            Text("About_File", Passage.Quote(FileName(context.Notice.Source))),
        ];
        return string.Join(Text("About_Between"), parts.Where(part => part.Length > 0));
    }

    /// <summary>How to find out for certain: the notice must stand in Seller Central too.</summary>
    public static void LookItUp(Markdown page, PackContext context)
    {
        page.Paragraph(Text("First_LookUp"));
        if (context.Store is { } store)
        {
            page.Paragraph(Text("CopyDoNotOpen")).ToCopy(store.SellerCentral);
        }
    }

    public static void Real(Markdown page, PackContext context)
    {
        Authenticity authenticity = context.Notice.Authenticity;
        page.Paragraph(Words.Of("Verdict", authenticity.Verdict))
            .Items(
                authenticity.Checks.Select(check =>
                    Text("First_Check", Words.Of("Check", check.Result), check.Name, Passage.Quote(check.Detail))
                )
            );
        LookItUp(page, context);
    }

    private static void Happened(Markdown page, PackContext context)
    {
        Diagnosis notice = context.Notice;
        page.Paragraph(Words.Of("Kind", notice.Kind));
        if (notice.AccountStatus != AccountStatus.Unknown)
        {
            page.Paragraph(Words.Of("Status", notice.AccountStatus));
        }

        if (notice.Ground is { } ground)
        {
            page.Paragraph(Words.Of("Ground", ground));
        }

        if (notice.Reasons.Count == 0)
        {
            page.Paragraph(Text("First_NoReason"));
        }
        else
        {
            page.Paragraph(Text("First_Reasons")).Items(notice.Reasons.Select(reason => Stated(reason, context)));
        }

        if (notice.Asins.Count > 0)
        {
            page.Paragraph(Text("First_Asins", string.Join(", ", notice.Asins.Take(20))));
        }

        if (notice.Confidence.Kind < Sure || notice.Confidence.ResponseMode < Sure)
        {
            page.Paragraph(Text("First_Unsure"));
        }
    }

    // Below this share of right readings the seller is told to read the notice with their own eyes.
    private const double Sure = 0.7;

    private static string Stated(StatedReason reason, PackContext context)
    {
        string name = context.Knowledge.Reason(reason.Code)?.Name.In(UserTexts.Language) ?? reason.Code;
        return reason.Evidence.Count == 0
            ? name
            : Text("First_ReasonQuoted", name, Passage.Quote(reason.Evidence[0].Quote));
    }

    private static void Wants(Markdown page, PackContext context)
    {
        page.Paragraph(Words.Of("Mode", context.Notice.ResponseMode));
        List<Ask> asks = [.. context.Notice.Asks.Where(ask => !ask.OnlyIfInError)];
        if (asks.Count > 0)
        {
            page.Paragraph(Text("First_Asks"))
                .Items(
                    asks.Select(ask => Text("First_Ask", PaperKinds.Name(ask.What), Passage.Quote(ask.Evidence.Quote)))
                );
        }

        if (context.Request.Response is Responses.NothingToSend nothing)
        {
            page.Paragraph(nothing.Why).Steps(nothing.Instead);
        }
    }

    private static void When(Markdown page, PackContext context)
    {
        if (context.Notice.Deadlines.Count == 0)
        {
            page.Paragraph(Text("First_NoLimit"));
        }

        page.Items(
            context.Notice.Deadlines.SelectMany(limit =>
                Reminded(limit, context) is { } days ? new[] { Limit(limit, context), days } : [Limit(limit, context)]
            )
        );
        if (context.Request.Attempts is { } attempts)
        {
            page.Items([Text("Attempts_Left", attempts.Left, Passage.Quote(attempts.Sentence))]);
        }
    }

    private static string? Reminded(Deadline limit, PackContext context) =>
        limit.Due is { } due && context.Now <= due
            ? ReminderTexts.Days(
                limit.For,
                context.Notice.Date ?? context.Request.Opened,
                due,
                Moment.Zone(context.Notice.Marketplace, context.Knowledge)
            )
            : null;

    private static string Limit(Deadline limit, PackContext context)
    {
        string quote = Passage.Quote(limit.Quote);
        string what = Words.Of("Limit", limit.For);
        if (limit.Due is not { } due)
        {
            return Text("Limit_Undated", what, quote);
        }

        int left = Moment.DaysLeft(due, context.Now);
        string rest =
            context.Now > due ? Text("Limit_Passed")
            : left == 0 ? Text("Limit_Today")
            : Text("Limit_Left", left);
        string zone = context.Store?.TimeZone ?? string.Create(CultureInfo.InvariantCulture, $"UTC{due:zzz}");
        DateTimeOffset here = TimeZoneInfo.ConvertTime(due, context.Here);
        string own = here.Offset == due.Offset ? "" : Text("Limit_Here", Moment.DayAndTime(here));
        return Text("Limit", what, Moment.DayAndTime(due), zone, rest, own, quote);
    }

    private static void Meanwhile(Markdown page, PackContext context)
    {
        page.Items(FirstHourAdvice.Meanwhile(inPackage: true));
        if (context.Advice.Money.Any())
        {
            page.Paragraph(Text("Meanwhile_Money")).Items(context.Advice.Money);
        }
    }

    private static void Papers(Markdown page, PackContext context)
    {
        IReadOnlyList<string> papers = context.Advice.Papers;
        page.Paragraph(Text(papers.Count == 0 ? "First_NoPapers" : "First_PapersIntro"))
            .Items(
                papers.Select(paper =>
                {
                    string name = PaperKinds.Name(paper);
                    string found = string.Join(", ", context.Having(paper).Select(d => Passage.Quote(d.Path)));
                    return found.Length == 0 ? Text("Paper_Missing", name) : Text("Paper_Found", name, found);
                })
            );
    }

    private static void Figures(Markdown page, PackContext context)
    {
        List<MetricResult> missed = [.. context.Request.Review?.Metrics.Where(m => m.Status == "missed") ?? []];
        if (missed.Count > 0)
        {
            page.Section(Text("First_Figures"))
                .Paragraph(Text("First_Estimate"))
                .Items(missed.Select(metric => Figure(metric, context)));
        }
    }

    private static string Figure(MetricResult metric, PackContext context)
    {
        string name =
            context.Knowledge.Metrics.FirstOrDefault(m => m.Code == metric.Code)?.Name.In(UserTexts.Language)
            ?? metric.Code;
        string target = Percent(metric.Target ?? 0);
        string amazon = metric.AmazonReported?.Value is { } value ? Text("Figure_Amazon", Percent(value)) : "";
        return Text(
            metric.Condition == TargetCondition.AtLeast ? "Figure_AtLeast" : "Figure_LessThan",
            name,
            Percent(metric.Value ?? 0),
            target,
            metric.Numerator,
            metric.Denominator,
            amazon
        );
    }

    private static string Percent(double rate) => (rate * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static string FileName(string source) => source[(source.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string Text(string key, params ReadOnlySpan<object?> arguments) => Say.Texts.Get(key, arguments);
}
