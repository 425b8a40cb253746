using System.Buffers;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Responses.Evidence;

/// <summary>
/// The name a notice greets ("Hello Larkmoor Supply,"). Mostly the store's, at times a person's: it stands for the store's
/// name as long as the seller says no other, and is shown to be corrected.
/// </summary>
public static class Salutation
{
    private const int FirstLines = 8;
    private const int LongestName = 60;

    /// <summary>Signs of a gap that was never filled, or of an address.</summary>
    private static readonly SearchValues<char> NoName = SearchValues.Create("<>[]{}@*|");

    /// <summary>The name that a notice greets, by the words of its language.</summary>
    /// <returns>The name as written; null where nobody in particular is greeted, or the language is not known.</returns>
    public static string? NameIn(Diagnosis notice, KnowledgeBase knowledge) =>
        knowledge.PlanWords.FirstOrDefault(words => words.Code == notice.Language) is { } words
            ? NameIn(notice.Text ?? "", words)
            : null;

    /// <param name="text">The text of the notice.</param>
    /// <param name="words">The words of its language.</param>
    /// <returns>The name as written; null where nobody in particular is greeted.</returns>
    internal static string? NameIn(string text, PlanWords words)
    {
        int read = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            string line = raw[..Math.Min(raw.Length, 2 * LongestName)].Trim().TrimEnd(",，、:：!！.。 ").ToString();
            if (line.Length == 0)
            {
                continue;
            }

            if (
                words.Greetings.Select(greeting => After(line, greeting)).FirstOrDefault(n => n is not null) is { } name
            )
            {
                return IsSomebody(name, words) ? name : null;
            }

            if (++read == FirstLines)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>What is left of a line that begins or ends with a greeting; null when it does neither.</summary>
    private static string? After(string line, string greeting)
    {
        bool spaced = char.IsAsciiLetter(greeting[0]);
        if (
            line.StartsWith(greeting, StringComparison.OrdinalIgnoreCase)
            && (line.Length == greeting.Length || !spaced || line[greeting.Length] is ' ' or '\u00A0')
        )
        {
            return line[greeting.Length..].Trim(' ', '\u00A0', ',', '，');
        }

        return !spaced && line.EndsWith(greeting, StringComparison.Ordinal) ? line[..^greeting.Length].Trim() : null;
    }

    private static bool IsSomebody(string name, PlanWords words) =>
        name.Length is > 1 and <= LongestName
        && char.IsLetterOrDigit(name[0])
        && name.AsSpan().IndexOfAny(NoName) < 0
        && !words.Anybody.Any(word =>
            char.IsAsciiLetter(word[0])
                ? name.Split(' ', '/', ',').Any(part => part.Equals(word, StringComparison.OrdinalIgnoreCase))
                : name.Contains(word, StringComparison.Ordinal)
        );
}
