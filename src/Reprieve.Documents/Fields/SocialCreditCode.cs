namespace Reprieve.Documents.Fields;

/// <summary>The code of eighteen characters that Chinese licences bear (GB 32100-2015); the last checks the others.</summary>
internal static class SocialCreditCode
{
    private const int Length = 18;

    // Without I, O, S, V and Z, which look like digits.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Whether a word looks like such a code: eighteen of its characters, six digits for the district in third place.</summary>
    public static bool HasForm(string word) =>
        word.Length == Length
        && word.ToUpperInvariant().All(char.IsAsciiLetterOrDigit)
        && word.AsSpan(2, 6).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether the last character follows from the others.</summary>
    public static bool IsValid(string code)
    {
        string upper = code.ToUpperInvariant();
        if (!HasForm(upper) || upper.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)))
        {
            return false;
        }

        int sum = 0;
        for (int i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * Alphabet.IndexOf(upper[i], StringComparison.Ordinal);
        }

        return Alphabet[(31 - sum % 31) % 31] == upper[^1];
    }
}
