using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Where in a mail its requests stand.</summary>
internal static class RequestPlaces
{
    private const int StartOfSentence = 4;
    private const string ListMarks = "-–—•●○■◆※*+①②③④⑤⑥⑦⑧⑨⑩";

    /// <summary>Whether a sentence may ask something of the seller: not history, not an explanation, not the "in error?" section.</summary>
    public static bool MayAsk(Sentence sentence) =>
        sentence is { IsHistory: false, IsBoilerplate: false, IsHeading: false }
        && sentence.Role
            is not (SectionRoles.Error or SectionRoles.Consequences or SectionRoles.Funds or SectionRoles.Help)
        && (sentence.Role != SectionRoles.Why || AsksAmongReasons(sentence));

    /// <summary>
    /// Whether a thing named in a sentence is asked for: the section is one of requests, or the sentence or the list
    /// it belongs to has a word that asks, or it begins with the thing as a list item does.
    /// </summary>
    public static bool IsAsked(CueHit thing)
    {
        Sentence sentence = thing.Sentence;
        if (
            sentence.Role is SectionRoles.Request or SectionRoles.Send
            || thing.First - sentence.First < StartOfSentence
        )
        {
            return true;
        }

        for (int i = sentence.Number; i >= 0; i--)
        {
            Sentence above = sentence.Part.Sentences[i];
            if (above.Has(CueField.Request))
            {
                return true;
            }

            if (!IsListItem(above))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"Please modify your product" asks also where reasons are given, and so does the list below it.</summary>
    private static bool AsksAmongReasons(Sentence sentence)
    {
        for (int i = sentence.Number; i >= 0; i--)
        {
            Sentence above = sentence.Part.Sentences[i];
            if (IsRequest(above))
            {
                return true;
            }

            if (!IsListItem(above))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a sentence is a request as a whole: it begins with a word that asks or, in a script without spaces, a
    /// clause of it does (为加快审核，请…) or it ends with one (…してください).
    /// </summary>
    private static bool IsRequest(Sentence sentence)
    {
        Token[] tokens = sentence.Part.Tokens;
        foreach (CueHit hit in sentence.Part.Hits(sentence))
        {
            if (hit.Pattern.Field != CueField.Request)
            {
                continue;
            }

            bool cjk = tokens[hit.First].Is(TokenMarks.Cjk);
            if (
                hit.First - sentence.First <= 1
                || (cjk && (tokens[hit.First].Is(TokenMarks.NewClause) || hit.Last == sentence.Last))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a sentence begins with a dash, a dot or a number.</summary>
    private static bool IsListItem(Sentence sentence)
    {
        Token first = sentence.Part.Tokens[sentence.First];
        if (first.Is(TokenMarks.Number))
        {
            return true;
        }

        string text = sentence.Part.Text;
        bool lettered = first.Length == 1 && first.End < text.Length && text[first.End] == ')';
        if (lettered || text[first.Start] == '・')
        {
            return true;
        }

        int i = first.Start - 1;
        while (i >= 0 && text[i] == ' ')
        {
            i--;
        }

        return i >= 0 && ListMarks.Contains(text[i], StringComparison.Ordinal);
    }
}
