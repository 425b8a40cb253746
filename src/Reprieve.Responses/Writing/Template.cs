using System.Text;

namespace Reprieve.Responses.Writing;

/// <summary>
/// A sentence with gaps: <c>{fact.id}</c>, and <c>{fact.id:day|days}</c> for a count with its noun.
/// <c>{each.date}</c> stands for the item the sentence is said of.
/// </summary>
internal static class Template
{
    private const string EachPrefix = "each.";

    /// <summary>The ids it names, in order, each once.</summary>
    public static IReadOnlyList<string> Names(string text)
    {
        List<string> names = [];
        Walk(
            text,
            _ => { },
            name =>
            {
                string id = name.Split(':')[0];
                if (!names.Contains(id))
                {
                    names.Add(id);
                }
            }
        );
        return names;
    }

    /// <summary>The sentence with its gaps filled.</summary>
    /// <param name="valueOf">What stands for an id.</param>
    public static string Fill(string text, Func<string, string> valueOf)
    {
        var filled = new StringBuilder(text.Length * 2);
        Walk(
            text,
            literal => filled.Append(literal),
            name =>
            {
                string[] parts = name.Split(':', 2);
                string value = valueOf(parts[0]);
                filled.Append(value);
                if (parts.Length == 2)
                {
                    string[] forms = parts[1].Split('|');
                    filled.Append(' ').Append(value == "1" ? forms[0] : forms[^1]);
                }
            }
        );
        return filled.ToString();
    }

    /// <summary>A name of a sentence that is said of every item of a group, as the id of one item's fact.</summary>
    public static string OfItem(string name, string? item) =>
        item is not null && name.StartsWith(EachPrefix, StringComparison.Ordinal)
            ? item + name[EachPrefix.Length..]
            : name;

    private static void Walk(string text, Action<string> literal, Action<string> gap)
    {
        int at = 0;
        while (at < text.Length)
        {
            int open = text.IndexOf('{', at);
            int close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            literal(text[at..open]);
            gap(text[(open + 1)..close]);
            at = close + 1;
        }

        literal(text[at..]);
    }
}
