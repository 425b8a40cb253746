using Reprieve.Knowledge;
using Reprieve.Practices;

namespace Reprieve.Cli.Output;

/// <summary>Amazon's own figures beside ours, and for each that differs what may set the two apart.</summary>
internal static class AmazonFiguresView
{
    public static void Write(Screen screen, Review review, KnowledgeBase knowledge)
    {
        List<MetricResult> reported = [.. review.Metrics.Where(metric => metric.AmazonReported?.Value is not null)];
        if (reported.Count == 0)
        {
            return;
        }

        screen.Line($"[bold]{Say.Get("Review_Amazon")}[/]");
        foreach (MetricResult metric in reported)
        {
            ReportedFigure figure = metric.AmazonReported!;
            screen.Row("  •", Both(metric, figure, knowledge), 3);
            foreach (DifferenceReason reason in figure.Difference)
            {
                screen.Item("", Reason(reason), "-", 2);
            }
        }

        screen.Line();
    }

    private static string Both(MetricResult metric, ReportedFigure figure, KnowledgeBase knowledge)
    {
        string name = Screen.Plain(knowledge.Metric(metric.Code).Name.In(UserTexts.Language));
        string program =
            metric.Program is Fulfilment.Amazon ? Say.Get("In_Brackets", PracticeTexts.Program(metric.Program)) : "";
        string amazons = UserFigures.Percent(figure.Value);
        string both =
            figure.Difference.Count == 0
                ? Say.Get("Amazon_Same", name, program, amazons)
                : Say.Get("Amazon_Beside", name, program, amazons, UserFigures.Percent(metric.Value));
        return both + Reader(figure.Stated);
    }

    private static string Reader(StatedFigure? stated)
    {
        if (stated is null)
        {
            return "";
        }

        List<string> who = [Say.Get("Amazon_Read")];
        if (stated.By is { } by)
        {
            who.Add(Screen.Plain(by));
        }

        if (stated.ReadOn is { } day)
        {
            who.Add(UserFigures.Day(day));
        }

        return $"[grey]{Say.Get("In_Brackets", string.Join(Say.Get("List_Comma"), who))}[/]";
    }

    private static string Reason(DifferenceReason reason) =>
        reason.Ground is DifferenceGround.Shown
            ? Screen.Plain(reason.Text)
            : $"[grey]{Say.Get("Differs_" + reason.Ground, Screen.Plain(reason.Text))}[/]";
}
