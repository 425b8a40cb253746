using System.Text;

namespace Reprieve.Practices.Voices;

/// <summary>
/// A buyer's comment as its words are compared: lower case, Latin letters without accents, full-width forms as plain
/// ones, runs of white space as one space. Every character knows where it stands in the comment as written.
/// </summary>
internal sealed class SpokenText
{
    /// <summary>Longest comment that is read; a longer one is cut.</summary>
    public const int Longest = 2000;

    private const char LastAccented = '\u024F';

    private static readonly char[] Bases = [.. Enumerable.Range(0, LastAccented + 1).Select(c => Base((char)c))];

    private readonly string _written;
    private readonly List<int> _origin;

    public SpokenText(string written)
    {
        _written = written.Length > Longest ? written[..Longest] : written;
        _origin = new List<int>(_written.Length);
        var folded = new StringBuilder(_written.Length);
        for (int i = 0; i < _written.Length; i++)
        {
            Append(folded, _written[i], i);
        }

        Folded = folded.ToString();
    }

    /// <summary>The comment as it is compared.</summary>
    public string Folded { get; }

    /// <summary>A phrase in the same form.</summary>
    public static string Fold(string phrase) => new SpokenText(phrase).Folded.Trim();

    /// <summary>Whether a word may begin or end at a place. Scripts without spaces have no such places and need none.</summary>
    public bool IsEdge(int place) =>
        place <= 0
        || place >= Folded.Length
        || !char.IsLetterOrDigit(Folded[place - 1])
        || !char.IsLetterOrDigit(Folded[place])
        || WritesWithoutSpaces(Folded[place - 1])
        || WritesWithoutSpaces(Folded[place]);

    /// <summary>The sentences, as places in the folded text; a line break ends one too.</summary>
    public IEnumerable<Range> Sentences()
    {
        int start = 0;
        for (int i = 0; i < Folded.Length; i++)
        {
            if (EndsSentence(i))
            {
                if (i > start)
                {
                    yield return start..i;
                }

                start = i + 1;
            }
        }

        if (start < Folded.Length)
        {
            yield return start..Folded.Length;
        }
    }

    /// <summary>The words as written between two places.</summary>
    public string Written(int start, int end)
    {
        int from = _origin[start];
        int to = end < _origin.Count ? _origin[end] : _written.Length;
        // A cut never leaves half a character.
        from += char.IsLowSurrogate(_written[from]) ? 1 : 0;
        to -= to > from && char.IsHighSurrogate(_written[to - 1]) ? 1 : 0;
        return _written[from..to].Trim();
    }

    private bool EndsSentence(int i) =>
        Folded[i] switch
        {
            '!' or '?' or '\u3002' or ';' or '\u2026' => true,
            // 2.5 and amazon.com end nothing.
            '.' => i + 1 == Folded.Length || !char.IsLetterOrDigit(Folded[i + 1]),
            ' ' => _written[_origin[i]] is '\n' or '\r',
            _ => false,
        };

    private static bool WritesWithoutSpaces(char c) => c is >= '\u3040' and <= '\u9FFF';

    private void Append(StringBuilder folded, char c, int origin)
    {
        switch (c)
        {
            case '\u00DF':
                folded.Append("ss");
                _origin.Add(origin);
                _origin.Add(origin);
                return;
            case '\u0152' or '\u0153':
                folded.Append("oe");
                _origin.Add(origin);
                _origin.Add(origin);
                return;
            case '\u2019' or '\u2018' or '\u00B4' or '`':
                c = '\'';
                break;
            // Full-width forms.
            case >= '\uFF01' and <= '\uFF5E':
                c = char.ToLowerInvariant((char)(c - 0xFEE0));
                break;
            case <= LastAccented:
                c = Bases[c];
                break;
            default:
                break;
        }

        char kept = char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c;
        if (kept != ' ' || (folded.Length > 0 && folded[^1] != ' '))
        {
            folded.Append(kept);
            _origin.Add(origin);
        }
    }

    private static char Base(char c) =>
        c switch
        {
            '\u00D8' or '\u00F8' => 'o',
            '\u0141' or '\u0142' => 'l',
            _ => char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]),
        };
}
