using System.Globalization;
using System.Text;
using Reprieve.Knowledge;

namespace Reprieve.Responses.Interview.Slots;

/// <summary>Comparing what a person typed with the labels we know: width, case and white space do not matter.</summary>
internal static class Words
{
    /// <summary>Full-width forms made plain, white space folded, control characters dropped.</summary>
    public static string Fold(string text)
    {
        string plain = text.IsNormalized(NormalizationForm.FormKC) ? text : Normalized(text);
        var folded = new StringBuilder(plain.Length);
        foreach (char c in plain)
        {
            if (char.IsWhiteSpace(c))
            {
                folded.Append(folded.Length > 0 && folded[^1] != ' ' ? " " : "");
            }
            else if (!char.IsControl(c))
            {
                folded.Append(c);
            }
        }

        return folded.ToString().Trim();
    }

    /// <summary>All labels of a choice, in every language, as they are compared.</summary>
    public static IEnumerable<string> Labels(this Choice choice) =>
        choice.Label.Texts.Values.SelectMany(Forms).Select(Fold).Append(choice.Code).Where(label => label.Length > 0);

    /// <summary>The label that is shown.</summary>
    public static string FirstLabel(this Choice choice, string language) => Forms(choice.Label.In(language)).First();

    /// <summary>How the choice reads inside a sentence.</summary>
    public static string InSentence(this Choice choice, string language) =>
        choice.Say?.In(language) ?? choice.FirstLabel(language);

    public static bool Same(string one, string other) =>
        string.Equals(one.TrimEnd('.', '。'), other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text can stand in a sentence of a language: no letters of a foreign script.</summary>
    public static bool FitsScript(string text, string language) =>
        language.StartsWith("zh", StringComparison.Ordinal)
        || language == "ja"
        || text.EnumerateRunes()
            .All(rune => !Rune.IsLetter(rune) || rune.Value < 0x250 || rune.Value is >= 0x1E00 and < 0x1F00);

    private static IEnumerable<string> Forms(string label) =>
        label.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Unpaired surrogates cannot be normalised; they stay as they are and are found foreign later.</summary>
    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return new string([.. text.Where(c => !char.IsSurrogate(c))]);
        }
    }

    /// <summary>First letter made a capital, for the start of a sentence.</summary>
    public static string Capital(string text) =>
        text.Length > 0 && char.IsLower(text[0])
            ? char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..]
            : text;
}
