using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>The wordings that may stand in a mail of one language, ready to be looked for in a text at once.</summary>
internal sealed class CueIndex
{
    private const string English = "en";
    private const string AnyLanguage = "any";
    private const string Gap = "...";

    private readonly List<CuePattern> _patterns = [];
    private readonly CueStart[] _starts;
    private readonly List<int> _words = [];
    private readonly char[] _buffer = new char[2 * Letters.MaxWord];
    private string _code = "";

    /// <param name="book">All wordings.</param>
    /// <param name="language">The mail's language; where it could not be told, wordings of every language are looked for.</param>
    public CueIndex(NoticeBook book, string language)
    {
        string primary = language == LanguageIdentifier.Unknown ? "" : Primary(language);
        foreach (BookLanguage of in book.Languages)
        {
            bool own = of.Code == AnyLanguage || primary.Length == 0 || Primary(of.Code) == primary;
            if (!own && of.Code != English)
            {
                continue;
            }

            foreach (CueLine line in book.Cues(of.Code))
            {
                // English phrases stand in mails of every language, but its little words mean something else there.
                if (own || !IsGrammar(line.Field))
                {
                    Add(line, of.MarksDeeds);
                }
            }
        }

        int[] numbers = ByFirstPhrase(out CuePattern[] ordered);
        _starts = Made(ordered, numbers);
        Lexicon.Close();
        Phrases.Close(Lexicon, numbers);
    }

    public Lexicon Lexicon { get; } = new();

    public PhraseTrie Phrases { get; } = new();

    /// <summary>Sentences that were read by it before.</summary>
    public SentenceMemory Known { get; } = new();

    /// <summary>Parts of links by which a route is known, with its code.</summary>
    public List<KnownLink> Links { get; } = [];

    /// <summary>
    /// Wordings by the phrase that they begin with. Where a phrase's wordings begin is its number, and the last of them
    /// says so; a phrase that only goes on or takes back has a number beyond their end.
    /// </summary>
    public ReadOnlySpan<CueStart> Starts => _starts;

    private static bool IsGrammar(CueField field) =>
        field
            is CueField.Possibility
                or CueField.Condition
                or CueField.Future
                or CueField.Negation
                or CueField.Done
                or CueField.Request
                or CueField.DueBefore
                or CueField.Number;

    private static string Primary(string language)
    {
        int dash = language.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? language : language[..dash];
    }

    private void Add(CueLine line, bool needsDone)
    {
        if (line.Field == CueField.Link)
        {
            Links.Add(new KnownLink(line));
            return;
        }

        int[] parts = Parts(line.Say);
        if (parts.Length > 0)
        {
            int[][] unless =
                line.Unless.Count == 0 ? [] : [.. line.Unless.Select(Parts).Where(other => other.Length > 0)];
            // The lines of a code follow each other. One text for all is compared at once, and stays near.
            _code = line.Code == _code ? _code : string.Intern(line.Code);
            _patterns.Add(new CuePattern(line, _code, needsDone, parts, unless));
        }
    }

    /// <summary>The numbers that phrases have from now on, for those they had; and the wordings in that order.</summary>
    private int[] ByFirstPhrase(out CuePattern[] ordered)
    {
        var counts = new int[Phrases.Count];
        foreach (CuePattern pattern in _patterns)
        {
            counts[pattern.Parts[0]]++;
        }

        var numbers = new int[counts.Length];
        int begins = 0;
        int beyond = _patterns.Count;
        for (int phrase = 0; phrase < counts.Length; phrase++)
        {
            numbers[phrase] = counts[phrase] == 0 ? beyond++ : begins;
            begins += counts[phrase];
        }

        ordered = new CuePattern[_patterns.Count];
        var next = (int[])numbers.Clone();
        foreach (CuePattern pattern in _patterns)
        {
            ordered[next[pattern.Parts[0]]++] = pattern;
        }

        return numbers;
    }

    private static CueStart[] Made(CuePattern[] ordered, int[] numbers)
    {
        foreach (CuePattern pattern in ordered)
        {
            pattern.Renumber(numbers);
        }

        var starts = new CueStart[ordered.Length];
        for (int i = 0; i < starts.Length; i++)
        {
            bool isLast = i + 1 == ordered.Length || ordered[i + 1].Parts[0] != ordered[i].Parts[0];
            starts[i] = CueStart.Of(ordered[i], isLast);
        }

        return starts;
    }

    private int[] Parts(string say)
    {
        List<int> parts = [];
        foreach (Range part in say.AsSpan().Split(Gap))
        {
            Words(say.AsSpan()[part]);
            if (_words.Count > 0)
            {
                parts.Add(Phrases.Add(_words));
            }
        }

        return [.. parts];
    }

    /// <summary>Cuts a wording as the tokenizer cuts a text; a star after a word makes it a beginning.</summary>
    private void Words(ReadOnlySpan<char> phrase)
    {
        _words.Clear();
        int i = 0;
        while (i < phrase.Length)
        {
            if (Letters.IsCjk(phrase[i]))
            {
                Learn(phrase.Slice(i, 1), isBeginning: false);
                i++;
            }
            else if (Letters.IsWord(phrase[i]))
            {
                int end = i + 1;
                while (end < phrase.Length && InWord(phrase, end))
                {
                    end++;
                }

                bool genitive = end - i > 2 && phrase[end - 1] == 's' && Letters.IsApostrophe(phrase[end - 2]);
                bool isBeginning = end < phrase.Length && phrase[end] == '*';
                Learn(phrase[i..(genitive ? end - 2 : end)], isBeginning);
                i = end;
            }
            else
            {
                i++;
            }
        }
    }

    private static bool InWord(ReadOnlySpan<char> phrase, int i) =>
        (Letters.IsWord(phrase[i]) && !Letters.IsCjk(phrase[i]))
        || (Letters.IsApostrophe(phrase[i]) && i + 1 < phrase.Length && char.IsLetter(phrase[i + 1]));

    private void Learn(ReadOnlySpan<char> word, bool isBeginning) =>
        _words.Add(Lexicon.Learn(_buffer.AsSpan(0, Letters.Fold(word, _buffer)), isBeginning));
}
