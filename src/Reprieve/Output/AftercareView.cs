using Reprieve.Answers.Promises;
using Reprieve.Cases.Aftercare;
using Reprieve.Knowledge;

namespace Reprieve.Cli.Output;

/// <summary>What follows a reinstatement: what to look at, and the promises with what the figures say of them.</summary>
internal static class AftercareView
{
    public static void Show(Screen screen, CaseAftercare care, KnowledgeBase knowledge)
    {
        screen.Line();
        screen.Line($"[bold]{Say.Get("Aftercare_Title")}[/]");
        foreach (string item in care.Checklist)
        {
            screen.Item("", Screen.Plain(item), labelWidth: 2);
        }

        if (care.Promises.Count == 0)
        {
            return;
        }

        screen.Line();
        screen.Line($"[bold]{Say.Get("Promises_Title")}[/]");
        foreach (PromiseState state in care.Promises)
        {
            screen.Item("", Screen.Plain(state.Promise.Text), labelWidth: 2);
            if (state.Metric is { } code)
            {
                screen.Row(
                    "",
                    Screen.Plain(
                        Say.Get(
                            $"Promise_{state.Verdict}",
                            knowledge.Metric(code).Name.In(UserTexts.Language),
                            UserFigures.Percent(state.Value),
                            state.Promise.Threshold
                        )
                    ),
                    labelWidth: 4
                );
            }
        }
    }
}
