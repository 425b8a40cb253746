using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Fields;

/// <summary>Tells what kind of paper it is, by its title and by words that only such papers have.</summary>
internal sealed class KindFinder
{
    // A title by itself outweighs a title that begins a line, and three telling words outweigh a title: a power bill
    // is called "invoice" too.
    private const double Whole = 8;
    private const double Begins = 5;
    private const double Lower = 0.5;
    private const double Word = 3;
    private const int MostWords = 4;
    private const double Enough = 4;
    private const int TopLines = 25;

    private readonly List<(string Title, DocumentKind Kind)> _titles;
    private readonly List<(string Word, DocumentKind Kind)> _words;

    public KindFinder(KnowledgeBase knowledge)
    {
        _titles = [.. Phrases(knowledge, paper => paper.Titles).OrderByDescending(title => title.Text.Length)];
        _words = [.. Phrases(knowledge, paper => paper.Words)];
    }

    public DocumentKind Of(PaperText paper)
    {
        Dictionary<DocumentKind, double> scores = [];
        for (int line = 0; line < paper.Lines.Count; line++)
        {
            foreach (PaperCell cell in paper.Lines[line].Cells)
            {
                if (Title(cell.Text) is { } title)
                {
                    // Of equal titles the larger one is the paper's own, the smaller one speaks of another paper.
                    double score =
                        (line < TopLines ? title.Score : title.Score * Lower) + Math.Min(cell.Size / 40, 1.5);
                    scores[title.Kind] = Math.Max(scores.GetValueOrDefault(title.Kind), score);
                }
            }
        }

        string all = Folded.Key(string.Join('\n', paper.Lines.Select(line => line.Text)));
        foreach (IGrouping<DocumentKind, (string Word, DocumentKind Kind)> words in _words.GroupBy(word => word.Kind))
        {
            int found = words.Select(word => word.Word).Distinct().Count(word => Contains(all, word));
            scores[words.Key] =
                scores.GetValueOrDefault(words.Key) + (found > 1 ? Word * Math.Min(found, MostWords) : 0);
        }

        (DocumentKind kind, double best) = scores.MaxBy(pair => pair.Value);
        return best >= Enough ? kind : DocumentKind.Unknown;
    }

    /// <summary>Whether a cell is or begins with a title.</summary>
    public bool IsTitle(string text) => Title(text) is not null;

    /// <summary>What stands behind a title in its cell; null when the cell begins with none.</summary>
    public string? AfterTitle(string text)
    {
        string key = Folded.Key(text);
        string? title = _titles
            .Select(one => one.Title)
            .FirstOrDefault(one => key.StartsWith(one, StringComparison.Ordinal) && Follows(key, one.Length));
        return title is null ? null : text[title.Length..].Trim(' ', ':', '#');
    }

    private (DocumentKind Kind, double Score)? Title(string text)
    {
        string key = Folded.Text(Folded.Key(text)).Trim(' ', ':', '*', '=', '_', '.');
        foreach ((string title, DocumentKind kind) in _titles)
        {
            if (key.Equals(title, StringComparison.Ordinal))
            {
                return (kind, Whole);
            }

            if (key.StartsWith(title, StringComparison.Ordinal) && Follows(key, title.Length))
            {
                return (kind, Begins);
            }

            // "深圳市…发票", "Jiangsu electronic invoice": the title ends the line.
            if (key.EndsWith(title, StringComparison.Ordinal) && key.Length <= title.Length + 24 && Ends(key, title))
            {
                return (kind, Begins);
            }
        }

        return null;
    }

    /// <summary>"Invoice 123", "Rechnung Nr. 5", but not "Invoice address".</summary>
    private static bool Follows(string key, int at) =>
        key[at..].TrimStart(' ', ':', '#', '(', '/') is var rest
        && rest.Length > 0
        && (
            char.IsAsciiDigit(rest[0])
            || rest.StartsWith("no", StringComparison.Ordinal) && rest.Length < 24
            || rest.StartsWith("nr", StringComparison.Ordinal) && rest.Length < 24
            || Folded.IsIdeograph(rest[0]) != Folded.IsIdeograph(key[at - 1])
            || key[at..].StartsWith(" /", StringComparison.Ordinal)
            || (key[at] == '(' && key.Length - at < 24)
            || rest.Any(char.IsAsciiDigit) && rest.Length < 24
        );

    private static bool Ends(string key, string title) =>
        key[^(title.Length + 1)] is var before
        && (before is ' ' or '(' or '/' or '|' || Folded.IsIdeograph(before))
        && !key.Any(char.IsAsciiDigit);

    private static bool Contains(string all, string word)
    {
        for (int at = all.IndexOf(word, StringComparison.Ordinal); at >= 0; )
        {
            int end = at + word.Length;
            bool starts = at == 0 || !char.IsLetter(all[at - 1]) || Folded.IsIdeograph(word[0]);
            if (starts && (end == all.Length || !char.IsLetter(all[end]) || Folded.IsIdeograph(word[^1])))
            {
                return true;
            }

            at = all.IndexOf(word, at + 1, StringComparison.Ordinal);
        }

        return false;
    }

    private static IEnumerable<(string Text, DocumentKind Kind)> Phrases(
        KnowledgeBase knowledge,
        Func<Paper, IReadOnlyDictionary<string, IReadOnlyList<string>>> of
    ) =>
        from paper in knowledge.Papers
        where DocumentKinds.Parse(paper.Code) is not null
        from phrase in of(paper).Values.SelectMany(list => list)
        select (Folded.Key(Folded.Text(phrase)), DocumentKinds.Parse(paper.Code)!.Value);
}

/// <summary>Kinds by their codes in the contract and in <c>knowledge/papers</c>.</summary>
internal static class DocumentKinds
{
    private static readonly Dictionary<string, DocumentKind> ByCode = Enum.GetValues<DocumentKind>()
        .ToDictionary(kind => Knowledge.SnakeCaseCode.Code(kind), StringComparer.Ordinal);

    public static DocumentKind? Parse(string code) => ByCode.TryGetValue(code, out DocumentKind kind) ? kind : null;
}
