using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Tells headings, the role of what stands under them, boilerplate, and the earlier mail quoted below.</summary>
internal static class Sections
{
    private const int LongestHeading = 18;
    private const int LongestCjkHeading = 40;

    public static void Mark(NoticeText text)
    {
        MarkHistory(text);
        string role = SectionRoles.Opening;
        foreach (Sentence sentence in text.Sentences)
        {
            sentence.IsBoilerplate = sentence.Has(CueField.Boilerplate);
            if (!sentence.IsHistory && HeadingRole(text, sentence) is { } found)
            {
                sentence.IsHeading = true;
                role = found;
            }

            sentence.Role = role;
        }
    }

    private static string? HeadingRole(NoticeText text, Sentence sentence)
    {
        bool startsLine = text.Tokens[sentence.First].Is(TokenMarks.NewLine);
        bool cjk = text.Tokens[sentence.First].Is(TokenMarks.Cjk);
        if (sentence.Count > (cjk ? LongestCjkHeading : LongestHeading))
        {
            return null;
        }

        CueHit? named = null;
        foreach (CueHit hit in text.Hits(sentence))
        {
            bool heads =
                hit.Pattern.Field == CueField.Heading && (hit.First - sentence.First <= 2 || IsErrorQuestion(hit));
            named = heads && (named is null || hit.Length > named.Length) ? hit : named;
        }

        if (named is not null && (sentence.IsQuestion || (startsLine && named.Length * 10 >= sentence.Count * 6)))
        {
            return named.Code;
        }

        return sentence.IsQuestion && startsLine ? "other" : null;
    }

    /// <summary>"Have your listings been removed in error?" has its telling words at the end.</summary>
    private static bool IsErrorQuestion(CueHit hit) => hit.Code == SectionRoles.Error && hit.Sentence.IsQuestion;

    /// <summary>
    /// What stands below a line that introduces an earlier mail is history, if something was said above it; a mail
    /// that was merely forwarded, with nothing of its own above, is read.
    /// </summary>
    private static void MarkHistory(NoticeText text)
    {
        bool below = false;
        bool saidAbove = false;
        bool saidUnquoted = Array.Exists(text.Sentences, s => !IsQuoted(text, s) && Says(s));
        foreach (Sentence sentence in text.Sentences)
        {
            bool introduces = text.Tokens[sentence.First].Is(TokenMarks.NewLine) && IntroducesHistory(text, sentence);
            below |= introduces && saidAbove;
            sentence.IsHistory = below || (IsQuoted(text, sentence) && saidUnquoted);
            saidAbove |= Says(sentence);
        }
    }

    private static bool IsQuoted(NoticeText text, Sentence sentence) =>
        text.Tokens[sentence.First].Is(TokenMarks.Quoted);

    private static bool IntroducesHistory(NoticeText text, Sentence sentence)
    {
        if (!sentence.Has(CueField.QuotedBelow))
        {
            return false;
        }

        foreach (CueHit hit in text.Hits(sentence))
        {
            if (hit.Pattern.Field == CueField.QuotedBelow && hit.First - sentence.First <= 1)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(Sentence sentence) =>
        sentence.Has(CueField.Action)
        || sentence.Has(CueField.Reply)
        || sentence.Has(CueField.Ask)
        || sentence.Has(CueField.Kind);
}
