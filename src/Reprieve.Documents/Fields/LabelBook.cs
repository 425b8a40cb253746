using System.Buffers;
using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Fields;

/// <summary>A label as it stands in a cell.</summary>
/// <param name="Field">What it labels, as <c>knowledge/paper-words</c> names it.</param>
/// <param name="Explicit">Whether a colon or the end of the cell follows: it cannot be running text.</param>
internal sealed record LabelHit(string Field, int Start, int End, bool Explicit);

/// <summary>Finds the labels of fields in all languages of <c>knowledge/paper-words</c>.</summary>
internal sealed class LabelBook
{
    private readonly List<(string Label, string Field)> _labels;
    private readonly HashSet<(string Label, string Field)> _known;
    private readonly SearchValues<string> _any;

    public LabelBook(KnowledgeBase knowledge)
        : this(knowledge.PaperWords.SelectMany(words => words.Labels)) { }

    public LabelBook(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> labels)
    {
        // Longest first: "invoice date" before "invoice" and "date".
        _labels =
        [
            .. labels
                .SelectMany(field =>
                    field.Value.Select(label => (Label: Folded.Key(Folded.Text(label)), Field: field.Key))
                )
                .OrderByDescending(label => label.Label.Length),
        ];
        _known = [.. _labels.Select(label => (label.Label.TrimEnd('.'), label.Field))];
        _any = SearchValues.Create(
            [.. _labels.Select(label => label.Label).Where(label => label.Length > 0)],
            StringComparison.Ordinal
        );
    }

    /// <summary>The labels in a cell from left to right, none within another.</summary>
    public IReadOnlyList<LabelHit> In(string text)
    {
        string key = Folded.Key(text);
        // Most cells hold none: all labels are looked for at once before each is looked for by itself.
        if (!key.AsSpan().ContainsAny(_any))
        {
            return [];
        }

        List<LabelHit> hits = [];
        foreach ((string label, string field) in _labels)
        {
            int from = 0;
            int at;
            while (from < key.Length && (at = key.IndexOf(label, from, StringComparison.Ordinal)) >= 0)
            {
                int end = at + label.Length;
                if (Stands(key, at, end) && !hits.Any(hit => at < hit.End && end > hit.Start))
                {
                    (int next, bool colon) = After(key, end);
                    if (at == 0 || colon)
                    {
                        hits.Add(new LabelHit(field, at, next, colon || next >= key.Length));
                    }
                }

                from = end;
            }
        }

        return [.. hits.OrderBy(hit => hit.Start)];
    }

    /// <summary>Whether a whole cell is a label (of any of the given fields, if it also labels others elsewhere).</summary>
    public bool IsLabel(string text, params ReadOnlySpan<string> fields)
    {
        string key = Folded.Key(text).TrimEnd(' ', '.', ':', '#');
        foreach (string field in fields)
        {
            if (_known.Contains((key, field)))
            {
                return true;
            }
        }

        return IsLabel(text, In(text), fields);
    }

    /// <summary>The first of the fields whose label the whole cell is; null when it is none.</summary>
    public string? FieldOf(string text, params ReadOnlySpan<string> fields)
    {
        string key = Folded.Key(text).TrimEnd(' ', '.', ':', '#');
        IReadOnlyList<LabelHit> hits = In(text);
        foreach (string field in fields)
        {
            if (_known.Contains((key, field)) || IsLabel(text, hits, field))
            {
                return field;
            }
        }

        return null;
    }

    private static bool IsLabel(string text, IReadOnlyList<LabelHit> hits, params ReadOnlySpan<string> fields)
    {
        foreach (LabelHit hit in hits)
        {
            if (hit.Start == 0 && hit.End >= text.Length && (fields.Length == 0 || fields.Contains(hit.Field)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Stands(string key, int start, int end) =>
        (start == 0 || !Joins(key[start - 1], key[start])) && (end == key.Length || !Joins(key[end - 1], key[end]));

    private static bool Joins(char left, char right) =>
        char.IsLetterOrDigit(left)
        && char.IsLetterOrDigit(right)
        && !Folded.IsIdeograph(left)
        && !Folded.IsIdeograph(right);

    /// <summary>Where the value begins after a label, and whether a colon closes the label.</summary>
    private static (int Next, bool Colon) After(string key, int end)
    {
        bool colon = false;
        int at = end;
        while (at < key.Length && (key[at] is ' ' or '.' or '#' or ':' or ')' or '\uFE55'))
        {
            colon |= key[at] is ':' or '#';
            at++;
        }

        return (at, colon);
    }
}
