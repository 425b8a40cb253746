using System.Runtime.InteropServices;
using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Reading;

/// <summary>What a block of a text is.</summary>
internal enum BlockKind
{
    Heading,
    Item,
    Paragraph,
}

/// <summary>A heading, a list item or a paragraph, with the part and the cause it stands under.</summary>
/// <param name="Start">UTF-16 code units from the start of the text, list mark and mark-up left out.</param>
/// <param name="Sections">The parts it belongs to; more than one under a joint heading, none outside of the three.</param>
/// <param name="Causes">Causes of the heading it stands under; empty when it stands under none.</param>
/// <param name="Closing">Whether it belongs to the closing.</param>
internal sealed record Block(
    BlockKind Kind,
    int Start,
    int Length,
    TokenRange Tokens,
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<PlanSection> Sections,
    IReadOnlyList<string> Causes,
    bool Closing
)
{
    public int End => Start + Length;

    public bool Content => Kind != BlockKind.Heading && !Closing;
}

/// <summary>A sentence by its offsets and tokens.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sentence(int Start, int Length, TokenRange Tokens)
{
    public int End => Start + Length;
}

/// <summary>A text whose structure has been read once: parts by headings (or by how paragraphs begin), causes, items, sentences.</summary>
internal sealed record PlanText
{
    public required string Text { get; init; }

    /// <summary>The language it is written in; "und" when unsure.</summary>
    public required string Language { get; init; }

    /// <summary>The words of that language; null when knowledge has none, and rules on words stay silent.</summary>
    public required PlanVocabulary? Vocabulary { get; init; }

    public required IReadOnlyList<Token> Tokens { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Words; characters of Chinese and Japanese texts, punctuation left out.</summary>
    public required int Words { get; init; }

    /// <summary>Whether it is written without spaces, as Chinese and Japanese are.</summary>
    public bool Spaceless => IsSpaceless(Language);

    /// <summary>All tokens.</summary>
    public TokenRange Whole => new(0, Tokens.Count);

    /// <summary>Sentences of all blocks, in order.</summary>
    public IEnumerable<Sentence> Sentences => Blocks.SelectMany(block => block.Sentences);

    /// <summary>Items and paragraphs of a part.</summary>
    public IEnumerable<Block> Content(PlanSection section) =>
        Blocks.Where(block => block.Content && block.Sections.Contains(section));

    /// <summary>Days named in a run of tokens.</summary>
    public IEnumerable<DateMention> Dates(TokenRange range)
    {
        foreach (DateMention date in AllDates)
        {
            if (date.LastToken >= range.End)
            {
                yield break;
            }

            if (date.FirstToken >= range.First)
            {
                yield return date;
            }
        }
    }

    /// <summary>All days of the text, in order; most rules ask for some of them.</summary>
    private List<DateMention> AllDates => field ??= [.. DateMentions.In(Text, Tokens, Whole, Vocabulary)];

    /// <summary>Whether a month is named, with or without a day: "in March", "en mars 2026", "3月". Coarse, but a time.</summary>
    public bool NamesMonth(TokenRange range)
    {
        for (int i = range.First; i < range.End; i++)
        {
            Token token = Tokens[i];
            bool named = Vocabulary?.Months.ContainsKey(token.Key) == true;
            bool lowerCase = Vocabulary?.Language == "fr" && token.Length > 3;
            bool afterNumber = i > range.First && Tokens[i - 1].Number;
            bool besideNumber = afterNumber || (i + 1 < range.End && Tokens[i + 1].Number);
            if (
                (named && (besideNumber || (token.Capital && token.Length > 3) || lowerCase))
                || (token.Key == "月" && afterNumber)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="fallbackLanguage">Taken where the text is too short to tell.</param>
    /// <param name="questions">Questions of the notice, which may serve as headings.</param>
    public static PlanText Read(
        string text,
        PlanLanguages languages,
        string? fallbackLanguage,
        IReadOnlyList<NoticeQuestion> questions
    )
    {
        List<Token> tokens = Reading.Tokens.Of(text);
        string language = languages.Identify(tokens);
        if (language == "und" && fallbackLanguage is not null && tokens.Count < 40)
        {
            language = fallbackLanguage;
        }

        PlanVocabulary? vocabulary = languages.For(language);
        List<Line> lines = Lines.Of(text, tokens, vocabulary);
        IReadOnlyList<RawBlock> raw = new BlockReader(text, tokens, vocabulary, questions).Read(lines);
        IReadOnlyList<Block> blocks = new Outline(text, tokens, vocabulary).Of(raw);
        return new PlanText
        {
            Text = text,
            Language = language,
            Vocabulary = vocabulary,
            Tokens = tokens,
            Blocks = blocks,
            Words = Count(text, tokens, language),
        };
    }

    private static bool IsSpaceless(string language) =>
        language.StartsWith("zh", StringComparison.Ordinal) || language.StartsWith("ja", StringComparison.Ordinal);

    private static int Count(string text, List<Token> tokens, string language) =>
        IsSpaceless(language)
            ? text.Count(c => !char.IsWhiteSpace(c) && (char.IsLetterOrDigit(c) || char.IsHighSurrogate(c)))
            : WordsBetweenSpaces(text, tokens);

    /// <summary>As a word processor counts: runs between white space that hold a letter or digit.</summary>
    private static int WordsBetweenSpaces(string text, List<Token> tokens)
    {
        int words = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            words += i == 0 || SpaceBetween(text, tokens[i - 1].End, tokens[i].Start) ? 1 : 0;
        }

        return words;
    }

    private static bool SpaceBetween(string text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A question of the notice: its words, and the cell it asks for.</summary>
internal sealed record NoticeQuestion(IReadOnlySet<string> Words, PlanSection Section, string? Cause);
