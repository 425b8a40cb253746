using Reprieve.Appeals;
using Reprieve.Appeals.Packing;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cli.Output;

/// <summary>
/// The first hour on the screen: is it real, what happened, what Amazon wants, by when, what not to do now, what goes
/// on meanwhile, money, papers. Of a message that is not Amazon's only the warning.
/// </summary>
internal static class FirstHourView
{
    /// <summary>Below this share of right readings the seller is told to trust their own eyes.</summary>
    private const double Sure = 0.7;
    private const int LongestSentence = 240;

    public static void Write(Screen screen, Diagnosis read, KnowledgeBase knowledge)
    {
        Head(screen, read);
        if (Trust.IsRefused(read))
        {
            Refused(screen, read);
            return;
        }

        var advice = new FirstHourAdvice(read, knowledge);
        Happened(screen, read, knowledge);
        Wanted(screen, read);
        if (advice.IsNeeded)
        {
            Advice(screen, advice);
        }

        if (read.Confidence.Kind < Sure || read.Confidence.ResponseMode < Sure)
        {
            screen.Row(Say.Get("Row_Unsure"), $"[yellow]{Screen.Plain(Say.Get("Unsure"))}[/]");
        }

        screen.Line();
    }

    private static void Head(Screen screen, Diagnosis read)
    {
        screen.Line(
            $"[bold]{Screen.Plain(read.Source)}[/]{(read.Subject is { } subject ? " · " + Screen.Plain(subject) : "")}"
        );
        screen.Line();
        screen.Row(Say.Get("Row_Real"), DiagnosisView.Real(read));
        foreach (string note in read.Notes)
        {
            screen.Row(Say.Get("Row_Note"), Screen.Plain(note));
        }
    }

    private static void Refused(Screen screen, Diagnosis read)
    {
        screen.Row(Say.Get("Row_What"), DiagnosisView.What(read));
        bool dangerous =
            read.Kind == NoticeKind.Phishing
            || read.Authenticity.Verdict is AuthenticityVerdict.Forged or AuthenticityVerdict.Suspicious;
        if (dangerous)
        {
            List(screen, Say.Get("Row_DoNot"), FirstHourAdvice.Warnings);
            List(screen, Say.Get("Row_Clicked"), FirstHourAdvice.AfterClick);
        }

        screen.Line();
    }

    private static void Happened(Screen screen, Diagnosis read, KnowledgeBase knowledge)
    {
        screen.Row(Say.Get("Row_What"), DiagnosisView.What(read));
        screen.Row(Say.Get("Row_Reasons"), DiagnosisView.Reasons(read, knowledge));
        if (read.Asins.Count > 0)
        {
            screen.Row("ASIN", Screen.Plain(string.Join(", ", read.Asins)));
        }

        if (read.OrderIds.Count > 0)
        {
            screen.Row(Say.Get("Row_Orders"), Screen.Plain(string.Join(", ", read.OrderIds)));
        }
    }

    private static void Wanted(Screen screen, Diagnosis read)
    {
        screen.Row(Say.Get("Row_Wants"), DiagnosisView.Wants(read));
        if (read.Deadlines.Count == 0)
        {
            screen.Row(Say.Get("Row_By"), Screen.Plain(Say.Get("No_Deadline")));
        }

        foreach (Deadline deadline in read.Deadlines)
        {
            string sentence = SentenceAround(read, deadline.Evidence);
            screen.Row(
                Say.Get("Row_By"),
                $"{(deadline.Due is { } due ? $"[bold]{Figures.Moment(due)}[/] " : "")}{Screen.Plain(NoticeTexts.DeadlineFor(deadline.For))}"
                    + $"{Environment.NewLine}[grey]“{Screen.Plain(sentence)}”[/]"
            );
        }

        screen.Row(Say.Get("Row_Route"), Screen.Plain(NoticeTexts.Name(read.Route.Channel)));
    }

    private static void Advice(Screen screen, FirstHourAdvice advice)
    {
        if (advice.Papers.Count > 0)
        {
            screen.Row(
                Say.Get("Row_Papers"),
                Screen.Plain(string.Join(Say.Get("List_Comma"), advice.Papers.Select(PaperKinds.Name)))
            );
        }

        screen.Line();
        List(screen, Say.Get("Row_DoNot"), advice.DoNots);
        screen.Line();
        List(screen, Say.Get("Row_Meanwhile"), FirstHourAdvice.Meanwhile(inPackage: false));
        if (advice.Money.Any())
        {
            screen.Line();
            List(screen, Say.Get("Row_Money"), advice.Money);
        }

        screen.Line();
        screen.Row(Say.Get("Row_Next"), Screen.Plain(Say.Get("Next_Appeal")));
    }

    private static void List(Screen screen, string label, IEnumerable<string> items)
    {
        foreach (string item in items)
        {
            screen.Item(label, Screen.Plain(item));
            label = "";
        }
    }

    /// <summary>The sentence or line that a passage stands in, so that its words can be found in the notice.</summary>
    private static string SentenceAround(Diagnosis read, Evidence passage)
    {
        string text = (passage.In is null ? read.Text : read.Subject) ?? passage.Quote;
        int start = Math.Min(passage.Start, text.Length);
        while (start > 0 && text[start - 1] is not ('\n' or '.' or '。' or '！' or '!' or '؟'))
        {
            start--;
        }

        int end = Math.Min(passage.Start + passage.Length, text.Length);
        while (end < text.Length && text[end] is not '\n' && text[end - 1] is not ('.' or '。' or '!' or '؟'))
        {
            end++;
        }

        return end - start > LongestSentence ? passage.Quote : text[start..end].Trim();
    }
}
