using System.Text;
using Reprieve.Notices;

namespace Reprieve.Cli.Output;

/// <summary>
/// The notice with the passages that decided marked in it, below each sentence what they say; what was left out is grey
/// and says why. Without colour the marks are brackets.
/// </summary>
internal static class ExplanationView
{
    public static void Write(Screen screen, Explanation explanation)
    {
        screen.Line($"[bold]{Screen.Plain(Say.Get("Explain_Title"))}[/]");
        screen.Line();
        foreach (ExplainedSentence sentence in explanation.Sentences)
        {
            screen.Row(Label(sentence), Marked(sentence));
            foreach (string note in Notes(sentence))
            {
                screen.Item("", note, "[aqua]→[/]");
            }
        }

        screen.Line();
    }

    private static string Label(ExplainedSentence sentence) =>
        sentence.Text.In is not null ? Say.Get("Explain_Subject")
        : sentence.IsHeading ? Screen.Plain(Say.Get("Role_" + sentence.Role))
        : "";

    /// <summary>The sentence with its passages marked; of overlapping ones the outer mark is kept.</summary>
    private static string Marked(ExplainedSentence sentence)
    {
        var text = new StringBuilder();
        int at = 0;
        foreach (ExplainedPassage passage in sentence.LeftOut is null ? sentence.Passages : [])
        {
            int start = passage.Passage.Start - sentence.Text.Start;
            int end = Math.Min(start + passage.Passage.Length, sentence.Text.Length);
            if (start >= at)
            {
                text.Append(Screen.Plain(sentence.Text.Quote[at..start]))
                    .Append("[bold yellow][[[/][bold]")
                    .Append(Screen.Plain(sentence.Text.Quote[start..end]))
                    .Append("[/][bold yellow]]][/]");
                at = end;
            }
        }

        text.Append(Screen.Plain(sentence.Text.Quote[at..]));
        return sentence.LeftOut is null
            ? (sentence.IsHeading ? $"[underline]{text}[/]" : text.ToString())
            : $"[grey]{text}[/]";
    }

    private static IEnumerable<string> Notes(ExplainedSentence sentence)
    {
        if (sentence.LeftOut is { } why)
        {
            return [$"[grey]{Screen.Plain(Say.Get("LeftOut_" + why))}[/]"];
        }

        return sentence.Passages.Select(passage => Screen.Plain(Note(passage))).Distinct();
    }

    private static string Note(ExplainedPassage passage) =>
        passage.Speaks == SpeaksFor.Deed
            ? Say.Get(
                "Explain_Deed",
                passage.Passage.Quote,
                Say.Get("Target_" + (passage.Target.Length == 0 ? "none" : passage.Target)),
                Say.Get("Modality_" + passage.Modality)
            )
            : Say.Get(
                "Explain_Passage",
                passage.Passage.Quote,
                Say.Get("Speaks_" + passage.Speaks),
                passage.Code.Replace('_', ' ')
            );
}
