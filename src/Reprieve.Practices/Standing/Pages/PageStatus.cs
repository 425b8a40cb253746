using System.Buffers;

namespace Reprieve.Practices.Standing;

/// <summary>What a page says of the account as a whole: behind the label of its status, or in a sentence of its own.</summary>
internal static class PageStatus
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("\n.!?。；");

    /// <summary>Each mention; where they differ nothing is known.</summary>
    public static IEnumerable<HealthValue> Of(string page, IReadOnlyList<PageWord> found, PageWords words) =>
        [.. Labelled(page, found, words), .. Said(page, words)];

    private static IEnumerable<HealthValue> Labelled(string page, IReadOnlyList<PageWord> found, PageWords words)
    {
        foreach (PageWord label in found.Where(word => word.Code == HealthField.Status))
        {
            int at = label.End;
            while (at < page.Length && page[at] is ' ' or '\n' or ':')
            {
                at++;
            }

            (string status, string word) = words
                .StatusWords.SelectMany(one => one.Words.Select(word => (one.Status, Word: word)))
                .Where(one => PageText.Stands(page, at, one.Word))
                .OrderByDescending(one => one.Word.Length)
                .FirstOrDefault();
            if (status is not null)
            {
                yield return HealthValue.Of(HealthField.Status, status, page, label.At, at + word.Length);
            }
        }
    }

    /// <summary>Sentences that state it; one that says when it would be so states nothing.</summary>
    private static IEnumerable<HealthValue> Said(string page, PageWords words)
    {
        for (int from = 0; from < page.Length; )
        {
            int length = page.AsSpan(from).IndexOfAny(Ends);
            int end = length < 0 ? page.Length : from + length;
            foreach ((string status, IReadOnlyList<string> phrases) in words.Statuses)
            {
                if (PageText.Has(page, from, end, phrases) && !PageText.Has(page, from, end, words.Unless))
                {
                    yield return HealthValue.Of(HealthField.Status, status, page, from, end);
                }
            }

            from = end + 1;
        }
    }
}
