using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Fields.Parties;

/// <summary>Whether two names or addresses mean the same.</summary>
internal enum Likeness
{
    Same,
    Similar,
    Different,
}

/// <summary>
/// Compares names and addresses as a patient reader would: case, punctuation, legal form and the usual abbreviations
/// make no difference (source: facts/appeal-practice C0, DOC-04).
/// </summary>
internal sealed class CompanyNames
{
    // Shares of the shorter address's words: with the same numbers, and where a number differs ("Room 1203").
    private const double SameWords = 0.6;
    private const double SimilarWords = 0.4;
    private const double DespiteNumbers = 0.8;

    private readonly HashSet<string> _forms = new(StringComparer.Ordinal);
    private readonly List<string> _ideographicForms = [];
    private readonly Dictionary<string, string> _same = new(StringComparer.Ordinal);

    public CompanyNames(KnowledgeBase knowledge)
    {
        foreach (string form in knowledge.PaperWords.SelectMany(words => words.LegalForms))
        {
            if (Folded.IsIdeograph(form[0]))
            {
                _ideographicForms.Add(form);
            }
            else
            {
                _forms.UnionWith(Tokens(form));
                _forms.Add(string.Concat(Tokens(form)));
            }
        }

        _ideographicForms.Sort((a, b) => b.Length - a.Length);
        foreach (string[] alike in knowledge.PaperWords.SelectMany(words => words.Same).Select(same => same.Split('|')))
        {
            foreach (string other in alike.Skip(1))
            {
                _same.TryAdd(other, alike[0]);
            }
        }
    }

    /// <summary>Whether a text ends as company names do; a legal form alone is no name.</summary>
    public bool HasLegalForm(string text)
    {
        List<string> tokens = [.. Tokens(text)];
        int last = tokens.FindLastIndex(token => _forms.Contains(token));
        return (last > 0 && tokens.Count - last <= 3)
            || _ideographicForms.Any(form =>
                text.Length > form.Length + 1 && text.Contains(form, StringComparison.Ordinal)
            );
    }

    /// <summary>Whether a name on a paper is one of the account's; names before and after "trading as" count alike.</summary>
    public Likeness Compare(string name, IEnumerable<string> legalNames)
    {
        List<string> given = [.. Aliases(name).Select(Core).Where(core => core.Length > 0)];
        List<string> ours = [.. legalNames.Select(Core).Where(core => core.Length > 0)];
        return given.Exists(ours.Contains) ? Likeness.Same
            : given.Exists(one => ours.Exists(other => Alike(one, other))) ? Likeness.Similar
            : Likeness.Different;
    }

    /// <summary>Whether two addresses are the same place: their numbers agree, and their words for the better part.</summary>
    public Likeness CompareAddresses(string one, string other)
    {
        HashSet<string> a = [.. Words(one)];
        HashSet<string> b = [.. Words(other)];
        if (a.Count == 0 || b.Count == 0)
        {
            return Likeness.Similar;
        }

        double shared = (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);
        bool numbers = Numbers(a).IsSubsetOf(b) || Numbers(b).IsSubsetOf(a);
        bool ideographic = one.Any(Folded.IsIdeograph) != other.Any(Folded.IsIdeograph);
        // An address in another script can only be held together by its numbers; where those say nothing, be silent.
        return ideographic ? Likeness.Similar
            : numbers
                ? (
                    shared >= SameWords ? Likeness.Same
                    : shared >= SimilarWords ? Likeness.Similar
                    : Likeness.Different
                )
            : shared >= DespiteNumbers ? Likeness.Similar
            : Likeness.Different;
    }

    private static HashSet<string> Numbers(IEnumerable<string> words) =>
        [.. words.Where(word => word.Any(char.IsAsciiDigit))];

    /// <summary>The words of a name without its legal form, run together.</summary>
    public string Core(string name)
    {
        string text = name;
        foreach (string form in _ideographicForms)
        {
            text = text.Replace(form, " ", StringComparison.Ordinal);
        }

        List<string> words = [.. Words(text).Where(word => !_forms.Contains(word))];
        return string.Concat(words.Count > 0 ? words : Words(name));
    }

    /// <summary>All words of a text run together, legal forms left out: what <see cref="Core"/> is looked for in.</summary>
    public string Run(string text)
    {
        foreach (string form in _ideographicForms)
        {
            text = text.Replace(form, " ", StringComparison.Ordinal);
        }

        return string.Concat(Words(text).Where(word => !_forms.Contains(word)));
    }

    private IEnumerable<string> Words(string text) =>
        Tokens(text).Select(token => _same.TryGetValue(token, out string? same) ? same : token);

    private static bool Alike(string one, string other) =>
        Math.Min(one.Length, other.Length) >= 4
        && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal));

    private static string[] Aliases(string name)
    {
        string key = $" {Folded.Key(name)} ";
        foreach (string mark in (string[])[" d/b/a ", " dba ", " t/a ", " trading as ", " doing business as "])
        {
            int at = key.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0)
            {
                return [key[..at], key[(at + mark.Length)..]];
            }
        }

        return [name];
    }

    /// <summary>Words and numbers in lower case; dots inside abbreviations fall away ("L.L.C."), ideographs stay together.</summary>
    private static string[] Tokens(string text) =>
        new string([
            .. Folded
                .Key(Folded.Text(text))
                .Where(c => c is not ('.' or '\'' or '’'))
                .Select(c => char.IsLetterOrDigit(c) || c == '&' ? c : ' '),
        ]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
