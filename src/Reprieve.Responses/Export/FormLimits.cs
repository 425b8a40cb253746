using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Responses.Export;

/// <summary>What the form takes: as the notice states it, else as <c>knowledge/forms</c> has it.</summary>
/// <param name="Characters">Of the whole text; null when nobody says.</param>
/// <param name="BoxCharacters">Of each part in a box of its own; null when nobody says.</param>
/// <param name="FileTypes">Endings without the dot, lower case.</param>
/// <param name="FileMegabytes">Of one file; null when nobody says.</param>
public sealed record FormLimits(
    int? Characters,
    int? BoxCharacters,
    IReadOnlyList<string> FileTypes,
    double? FileMegabytes
)
{
    /// <summary>One type alone is an example ("such as a .pdf"), two and more are a list.</summary>
    private const int LeastTypes = 2;

    private static readonly Regex Megabytes = new(
        @"(?<n>[0-9]+(?:[.,][0-9]+)?)\s*(?:MB|megabytes?)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    private static readonly Regex Types = new(
        @"(?:\.(?<t>pdf|jpg|jpeg|pjpeg|png|gif|tif|tiff|doc|docx|xls|xlsx)|\b(?<t>PDF|JPG|JPEG|PJPEG|PNG|GIF|TIF|TIFF|DOC|DOCX))\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    /// <summary>Making an expression of some hundred words takes longer than all else here.</summary>
    private static readonly ConditionalWeakTable<Form, Regex> CharacterWords = [];

    /// <summary>The limits for an answer to a notice. Where two could be meant, the tighter one holds.</summary>
    public static FormLimits Of(Diagnosis notice, KnowledgeBase knowledge)
    {
        Form usual = knowledge.Forms.First(form => form.Reasons.Count == 0);
        Form form =
            knowledge.Forms.FirstOrDefault(f => notice.Reasons.Any(reason => f.Reasons.Contains(reason.Code))) ?? usual;
        string text = notice.Text ?? "";
        List<string> types =
        [
            .. Types.Matches(text).Select(match => match.Groups["t"].Value.ToLowerInvariant()).Distinct(),
        ];
        return new FormLimits(
            Number(CharacterWords.GetValue(usual, Words), text) is { } stated
                ? (int)stated
                : form.Characters ?? usual.Characters,
            form.BoxCharacters ?? usual.BoxCharacters,
            types.Count < LeastTypes ? form.FileTypes : types,
            Number(Megabytes, text) ?? form.FileMegabytes
        );
    }

    /// <summary>Whether a file of this name is of a type that is taken.</summary>
    public bool Takes(string name)
    {
        string type = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        return FileTypes.Any(taken => Same(taken) == Same(type));

        static string Same(string ending) =>
            ending switch
            {
                "jpeg" => "jpg",
                "tiff" => "tif",
                _ => ending,
            };
    }

    private static Regex Words(Form form) =>
        new(
            @"(?<n>[0-9][0-9.,]*)[\s-]*(?:"
                + string.Join('|', form.CharacterWords.Values.SelectMany(words => words).Select(Regex.Escape))
                + ")",
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );

    /// <summary>The smallest number before the words; a comma or dot before three digits groups them.</summary>
    private static double? Number(Regex words, string text)
    {
        List<double> found = [];
        foreach (Match match in words.Matches(text))
        {
            string digits = match.Groups["n"].Value.TrimEnd(',', '.');
            int mark = digits.LastIndexOfAny([',', '.']);
            bool grouped = mark >= 0 && digits.Length - mark == 4;
            string plain = grouped
                ? digits.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)
                : digits.Replace(',', '.');
            if (
                double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && number > 0
            )
            {
                found.Add(number);
            }
        }

        return found.Count == 0 ? null : found.Min();
    }
}
