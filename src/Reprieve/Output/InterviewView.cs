using System.Globalization;
using Reprieve.Cases;
using Reprieve.Cli.Interviewing;
using Reprieve.Knowledge;
using Reprieve.Responses.Interview;

namespace Reprieve.Cli.Output;

/// <summary>Where the interview stands: what is known and from where, what is open and why it is asked.</summary>
internal static class InterviewView
{
    public static void Write(Screen screen, KnowledgeBase knowledge, OneInterview interview)
    {
        InterviewGuide guide = interview.Guide;
        if (guide.Questions.Count == 0)
        {
            screen.Line(Say.Get("Interview_Nothing"));
            return;
        }

        foreach (IGrouping<string, GuideQuestion> part in guide.Questions.GroupBy(q => Heading(q, knowledge)))
        {
            screen.Line();
            screen.Line($"[bold]{Screen.Plain(part.Key)}[/]");
            foreach (GuideQuestion question in part)
            {
                One(screen, question);
            }
        }

        foreach (WhyChain chain in guide.Whys.Where(chain => chain.Steps.Count > 0))
        {
            Chain(screen, knowledge, chain);
        }

        Rest(screen, interview);
    }

    /// <summary>Where a question belongs, and how many are still open.</summary>
    public static string Place(GuideQuestion? asked, WhyChain? chain, InterviewGuide guide)
    {
        string place =
            chain is not null ? Say.Get("Interview_Whys", chain.Steps.Count + 1)
            : asked?.Section is { } section ? Say.Get("Section_" + section)
            : Say.Get("Interview_General");
        return $"{place} · {Say.Get("Interview_Left", guide.Open.Count())}";
    }

    private static string Heading(GuideQuestion question, KnowledgeBase knowledge)
    {
        string? cause = question.Cause is { } code ? knowledge.Reason(code)?.Name.In(UserTexts.Language) ?? code : null;
        string part = question.Section is { } section ? Say.Get("Section_" + section) : Say.Get("Interview_General");
        return cause is null ? part : $"{cause} · {part}";
    }

    private static void One(Screen screen, GuideQuestion question)
    {
        string id = $"[grey]{Screen.Plain(question.Question.Id)}[/]";
        string ask = Screen.Plain(new OpenQuestion(question.Question, null).Ask);
        switch (question.State)
        {
            case QuestionState.Answered:
                screen.Row("  [green]✓[/]", $"{ask} → [bold]{Screen.Plain(question.Fact!.Value)}[/]", labelWidth: 4);
                break;
            case QuestionState.Known or QuestionState.Read:
                string from = Screen.Plain(question.Fact!.Source.File ?? "");
                screen.Row(
                    "  [green]✓[/]",
                    $"{ask} → [bold]{Screen.Plain(question.Fact.Value)}[/] [grey]{from}[/]",
                    labelWidth: 4
                );
                break;
            default:
                string mark = question.Question.Optional ? "[grey]○[/]" : "[yellow]?[/]";
                screen.Row("  " + mark, $"{ask} {id}", labelWidth: 4);
                if (question.Problem is { } problem)
                {
                    screen.Row("", $"[yellow]{Screen.Plain(problem)}[/]", labelWidth: 4);
                }

                break;
        }
    }

    private static void Chain(Screen screen, KnowledgeBase knowledge, WhyChain chain)
    {
        string name = knowledge.Reason(chain.Cause)?.Name.In(UserTexts.Language) ?? chain.Cause;
        screen.Line();
        screen.Line($"[bold]{Screen.Plain(Say.Get("Interview_ChainOf", name))}[/]");
        for (int i = 0; i < chain.Steps.Count; i++)
        {
            WhyStep step = chain.Steps[i];
            string shown =
                step.Documents.Count > 0
                    ? string.Join(", ", step.Documents)
                    : Say.Get("Interview_WordOf", step.By ?? Say.Get("Interview_Nobody"));
            screen.Item(
                "",
                $"{Screen.Plain(step.Answer)} [grey]{Screen.Plain(shown)}[/]",
                (i + 1).ToString(CultureInfo.InvariantCulture),
                labelWidth: 1
            );
        }

        if (chain.Problem is { } problem)
        {
            screen.Row("", $"[yellow]{Screen.Plain(problem)}[/]", labelWidth: 4);
        }
        else if (!chain.IsDone)
        {
            screen.Row("", $"[grey]{Screen.Plain(Say.Get("Interview_ChainShort", WhyChain.Enough))}[/]", labelWidth: 4);
        }
    }

    private static void Rest(Screen screen, OneInterview interview)
    {
        InterviewGuide guide = interview.Guide;
        int must = guide.Open.Count(question => !question.Question.Optional);
        screen.Line();
        screen.Line(
            Screen.Plain(
                guide.IsDone
                    ? Say.Get("Interview_Done", guide.Open.Count())
                    : Say.Get("Interview_Open", must, guide.Open.Count() - must, CasePaths.AnswersName)
            )
        );
    }
}
