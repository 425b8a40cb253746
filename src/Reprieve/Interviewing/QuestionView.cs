using System.Globalization;
using Reprieve.Cli.Output;
using Reprieve.Knowledge;
using Reprieve.Responses.Interview;

namespace Reprieve.Cli.Interviewing;

/// <summary>One question as it is put to a person: where it belongs, what is asked and why, and what can be chosen.</summary>
internal sealed class QuestionView(Screen screen, OneInterview interview)
{
    public void Write(Question question)
    {
        InterviewGuide guide = interview.Guide;
        var shown = new OpenQuestion(question, null);
        GuideQuestion? asked = guide.Questions.FirstOrDefault(q => q.Question.Id == question.Id);
        WhyChain? chain = guide.Whys.FirstOrDefault(c => c.Next?.Id == question.Id);
        screen.Line();
        screen.Line($"[grey]{Screen.Plain(InterviewView.Place(asked, chain, guide))}[/]");
        screen.Line($"[bold]{Screen.Plain(shown.Ask)}[/]{Optional(question)}");
        screen.Row("", $"[grey]{Screen.Plain(shown.Why)}[/]", labelWidth: 2);
        foreach (string hint in asked?.Hints ?? [])
        {
            screen.Row("", Screen.Plain(Say.Get("Interview_Shown", hint)), labelWidth: 2);
        }

        if (asked?.Problem is { } problem)
        {
            screen.Row("", $"[yellow]{Screen.Plain(asked.Answer?.Value)}: {Screen.Plain(problem)}[/]", labelWidth: 2);
        }

        List<string> offered =
            question.Slot == Slot.Document ? Papers() : [.. shown.Choices.Select(choice => choice.Label)];
        for (int i = 0; i < offered.Count; i++)
        {
            screen.Item("", Screen.Plain(offered[i]), (i + 1).ToString(CultureInfo.InvariantCulture), labelWidth: 2);
        }

        if (question.Choices.Count == 0 && shown.How.Length > 0)
        {
            screen.Row("", $"[grey]{Screen.Plain(shown.How)}[/]", labelWidth: 2);
        }
    }

    /// <summary>The papers of the folder, as their paths in it.</summary>
    public List<string> Papers() => [.. interview.Work.Documents.Select(paper => paper.Path)];

    /// <summary>Whether it is the day of something done, for which there may be a paper in the folder.</summary>
    public bool WantsProof(Question question)
    {
        bool dayOfAction =
            question.Slot == Slot.Date
            && interview.Guide.Questions.Any(q =>
                q.Question.Id == question.Id && q.Section == PlanSection.ActionsTaken
            );
        return (dayOfAction || question.Slot == Slot.Why) && interview.Work.Documents.Count > 0;
    }

    private static string Optional(Question question) =>
        question.Optional && question.Slot != Slot.Why ? $" [grey]{Say.Get("Interview_Optional")}[/]" : "";
}
