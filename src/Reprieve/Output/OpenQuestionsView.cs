using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Responses.Interview;

namespace Reprieve.Cli.Output;

/// <summary>What the seller is asked, with why.</summary>
internal static class OpenQuestionsView
{
    public static void Write(Screen screen, CaseWork work)
    {
        if (work.Response is not { Questions.Count: > 0 } response)
        {
            return;
        }

        screen.Line();
        screen.Line($"[bold]{Say.Get("Questions_Title", CasePaths.AnswersName)}[/]");
        foreach (OpenQuestion open in response.Questions)
        {
            screen.Row("  ?", $"{Screen.Plain(open.Ask)} [grey]{Screen.Plain(open.Question.Id)}[/]", labelWidth: 4);
            screen.Row("", $"[grey]{Screen.Plain(open.Why)}[/]", labelWidth: 4);
            if (open.Problem is { } problem)
            {
                screen.Row("", $"[yellow]{Screen.Plain(problem)}[/]", labelWidth: 4);
            }
        }
    }
}
