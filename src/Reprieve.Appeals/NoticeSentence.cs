using Reprieve.Notices;

namespace Reprieve.Appeals;

/// <summary>The sentence of a notice in which a passage stands.</summary>
internal static class NoticeSentence
{
    /// <summary>The sentence, on its own line of the text; the passage alone where the text is not at hand or does not hold it.</summary>
    public static string Around(Diagnosis notice, Evidence passage)
    {
        int after = passage.Start + passage.Length;
        if (passage.In is not null || notice.Text is not { } text || after > text.Length)
        {
            return passage.Quote;
        }

        int start = passage.Start;
        while (start > 0 && !Ends(text, start - 1))
        {
            start--;
        }

        int end = after;
        while (end < text.Length && !Ends(text, end))
        {
            end++;
        }

        // The mark at the end belongs to the sentence.
        return text[start..Math.Min(end + 1, text.Length)].Trim();
    }

    /// <summary>Whether a sentence ends here: at the end of a line, or at a mark that a blank follows where the script has blanks.</summary>
    private static bool Ends(string text, int at) =>
        text[at] switch
        {
            '\n' or '。' or '！' or '？' => true,
            '.' or '!' or '?' => at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]),
            _ => false,
        };
}
