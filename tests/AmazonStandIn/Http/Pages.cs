using System.Globalization;

namespace Reprieve.AmazonStandIn;

/// <summary>Long answers in pages: what matched is settled at the first one, so that pages never overlap or miss.</summary>
internal sealed class Pages
{
    private readonly Dictionary<string, Rest> _rests = [];

    public Page<T> First<T>(SellerAccount account, IReadOnlyList<T> items, int size, string question = "") =>
        Cut(new Rest(account, items, 0, size, question), items);

    /// <summary>The page behind a token of this account and, where the operation wants the arguments again, the same ones.</summary>
    public Page<T> Next<T>(SellerAccount account, string token, string question = "") =>
        _rests.TryGetValue(token, out Rest? rest)
        && rest.Account == account
        && rest.Question == question
        && rest.Items is IReadOnlyList<T> items
            ? Cut(rest, items)
            : throw Refusal.Invalid("The token of the next page is not valid.");

    private Page<T> Cut<T>(Rest rest, IReadOnlyList<T> items)
    {
        int end = Math.Min(items.Count, rest.From + rest.Size);
        string? token = null;
        if (end < items.Count)
        {
            token = "page-" + (_rests.Count + 1).ToString("D6", CultureInfo.InvariantCulture);
            _rests[token] = rest with { From = end };
        }

        return new Page<T>([.. items.Skip(rest.From).Take(end - rest.From)], token, items.Count);
    }

    private sealed record Rest(SellerAccount Account, object Items, int From, int Size, string Question);
}

/// <summary>A page, and the token of the one after it.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken, int Total);
