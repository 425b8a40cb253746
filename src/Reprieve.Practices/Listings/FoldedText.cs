using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Reprieve.Practices.Listings;

/// <summary>
/// A text as it is compared (<see cref="Folding"/>), with the places where a phrase of an index may begin. One is used
/// for text after text; nothing is allocated for a text that is not quoted.
/// </summary>
internal sealed class FoldedText
{
    private const uint Seed = 17;

    private readonly List<Place> _places = [];
    private char[] _text = new char[2048];
    private int _length;
    private int[] _origins = [];
    private ReadOnlyMemory<char> _written;
    private CharKind _run;
    private int _start;
    private uint _key;

    public FoldedText() { }

    public FoldedText(string written) => Set(written.AsMemory(), null);

    /// <summary>The folded text.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>Where a phrase may begin, in order.</summary>
    public List<Place> Places => _places;

    /// <summary>A phrase in the same form.</summary>
    public static string Fold(string phrase) => new FoldedText(phrase).Text.Trim().ToString();

    /// <summary>The key under which a folded phrase is filed: its first word, or its first character where words are not written apart.</summary>
    public static uint Key(ReadOnlySpan<char> folded)
    {
        CharKind kind = Folding.KindOf(folded[0]);
        if (kind is not (CharKind.Letter or CharKind.Katakana))
        {
            return WideKey(folded[0]);
        }

        uint key = Seed;
        foreach (char c in folded)
        {
            CharKind next = Folding.KindOf(c);
            if (next != kind && !(next is CharKind.Mark && kind is CharKind.Katakana))
            {
                break;
            }

            key = With(key, c);
        }

        return key;
    }

    /// <summary>Takes another text; with an index, notes where its phrases may begin.</summary>
    public void Set(ReadOnlyMemory<char> written, PhraseIndex? index)
    {
        _written = written;
        _length = 0;
        _origins = [];
        _places.Clear();
        if (_text.Length < written.Length + 1)
        {
            _text = new char[written.Length * 2];
        }

        Run(index);
    }

    /// <summary>The words as written at a place of the folded text.</summary>
    public string Quote(int start, int length)
    {
        if (_origins.Length == 0)
        {
            Trace();
        }

        int from = _origins[start];
        int to = start + length < _length ? _origins[start + length] : _written.Length;
        return _written[from..to].Span.TrimEnd().ToString();
    }

    /// <summary>Whether a place is between words, so that a term may begin or end there.</summary>
    public bool IsEdge(int place)
    {
        if (place <= 0 || place >= _length)
        {
            return true;
        }

        CharKind after = Folding.KindOf(_text[place]);
        CharKind before = Folding.KindOf(_text[place - 1]);
        if (before is CharKind.Mark && place > 1)
        {
            before = Folding.KindOf(_text[place - 2]);
        }

        return after is not CharKind.Mark && (after != before || after is not (CharKind.Letter or CharKind.Katakana));
    }

    private static uint With(uint key, char c) => BitOperations.RotateLeft(key, 5) + c;

    private static uint WideKey(char c) => 0x8000_0000 | c;

    /// <summary>
    /// Folds the text and files each beginning of a word whose key the index has, in one go. What nearly all text is made
    /// of, letters with gaps and signs between them, never leaves this loop.
    /// </summary>
    private void Run(PhraseIndex? index)
    {
        ReadOnlySpan<char> written = _written.Span;
        uint[] latin = Folding.Latin;
        char[] text = _text;
        CharKind run = CharKind.Gap;
        int start = 0;
        uint key = 0;
        int length = 0;
        for (int i = 0; i < written.Length; i++)
        {
            char w = written[i];
            uint fold = w < latin.Length ? latin[w] : Folding.Of(w);
            switch (Folding.Kind(fold))
            {
                case CharKind.Letter when run is CharKind.Letter:
                    key = With(key, Folding.Char(fold));
                    text[length++] = Folding.Char(fold);
                    break;
                case CharKind.Letter:
                    EndRun(index, run, start, key);
                    run = CharKind.Letter;
                    start = length;
                    key = With(Seed, Folding.Char(fold));
                    text[length++] = Folding.Char(fold);
                    break;
                case CharKind.Gap:
                    EndRun(index, run, start, key);
                    run = CharKind.Gap;
                    if (length > 0 && text[length - 1] != ' ')
                    {
                        text[length++] = ' ';
                    }

                    break;
                case CharKind.Sign:
                    EndRun(index, run, start, key);
                    run = CharKind.Sign;
                    text[length++] = Folding.Char(fold);
                    break;
                default:
                    (_length, _run, _start, _key) = (length, run, start, key);
                    i += AppendRare(written, i, fold, index) - 1;
                    (length, run, start, key) = (_length, _run, _start, _key);
                    text = _text;
                    break;
            }
        }

        _length = length;
        EndRun(index, run, start, key);
    }

    private void EndRun(PhraseIndex? index, CharKind run, int start, uint key)
    {
        if (run is CharKind.Letter or CharKind.Katakana && index is not null && index.MayBegin(key))
        {
            _places.Add(new Place(start, key));
        }
    }

    /// <summary>Appends what is no plain letter: kana, Han, and characters whose folded form is several or none. Returns how many characters it took.</summary>
    private int AppendRare(ReadOnlySpan<char> written, int at, uint fold, PhraseIndex? index)
    {
        if (Folding.IsOne(fold))
        {
            Append(Folding.Char(fold), Folding.Kind(fold), index);
            return 1;
        }

        string folded = All(written, at, out int taken);
        int room = _length + folded.Length + written.Length - at + 1;
        if (_text.Length < room)
        {
            Array.Resize(ref _text, room * 2);
        }

        foreach (char c in folded)
        {
            Append(c, Folding.KindOf(c), index);
        }

        return taken;
    }

    private void Append(char c, CharKind kind, PhraseIndex? index)
    {
        if (kind is CharKind.Gap && (_length == 0 || _text[_length - 1] == ' '))
        {
            return;
        }

        bool goesOn =
            kind is CharKind.Mark
                ? _run is CharKind.Katakana
                : kind == _run && kind is CharKind.Katakana or CharKind.Letter;
        if (goesOn)
        {
            _key = With(_key, c);
        }
        else
        {
            EndRun(index, _run, _start, _key);
            _run = kind;
            _start = _length;
            _key = With(Seed, c);
            if (kind is CharKind.Wide && index is not null && index.MayBegin(WideKey(c)))
            {
                _places.Add(new Place(_length, WideKey(c)));
            }
        }

        _text[_length++] = c;
    }

    private static string All(ReadOnlySpan<char> written, int at, out int taken)
    {
        taken = 1;
        if (!char.IsSurrogate(written[at]))
        {
            return Folding.All(written[at]);
        }

        Rune.DecodeFromUtf16(written[at..], out Rune rune, out taken);
        return Folding.All(rune);
    }

    /// <summary>Notes for every folded character where it stands in the text as written.</summary>
    private void Trace()
    {
        _origins = new int[_length];
        int length = 0;
        ReadOnlySpan<char> written = _written.Span;
        for (int i = 0; i < written.Length; )
        {
            uint fold = Folding.Of(written[i]);
            int taken = 1;
            ReadOnlySpan<char> folded = Folding.IsOne(fold) ? [Folding.Char(fold)] : All(written, i, out taken);
            foreach (char c in folded)
            {
                if (c != ' ' || (length > 0 && _text[length - 1] != ' '))
                {
                    _origins[length++] = i;
                }
            }

            i += taken;
        }
    }
}

/// <summary>Where a phrase may begin, and the key of the word there.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Start, uint Key);
