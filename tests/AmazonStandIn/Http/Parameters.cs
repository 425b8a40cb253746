using System.Globalization;

namespace Reprieve.AmazonStandIn;

/// <summary>The query of a request, read strictly: what is unknown, twice there or malformed is refused with its name.</summary>
internal sealed class Parameters
{
    private readonly Dictionary<string, string> _values = [];

    public Parameters(string query)
    {
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] halves = pair.Split('=', 2);
            string name = Unescape(halves[0]);
            if (halves.Length != 2 || !_values.TryAdd(name, Unescape(halves[1])))
            {
                throw Refusal.Invalid($"The parameter '{name}' is not valid.");
            }
        }
    }

    public int Count => _values.Count;

    public void Only(params string[] names)
    {
        if (_values.Keys.FirstOrDefault(name => !names.Contains(name)) is { } other)
        {
            throw Refusal.Invalid($"The parameter '{other}' is not known.");
        }
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public string Needed(string name) => Text(name) ?? throw Refusal.Invalid($"Missing required parameter '{name}'.");

    public DateTimeOffset? Time(string name) =>
        Text(name) is not { } text
            ? null
            : Iso8601.Read(text) ?? throw Refusal.Invalid($"The parameter '{name}' is not a date-time.");

    public int Number(string name, int otherwise, int least, int most) =>
        Text(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number >= least
        && number <= most
            ? number
        : throw Refusal.Invalid($"The parameter '{name}' must be between {least} and {most}.");

    /// <summary>A list, comma-delimited; null where the parameter is not there.</summary>
    public string[]? List(string name, int most = int.MaxValue, params string[] allowed)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        string[] values = text.Split(',');
        return values.Length <= most && values.All(v => v.Length > 0 && (allowed.Length == 0 || allowed.Contains(v)))
            ? values
            : throw Refusal.Invalid($"The parameter '{name}' is not valid.");
    }

    /// <summary>All arguments but one, to tell whether two calls ask the same.</summary>
    public string Question(string but) =>
        string.Join(
            '&',
            _values
                .Where(v => v.Key != but)
                .OrderBy(v => v.Key, StringComparer.Ordinal)
                .Select(v => $"{v.Key}={v.Value}")
        );

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
