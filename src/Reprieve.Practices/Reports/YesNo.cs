namespace Reprieve.Practices.Reports;

/// <summary>Yes and no as downloads write them in the languages of the stores.</summary>
internal static class YesNo
{
    private static readonly Dictionary<string, bool> Words = new[]
    {
        (true, "y|yes|true|x|1|ja|oui|sí|si|sì|sim|tak|evet|はい|是|有|✓"),
        (false, "n|no|false|0|-|n/a|none|nein|non|não|nee|nej|nie|hayır|いいえ|否|无|無"),
    }
        .SelectMany(words => words.Item2.Split('|').Select(word => KeyValuePair.Create(word, words.Item1)))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> ByText =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a field; an empty one is null.</summary>
    /// <returns>False when something is there that is neither.</returns>
    public static bool TryRead(ReadOnlySpan<char> field, out bool? yes)
    {
        yes = null;
        if (field.IsEmpty)
        {
            return true;
        }

        if (!ByText.TryGetValue(field, out bool known))
        {
            return false;
        }

        yes = known;
        return true;
    }
}
