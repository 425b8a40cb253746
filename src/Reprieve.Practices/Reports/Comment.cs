using Reprieve.Practices.Voices;

namespace Reprieve.Practices.Reports;

/// <summary>A buyer's comment as it is kept while the review runs; only quotes of it, masked, come out.</summary>
internal static class Comment
{
    /// <summary>The text, cut to what is read; null for an empty one.</summary>
    public static string? Of(ReadOnlySpan<char> text) =>
        text.IsEmpty ? null : text[..Math.Min(text.Length, SpokenText.Longest)].ToString();
}
