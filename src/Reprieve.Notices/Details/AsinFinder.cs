namespace Reprieve.Notices;

/// <summary>Finds ASINs: ten capital letters and digits that begin with B0. What a poster masked is none.</summary>
internal static class AsinFinder
{
    private const int Length = 10;
    private const int MaskRun = 4;
    private const int MaskRunOfX = 3;

    public static IReadOnlyList<string> Find(Reading reading)
    {
        List<string> found = [];
        HashSet<string> known = [];
        foreach (NoticeText part in reading.Parts)
        {
            foreach (Sentence sentence in part.Sentences)
            {
                if (sentence.IsHistory)
                {
                    continue;
                }

                foreach (ref readonly Token token in sentence.Words)
                {
                    if (token.Length >= Length && !token.Is(TokenMarks.Plain))
                    {
                        Collect(part, token, found, known);
                    }
                }
            }
        }

        return found;
    }

    private static void Collect(NoticeText part, Token token, List<string> found, HashSet<string> known)
    {
        ReadOnlySpan<char> slice = part.Slice(token);
        if (!token.Is(TokenMarks.Link))
        {
            if (
                slice.Length is >= Length and <= 2 * Length
                && slice[0] == 'B'
                && Shown(slice) is var word
                && IsAsin(word)
                && !MaskAround(part.Text, token.Start, token.End)
                && known.Add(word)
            )
            {
                found.Add(word);
            }

            return;
        }

        for (int i = 0; i + Length <= slice.Length; i++)
        {
            bool bounded =
                i > 0
                && slice[i - 1] is '/' or '='
                && (i + Length == slice.Length || !char.IsAsciiLetterOrDigit(slice[i + Length]));
            if (bounded && IsAsin(slice.Slice(i, Length)) && known.Add(slice.Slice(i, Length).ToString()))
            {
                found.Add(slice.Slice(i, Length).ToString());
            }
        }
    }

    /// <summary>A word without zero-width characters, which copying from a page may leave in it.</summary>
    private static string Shown(ReadOnlySpan<char> word)
    {
        Span<char> shown = stackalloc char[2 * Length];
        return shown[..Letters.Shown(word, shown)].ToString();
    }

    private static bool IsAsin(ReadOnlySpan<char> word)
    {
        if (word.Length != Length || word[0] != 'B' || word[1] != '0')
        {
            return false;
        }

        int run = 1;
        for (int i = 2; i < Length; i++)
        {
            if (!char.IsAsciiLetterUpper(word[i]) && !char.IsAsciiDigit(word[i]))
            {
                return false;
            }

            run = word[i] == word[i - 1] ? run + 1 : 1;
            if (char.IsAsciiLetter(word[i]) && run >= (word[i] == 'X' ? MaskRunOfX : MaskRun))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MaskAround(string text, int start, int end) =>
        (start > 0 && text[start - 1] is '*' or '_' or '#')
        || (end < text.Length && text[end] is '*' or '_' or '#' or '…');
}
