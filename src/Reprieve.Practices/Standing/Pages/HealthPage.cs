using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Standing;

/// <summary>
/// Reads the text of an Account Health page for somebody who looks over what was found. What could be meant in two ways is not found:
/// nothing is guessed.
/// </summary>
public static class HealthPage
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int MostChars = 256 * 1024;

    /// <summary>So far behind its label a value is looked for.</summary>
    private const int Reach = 300;

    private const int LongestHeader = 100;

    /// <summary>What the text says of the fields of a store.</summary>
    /// <exception cref="ReportException">It is too long to be one page.</exception>
    public static IReadOnlyList<HealthValue> Read(string text, string store, KnowledgeBase knowledge)
    {
        if (text.Length > MostChars)
        {
            throw new ReportException(Say.Texts.Get("Standing_Hand_Long", MostChars / 1024));
        }

        string page = PageText.Plain(text);
        var words = PageWords.Of(knowledge);
        IReadOnlyList<PageWord> found = words.In(page.Replace('\n', ' '));
        var fields = HealthField.Of(store, knowledge).ToLookup(field => field.Code, StringComparer.Ordinal);
        List<HealthValue> values = [.. PageStatus.Of(page, found, words)];
        for (int i = 0; i < found.Count; i++)
        {
            if (found[i].Kind is not PageWordKind.Label || !fields.Contains(found[i].Code ?? ""))
            {
                continue;
            }

            int next = i + 1;
            while (next < found.Count && found[next].Kind is not (PageWordKind.Label or PageWordKind.Other))
            {
                next++;
            }

            int end = next < found.Count ? found[next].At : page.Length;
            var section = new PageSection(page, words, found[i], Math.Min(end, found[i].End + Reach))
            {
                Inside = [.. found.Skip(i + 1).Take(next - i - 1)],
                Header = Header(page, found, i),
            };
            values.AddRange(section.Values([.. fields[found[i].Code!]]));
        }

        return
        [
            .. values
                .GroupBy(value => value.Key, StringComparer.Ordinal)
                .Where(same => same.DistinctBy(value => value.Value).Count() == 1)
                .Select(same => same.First()),
        ];
    }

    /// <summary>Programmes that stand right before a label, as the heads of columns do.</summary>
    private static IReadOnlyList<PageWord> Header(string page, IReadOnlyList<PageWord> found, int label)
    {
        int first = label;
        while (first > 0 && found[first - 1].Kind is PageWordKind.Merchant or PageWordKind.Amazon)
        {
            first--;
        }

        bool heads =
            label - first > 1
            && found[label].At - found[first].At <= LongestHeader
            && !page.AsSpan(found[first].At, found[label].At - found[first].At).ContainsAnyInRange('0', '9');
        return heads ? [.. found.Skip(first).Take(label - first)] : [];
    }
}

/// <summary>What a page says of a field.</summary>
/// <param name="Key">That of the <see cref="HealthField"/>.</param>
/// <param name="Value">As it stands on the page; of the status Amazon's word.</param>
/// <param name="Seen">The words of the page that say it.</param>
public sealed record HealthValue(string Key, string Value, string Seen)
{
    private const int Longest = 100;

    internal static HealthValue Of(string key, string value, string page, int from, int end)
    {
        string seen = page[from..end].Replace('\n', ' ').Trim();
        return new HealthValue(key, value, seen.Length <= Longest ? seen : seen[..(Longest / 2)] + " … " + value);
    }
}
