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
            literal => Append(filled, literal),
            name =>
            {
                string[] parts = name.Split(':', 2);
                string value = valueOf(parts[0]);
                Append(filled, value);
                if (parts.Length == 2)
                {
                    string[] forms = parts[1].Split('|');
                    filled.Append(' ').Append(value == "1" ? forms[0] : forms[^1]);
                }
            }
        );
        return filled.ToString();
    }

    /// <summary>
    /// Around a gap a Chinese or Japanese sentence leaves a space for what is in Latin letters; where what fills it is
    /// not, no space stands.
    /// </summary>
    private static void Append(StringBuilder filled, string piece)
    {
        if (piece.Length == 0 || filled.Length == 0)
        {
            filled.Append(piece);
        }
        else if (filled[^1] == ' ' && filled.Length > 1 && IsIdeograph(filled[^2]) && IsIdeograph(piece[0]))
        {
            filled.Length--;
            filled.Append(piece);
        }
        else if (piece[0] == ' ' && piece.Length > 1 && IsIdeograph(filled[^1]) && IsIdeograph(piece[1]))
        {
            filled.Append(piece, 1, piece.Length - 1);
        }
        else
        {
            filled.Append(piece);
        }
    }

    /// <summary>Han and kana.</summary>
    private static bool IsIdeograph(char letter) => letter is >= '\u3040' and <= '\u9FFF';

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
