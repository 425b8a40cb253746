namespace Reprieve.Documents.Fields.Lines;

/// <summary>Finds product identifiers in a text: ASIN, UPC and EAN by form, model numbers behind a label.</summary>
internal static class Identifiers
{
    private const int AsinLength = 10;

    public static IEnumerable<string> In(string text)
    {
        foreach (string word in Words(text))
        {
            if (IsAsin(word) || IsBarcode(word))
            {
                yield return word;
            }
        }
    }

    /// <summary>What stands in a column of article numbers: every word that holds a digit.</summary>
    public static IEnumerable<string> InColumn(string text) =>
        Words(text).Where(word => word.Length is >= 3 and <= 40 && word.Any(char.IsAsciiDigit));

    private static bool IsAsin(string word) =>
        word.Length == AsinLength
        && word.StartsWith("B0", StringComparison.Ordinal)
        && word.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));

    /// <summary>UPC (12), EAN (13) or GTIN (14 digits) whose check digit is right.</summary>
    private static bool IsBarcode(string word)
    {
        if (word.Length is < 12 or > 14 || !word.All(char.IsAsciiDigit))
        {
            return false;
        }

        int sum = 0;
        for (int i = 0; i < word.Length - 1; i++)
        {
            int fromRight = word.Length - 1 - i;
            sum += (word[i] - '0') * (fromRight % 2 == 1 ? 3 : 1);
        }

        return (10 - sum % 10) % 10 == word[^1] - '0';
    }

    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', ',', ';', ':', '(', ')', '[', ']', '/', '|', '*'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('.', '#'));
}
