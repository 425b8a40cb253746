using System.Runtime.InteropServices;
using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>A word, a number, one character of a script without spaces, or a whole address or link.</summary>
/// <param name="Start">UTF-16 code units from the start of the text.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Word">Its number in the <see cref="Lexicon"/>; 0 when no wording uses it.</param>
/// <param name="Marks">What it is and what stands before it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(int Start, int Length, int Word, TokenMarks Marks)
{
    public int End => Start + Length;

    public bool Is(TokenMarks mark) => (Marks & mark) != TokenMarks.None;
}

/// <summary>What a token is.</summary>
[Flags]
internal enum TokenMarks : byte
{
    None = 0,
    Number = 1,
    Cjk = 2,
    Link = 4,
    Address = 8,

    /// <summary>A comma, colon or dash stands before it: another clause begins.</summary>
    NewClause = 16,

    /// <summary>It is the first of its line.</summary>
    NewLine = 32,

    /// <summary>Its line begins with a quotation mark of mail (&gt;).</summary>
    Quoted = 64,

    /// <summary>It is nothing but letters of Latin script, with no letter or figure joined to it; its key is known.</summary>
    Plain = 128,
}

/// <summary>A sentence, a heading or a list item: tokens from <paramref name="first"/> to before <paramref name="last"/>.</summary>
internal sealed class Sentence(NoticeText part, int number, int first, int last, bool isQuestion, int paragraph)
{
    private ulong _fields;
    private TokenMarks _marks;

    public NoticeText Part { get; } = part;

    public int Number { get; } = number;

    public int First { get; } = first;

    public int Last { get; } = last;

    public bool IsQuestion { get; } = isQuestion;

    public int Paragraph { get; } = paragraph;

    /// <summary>The role of the section it stands in: opening, why, request, send, error, consequences, funds, help, other.</summary>
    public string Role { get; set; } = SectionRoles.Opening;

    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading { get; set; }

    /// <summary>Whether it belongs to an earlier mail quoted below.</summary>
    public bool IsHistory { get; set; }

    /// <summary>Whether it stands in nearly every mail and states nothing.</summary>
    public bool IsBoilerplate { get; set; }

    /// <summary>Whether it begins with a dash, a dot, a number or a letter with a bracket.</summary>
    public bool IsListItem { get; set; }

    /// <summary>Whether it belongs to a list that a request introduces.</summary>
    public bool IsRequested { get; set; }

    public int Count => Last - First;

    /// <summary>Its tokens.</summary>
    public ReadOnlySpan<Token> Words => Part.Tokens.AsSpan(First, Count);

    /// <summary>The number of its first wording within the text, and how many it has.</summary>
    public int FirstHit { get; private set; }

    public int HitCount { get; private set; }

    /// <summary>Whether a wording of a field stands in it.</summary>
    public bool Has(CueField field) => (_fields & (1UL << (int)field)) != 0;

    /// <summary>Whether a token of a mark stands in it.</summary>
    public bool HasToken(TokenMarks mark) => (_marks & mark) != TokenMarks.None;

    /// <summary>Notes the tokens and the wordings that stand in it.</summary>
    public void Keep(int first, ReadOnlySpan<CueHit> hits)
    {
        foreach (ref readonly Token token in Words)
        {
            _marks |= token.Marks;
        }

        (FirstHit, HitCount) = (first, hits.Length);
        foreach (CueHit hit in hits)
        {
            _fields |= 1UL << (int)hit.Field;
        }
    }
}

/// <summary>Names of the roles of sections, as knowledge/wordings has them.</summary>
internal static class SectionRoles
{
    public const string Opening = "opening";
    public const string Why = "why";
    public const string Request = "request";
    public const string Send = "send";
    public const string Error = "error";
    public const string Consequences = "consequences";
    public const string Funds = "funds";
    public const string Help = "help";
}
