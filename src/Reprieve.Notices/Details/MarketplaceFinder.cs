using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// Finds the store a mail is about: the one it names in words before the one its links lead to, and that before the
/// sender's domain. A link to the European Seller Central names no single store.
/// </summary>
internal static class MarketplaceFinder
{
    private const string Name = "amazon.";
    private const double InWords = 4;
    private const double InLink = 1;
    private const double InAddress = 0.5;
    private const double First = 2;

    public static BookStore? Find(Reading reading, NoticeBook book, string? senderDomain)
    {
        Dictionary<string, double> weights = [];
        foreach (NoticeText part in reading.Parts)
        {
            foreach (Sentence sentence in Naming(part))
            {
                Weigh(part, sentence, book, weights);
            }
        }

        string? best = weights.Count == 0 ? null : weights.MaxBy(w => w.Value).Key;
        return book.Store(best ?? senderDomain);
    }

    /// <summary>The sentences in which the name of a store may stand, but for those of earlier mails.</summary>
    private static IEnumerable<Sentence> Naming(NoticeText part)
    {
        int at = Next(part.Text, 0);
        foreach (Sentence sentence in at < 0 ? [] : part.Sentences)
        {
            int begin = part.Tokens[sentence.First].Start;
            int end = part.Tokens[sentence.Last - 1].End;
            at = at >= 0 && at < begin ? Next(part.Text, begin) : at;
            if (at >= 0 && at + Name.Length <= end && !sentence.IsHistory)
            {
                yield return sentence;
            }
        }
    }

    private static int Next(string text, int from) => text.IndexOf(Name, from, StringComparison.OrdinalIgnoreCase);

    private static void Weigh(NoticeText part, Sentence sentence, NoticeBook book, Dictionary<string, double> weights)
    {
        int end = part.Tokens[sentence.Last - 1].End;
        for (int i = sentence.First; i < sentence.Last; i++)
        {
            ref readonly Token token = ref part.Tokens[i];
            bool opaque = token.Is(TokenMarks.Link) || token.Is(TokenMarks.Address);
            bool isName =
                token.Length == Name.Length - 1
                && part.Slice(token).Equals(Name.AsSpan(0, token.Length), StringComparison.OrdinalIgnoreCase);
            if (!opaque && !isName)
            {
                continue;
            }

            ReadOnlySpan<char> at = part.Text.AsSpan(
                token.Start,
                (opaque ? token.End : Math.Min(end, token.End + 8)) - token.Start
            );
            if (at.Contains('.') && Store(at, book) is { } store)
            {
                double weight =
                    token.Is(TokenMarks.Address) ? InAddress
                    : opaque ? InLink
                    : InWords;
                bool first = weights.Count == 0 && !opaque;
                weights[store] = weights.GetValueOrDefault(store) + weight + (first ? First : 0);
            }
        }
    }

    private static string? Store(ReadOnlySpan<char> text, NoticeBook book)
    {
        int at = text.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || (at > 0 && text[at - 1] is not ('.' or '/' or '@')) || text[..at].Contains('-'))
        {
            return null;
        }

        string? longest = null;
        foreach (BookStore store in book.Stores)
        {
            bool here =
                text[at..].StartsWith(store.Code, StringComparison.OrdinalIgnoreCase)
                && (at + store.Code.Length == text.Length || !char.IsAsciiLetterOrDigit(text[at + store.Code.Length]));
            longest = here && store.Code.Length > (longest?.Length ?? 0) ? store.Code : longest;
        }

        return longest;
    }
}
