using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>Which store a row's sales-channel names.</summary>
internal static class SalesChannels
{
    /// <summary>The stores that rows name, the most frequent first.</summary>
    public static IEnumerable<(string Domain, int Rows)> MostFrequent(Imports imports, KnowledgeBase knowledge) =>
        Counts(imports)
            .Where(pair => pair.Key > 0 && !IsNonAmazon(imports.Names[pair.Key]))
            .GroupBy(pair => DomainOf(imports.Names[pair.Key], knowledge))
            .Select(group => (Domain: group.Key, Rows: group.Sum(pair => pair.Value)))
            .OrderByDescending(channel => channel.Rows)
            .ThenBy(channel => channel.Domain, StringComparer.Ordinal);

    /// <summary>The channels of a store, by number, with -1 for rows of files that have no such column.</summary>
    public static IReadOnlySet<int> Of(string? domain, Imports imports, KnowledgeBase knowledge) =>
        Counts(imports)
            .Keys.Where(channel =>
                channel > 0
                && !IsNonAmazon(imports.Names[channel])
                && DomainOf(imports.Names[channel], knowledge) == domain
            )
            .Append(-1)
            .ToHashSet();

    /// <summary>How many rows there are of each channel that a row names, by number.</summary>
    private static Dictionary<int, int> Counts(Imports imports)
    {
        // Channels are named early in the files; -1 is what files without that column have.
        int[] counts = new int[imports.Names.Count + 1];
        for (int block = 0; block < imports.Orders.Blocks; block++)
        {
            foreach (ref readonly OrderRow row in imports.Orders.Rows(block))
            {
                counts[row.Channel + 1]++;
            }
        }

        var named = new Dictionary<int, int>();
        for (int at = 0; at < counts.Length; at++)
        {
            if (counts[at] > 0)
            {
                named.Add(at - 1, counts[at]);
            }
        }

        return named;
    }

    private static string DomainOf(string channel, KnowledgeBase knowledge) =>
        knowledge.Marketplace(channel)?.Code ?? channel;

    /// <summary>Sales outside Amazon, which Amazon only ships, are in no rate of a store's.</summary>
    private static bool IsNonAmazon(string channel) => channel.StartsWith("non-amazon", StringComparison.Ordinal);
}
