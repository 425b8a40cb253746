using System.Globalization;
using System.Text;

namespace Reprieve.Notices;

/// <summary>Whether a name makes itself look like Amazon's: its name within it, letters that look like it, a letter more or less.</summary>
internal static class LookAlike
{
    private const string Name = "amazon";

    private static readonly string[] Posing = [Name, "sellercentral", "seller-central"];

    /// <summary>Letters of other scripts, and digits, with the letter they are taken for.</summary>
    private static readonly Dictionary<char, char> Taken = Map(
        ("a", "аαɑ４4@"),
        ("b", "Ьβ"),
        ("c", "сϲ"),
        ("d", "ԁ"),
        ("e", "еεҽ"),
        ("g", "ɡ"),
        ("i", "іιı"),
        ("l", "ӏ1|"),
        ("m", "мϻ"),
        ("n", "пոռη"),
        ("o", "оοօσ0०"),
        ("r", "г"),
        ("s", "ѕ5"),
        ("z", "ᴢʐ2")
    );

    public static bool Is(string domain)
    {
        string plain = Plain(Shown(domain));
        string joined = plain.Replace("rn", "m", StringComparison.Ordinal);
        return Array.Exists(Posing, name => plain.Contains(name, StringComparison.Ordinal))
            || joined.Contains(Name, StringComparison.Ordinal)
            || plain.Split('.', '-').Any(IsMistyped);
    }

    /// <summary>One letter of the name changed, dropped, added, or two swapped.</summary>
    private static bool IsMistyped(string label)
    {
        if (label.Length is < 5 or > 7 || label[0] != Name[0])
        {
            return false;
        }

        int start = 0;
        while (start < Math.Min(label.Length, Name.Length) && label[start] == Name[start])
        {
            start++;
        }

        ReadOnlySpan<char> rest = label.AsSpan(start);
        ReadOnlySpan<char> wanted = Name.AsSpan(start);
        return label.Length switch
        {
            5 => rest.SequenceEqual(wanted[1..]),
            7 => rest[1..].SequenceEqual(wanted),
            _ => rest.IsEmpty
                || rest[1..].SequenceEqual(wanted[1..])
                || (
                    rest.Length > 1
                    && rest[0] == wanted[1]
                    && rest[1] == wanted[0]
                    && rest[2..].SequenceEqual(wanted[2..])
                ),
        };
    }

    /// <summary>An international name (xn--) as it is shown.</summary>
    private static string Shown(string domain)
    {
        if (!domain.Contains("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return domain;
        }

        try
        {
            return new IdnMapping().GetUnicode(domain);
        }
        catch (ArgumentException)
        {
            // Not a valid international name: it is looked at as it stands.
            return domain;
        }
    }

    private static string Plain(string shown)
    {
        bool ascii = shown.All(char.IsAscii);
        string letters = ascii ? shown : Decomposed(shown);
        var plain = new StringBuilder(letters.Length);
        foreach (char c in letters)
        {
            char lower = char.ToLowerInvariant(c);
            if (ascii || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(Taken.GetValueOrDefault(lower, lower));
            }
        }

        return plain.ToString();
    }

    private static string Decomposed(string shown)
    {
        try
        {
            return shown.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair: it is looked at as it stands.
            return shown;
        }
    }

    private static Dictionary<char, char> Map(params (string Letter, string Alike)[] rows) =>
        rows.SelectMany(row => row.Alike.Select(alike => (alike, row.Letter[0]))).ToDictionary();
}
