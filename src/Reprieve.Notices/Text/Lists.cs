using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Tells the items of lists, and which lists a request introduces ("Please send us:").</summary>
internal static class Lists
{
    /// <summary>A sentence below an item goes on with it only this far.</summary>
    private const int LongestItem = 4;

    private const string Marks = "-–—－•●○▪■◆※·*+①②③④⑤⑥⑦⑧⑨⑩";

    public static void Mark(NoticeText text)
    {
        bool requested = false;
        int sinceItem = 0;
        Sentence? above = null;
        foreach (Sentence sentence in text.Sentences)
        {
            sentence.IsListItem = BeginsWithMark(text, sentence);
        }

        foreach (Sentence sentence in text.Sentences)
        {
            if (sentence.IsListItem)
            {
                sinceItem = 0;
                requested |= sentence.Has(CueField.Request) && Introduces(text, sentence);
            }
            else if (
                (sentence.Has(CueField.Request) || IsAskedJustAbove(above, sentence)) && Introduces(text, sentence)
            )
            {
                requested = true;
                sinceItem = 0;
            }
            else if (++sinceItem > LongestItem || text.Tokens[sentence.First].Is(TokenMarks.NewLine))
            {
                requested = false;
            }

            sentence.IsRequested = requested;
            above = sentence;
        }
    }

    private static bool Introduces(NoticeText text, Sentence sentence) =>
        EndsWithColon(text, sentence) || StandsBeforeItem(text, sentence) || IsOpenAboveItem(text, sentence);

    /// <summary>"Please send us a plan. It should contain:" introduces a list in a second sentence.</summary>
    private static bool IsAskedJustAbove(Sentence? above, Sentence sentence) =>
        above is { IsListItem: false } && above.Paragraph == sentence.Paragraph && above.Has(CueField.Request);

    /// <summary>"Please provide", a line without a stop right above the first item, introduces it too.</summary>
    private static bool IsOpenAboveItem(NoticeText text, Sentence sentence)
    {
        if (sentence.IsListItem || sentence.Number + 1 >= text.Sentences.Length)
        {
            return false;
        }

        int i = text.Tokens[sentence.Last - 1].End;
        while (i < text.Text.Length && text.Text[i] is ' ' or '\r')
        {
            i++;
        }

        return i < text.Text.Length && text.Text[i] == '\n' && text.Sentences[sentence.Number + 1].IsListItem;
    }

    private static bool BeginsWithMark(NoticeText text, Sentence sentence)
    {
        Token first = text.Tokens[sentence.First];
        if (first.Is(TokenMarks.Number) && first.Is(TokenMarks.NewLine))
        {
            return true;
        }

        int i = first.Start - 1;
        while (i >= 0 && text.Text[i] is ' ' or '[' or ']' or '(' or '\u00A0')
        {
            i--;
        }

        bool marked =
            (i >= 0 && Marks.Contains(text.Text[i], StringComparison.Ordinal)) || text.Text[first.Start] == '・';
        bool lettered = first.Is(TokenMarks.NewLine) && first.Length == 1 && first.End < text.Text.Length;
        return marked || (lettered && text.Text[first.End] is ')' or '.');
    }

    /// <summary>In Japanese and Chinese a full stop before a list introduces it as a colon does.</summary>
    private static bool StandsBeforeItem(NoticeText text, Sentence sentence) =>
        !sentence.IsListItem
        && text.Tokens[sentence.Last - 1].Is(TokenMarks.Cjk)
        && sentence.Number + 1 < text.Sentences.Length
        && text.Sentences[sentence.Number + 1].IsListItem;

    private static bool EndsWithColon(NoticeText text, Sentence sentence)
    {
        int i = text.Tokens[sentence.Last - 1].End;
        while (i < text.Text.Length && text.Text[i] is ' ' or ')' or '*')
        {
            i++;
        }

        return i < text.Text.Length && text.Text[i] is ':' or '：';
    }
}
