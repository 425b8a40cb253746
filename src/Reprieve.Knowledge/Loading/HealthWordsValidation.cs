namespace Reprieve.Knowledge.Loading;

/// <summary>What must hold of the words of a page, so that nothing is found between all letters.</summary>
internal static class HealthWordsValidation
{
    private static readonly string[] Known = ["NORMAL", "AT_RISK", "DEACTIVATED"];

    public static IEnumerable<(string Path, string Message)> Check(HealthWords words)
    {
        if (string.IsNullOrWhiteSpace(words.Menu))
        {
            yield return ("$.menu", "menu is empty; give the menu path to the page");
        }

        foreach ((string path, IEnumerable<string> all) in All(words))
        {
            if (all.Any(string.IsNullOrWhiteSpace))
            {
                yield return (path, "a word is empty");
            }
        }

        foreach (string status in words.Statuses.Keys.Concat(words.StatusWords.Keys).Except(Known))
        {
            yield return ("$.statuses", $"'{status}' is not one of {string.Join(", ", Known)}");
        }
    }

    private static IEnumerable<(string Path, IEnumerable<string> Words)> All(HealthWords words) =>
        [
            ("$.labels", words.Labels.Values.SelectMany(all => all)),
            ("$.others", words.Others),
            ("$.merchant", words.Merchant),
            ("$.amazon", words.Amazon),
            ("$.targets", words.Targets),
            ("$.none", words.None),
            ("$.days", words.Days),
            ("$.window10", words.Window10),
            ("$.statuses", words.Statuses.Values.SelectMany(all => all)),
            ("$.statusWords", words.StatusWords.Values.SelectMany(all => all)),
            ("$.unless", words.Unless),
        ];
}
