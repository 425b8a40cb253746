using Reprieve.Appeals.Guards;
using Reprieve.Knowledge;
using Reprieve.Responses;

namespace Reprieve.Appeals.Packing;

/// <summary>What stands in the way of sending, and what the seller must do next; concrete and short.</summary>
internal static class NextSteps
{
    /// <summary>What refuses sending.</summary>
    public static IReadOnlyList<string> Obstacles(PackContext context) =>
        [.. context.Guards.Where(guard => guard.Effect == GuardEffect.Refuse).Select(guard => guard.Sentence)];

    public static IReadOnlyList<string> Next(PackContext context, PackageState state) =>
        state switch
        {
            PackageState.Refused => [Text("Next_Warning"), Text("Next_LookUp")],
            PackageState.NothingToSend =>
            [
                .. FirstHour(),
                .. (context.Request.Response as NothingToSend)?.Instead ?? [],
            ],
            PackageState.Open => [.. ToFinish(context)],
            _ => [.. ToSend(context)],
        };

    private static IEnumerable<string> ToFinish(PackContext context)
    {
        foreach (string read in FirstHour())
        {
            yield return read;
        }

        int questions = context.Request.Response?.Questions.Count(open => !open.Question.Optional) ?? 0;
        if (questions > 0)
        {
            yield return Text("Next_Questions", questions);
        }

        if (HowToGet.Missing(context).Count is > 0 and int files)
        {
            yield return Text("Next_Get", files);
        }

        foreach (PaperToChase paper in context.Request.Response?.Papers ?? [])
        {
            yield return Text("Next_Paper", PaperKinds.Name(paper.What), paper.From);
        }

        if (context.Request.Check is { Passed: false })
        {
            yield return Text("Next_Findings", context.Request.Check.Findings.Count(f => f.Severity == Severity.Block));
        }

        if (context.Guards.Any(guard => guard.Rule == OpenAppealGuard.Rule && guard.Effect == GuardEffect.Refuse))
        {
            yield return Text("Next_WaitForAnswer");
        }
        else if (!UserTexts.InWorkbench)
        {
            yield return Text("Next_Again");
        }

        if (Limit(context) is { } limit)
        {
            yield return limit;
        }
    }

    private static IEnumerable<string> ToSend(PackContext context)
    {
        foreach (string read in FirstHour())
        {
            yield return read;
        }

        if (
            context.Request.ResponseFiles.FirstOrDefault(f => f.Name.EndsWith(".docx", StringComparison.Ordinal)) is
            { } word
        )
        {
            yield return Text("Next_ReadAloud", word.Name);
        }

        int papers = (context.Request.Response as WrittenResponse)?.Attachments.Count ?? 0;
        if (papers > 0)
        {
            yield return Text("Next_OpenPapers", papers);
        }

        yield return Limit(context) is { } limit ? Text("Two", Text("Next_Send"), limit) : Text("Next_Send");
        yield return Text("Next_Record");
    }

    /// <summary>In the workbench the first hour is the page itself.</summary>
    private static IEnumerable<string> FirstHour() => UserTexts.InWorkbench ? [] : [Text("Next_FirstHour")];

    /// <summary>When the notice wants the answer, and the days left; null where it names no day.</summary>
    public static string? Limit(PackContext context) =>
        context.Notice.Deadlines.FirstOrDefault(limit => limit.For == "response")?.Due is not { } due ? null
        : context.Now > due ? Text("Next_LimitPassed", Moment.DayAndTime(due))
        : Text("Next_Limit", Moment.DayAndTime(due), Moment.DaysLeft(due, context.Now));

    private static string Text(string key, params ReadOnlySpan<object?> arguments) => Say.Texts.Get(key, arguments);
}
