using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Tells headings, the role of what stands under them, boilerplate, and the earlier mail quoted below.</summary>
internal static class Sections
{
    private const int LongestHeading = 18;
    private const int LongestCjkHeading = 40;
    private const int ShortestRule = 10;

    public static void Mark(NoticeText text)
    {
        MarkHistory(text);
        Lists.Mark(text);
        string role = SectionRoles.Opening;
        foreach (Sentence sentence in text.Sentences)
        {
            sentence.IsBoilerplate = sentence.Has(CueField.Boilerplate);
            if (!sentence.IsHistory && HeadingRole(text, sentence) is { } found)
            {
                sentence.IsHeading = true;
                role = found;
            }

            // A list of what to send may stand where the reasons are given.
            sentence.Role = role == SectionRoles.Why && sentence.IsRequested ? SectionRoles.Request : role;
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
        foreach (CueHit hit in sentence.Has(CueField.Heading) ? text.Hits(sentence) : [])
        {
            bool heads = hit.Field == CueField.Heading && (hit.First - sentence.First <= 2 || IsErrorQuestion(hit));
            named = heads && (named is null || hit.Length > named.Length) ? hit : named;
        }

        // "- what you have changed in the way you check your stock" asks; it does not head a section on stock.
        bool gapped = named is null or { Pattern.Parts.Length: > 1 };
        if (sentence.IsListItem && (sentence.IsRequested || (gapped && (named is null || !sentence.IsQuestion))))
        {
            return null;
        }

        // A wording with a gap spans what it likes; only a question or a line by itself shows that it heads.
        bool whole = named is { Pattern.Parts.Length: 1 } && named.Length * 10 >= sentence.Count * 6;
        if (named is not null && (sentence.IsQuestion || (startsLine && (whole || StandsAlone(text, sentence, named)))))
        {
            return named.Code;
        }

        return sentence.IsQuestion && startsLine ? "other" : null;
    }

    /// <summary>A line that begins as a heading does and ends without a stop, with another line below it.</summary>
    private static bool StandsAlone(NoticeText text, Sentence sentence, CueHit named)
    {
        int end = text.Tokens[sentence.Last - 1].End;
        return named.First == sentence.First
            && sentence.Number + 1 < text.Sentences.Length
            && text.Tokens[sentence.Last].Is(TokenMarks.NewLine)
            && (end >= text.Text.Length || text.Text[end] is '\n' or '\r' or ' ');
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
            bool introduces =
                text.Tokens[sentence.First].Is(TokenMarks.NewLine)
                && (IntroducesHistory(text, sentence) || StandsBelowRule(text, sentence));
            below |= introduces && saidAbove;
            sentence.IsHistory = below || (IsQuoted(text, sentence) && saidUnquoted);
            saidAbove |= Says(sentence);
        }
    }

    private static bool IsQuoted(NoticeText text, Sentence sentence) =>
        text.Tokens[sentence.First].Is(TokenMarks.Quoted);

    /// <summary>"From: …" right below a line of dashes: mail programs put an earlier mail there.</summary>
    private static bool StandsBelowRule(NoticeText text, Sentence sentence)
    {
        Token first = text.Tokens[sentence.First];
        int i = first.Start - 1;
        if (first.End >= text.Text.Length || text.Text[first.End] is not (':' or '：'))
        {
            return false;
        }

        while (i >= 0 && text.Text[i] is ' ' or '\r' or '\n')
        {
            i--;
        }

        int rule = 0;
        while (i >= 0 && text.Text[i] is '_' or '-' && rule < ShortestRule)
        {
            i--;
            rule++;
        }

        return rule == ShortestRule;
    }

    private static bool IntroducesHistory(NoticeText text, Sentence sentence)
    {
        if (!sentence.Has(CueField.QuotedBelow))
        {
            return false;
        }

        foreach (CueHit hit in text.Hits(sentence))
        {
            if (hit.Field == CueField.QuotedBelow && hit.First - sentence.First <= 1)
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
