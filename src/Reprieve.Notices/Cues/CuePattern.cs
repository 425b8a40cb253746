using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>A wording made ready for the search.</summary>
internal sealed class CuePattern(CueLine line, string code, bool needsDone, int[] parts, int[][] unless)
{
    private const int NotRead = -2;
    private const int None = -1;

    /// <summary>What it is evidence for.</summary>
    public CueField Field { get; } = line.Field;

    /// <summary>Which code within the field.</summary>
    public string Code { get; } = code;

    private int _number = NotRead;

    /// <summary>How strongly it speaks, from 0 to 1.</summary>
    public double Weight { get; } = line.Weight;

    /// <summary>Whether its language shows only by a word beside a verb that it was done.</summary>
    public bool NeedsDone { get; } = needsDone;

    /// <summary>Its phrases, in order, with gaps between them.</summary>
    public int[] Parts { get; } = parts;

    /// <summary>Wordings that take its meaning away in the same sentence.</summary>
    public int[][] Unless { get; } = unless;

    /// <summary>Gives its phrases the numbers that they have from now on.</summary>
    public void Renumber(int[] numbers)
    {
        Renumber(Parts, numbers);
        foreach (int[] phrases in Unless)
        {
            Renumber(phrases, numbers);
        }
    }

    private static void Renumber(int[] phrases, int[] numbers)
    {
        foreach (ref int phrase in phrases.AsSpan())
        {
            phrase = numbers[phrase];
        }
    }

    /// <summary>The code as a value of the enumeration that its field speaks of; it is read once.</summary>
    public bool Means<T>(out T value)
        where T : struct, Enum
    {
        if (_number == NotRead)
        {
            _number = Snake.TryParse(Code, out T read) ? Unsafe.BitCast<T, int>(read) : None;
        }

        value = _number < 0 ? default : Unsafe.BitCast<int, T>(_number);
        return _number >= 0;
    }
}

/// <summary>
/// A wording among those that begin with a phrase, with what is asked of it for nearly every sentence, as a look into
/// memory costs more than the rest.
/// </summary>
/// <param name="Pattern">The wording.</param>
/// <param name="Marks">Of one phrase: a bit for each phrase that may take it back (<see cref="Mark"/>). Of several: the bits of each further phrase, without which it cannot stand in a sentence (<see cref="Traits"/>).</param>
/// <param name="Field">Its field.</param>
/// <param name="IsOnePhrase">Whether it has no gap.</param>
/// <param name="IsLast">Whether it is the last that begins with its phrase.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CueStart(CuePattern Pattern, ulong Marks, CueField Field, bool IsOnePhrase, bool IsLast)
{
    public static CueStart Of(CuePattern pattern, bool isLast)
    {
        bool one = pattern.Parts.Length == 1;
        ulong marks = 0;
        foreach (int phrase in pattern.Parts.AsSpan(1))
        {
            marks |= Traits(phrase);
        }

        foreach (int[] other in one ? pattern.Unless : [])
        {
            marks |= Mark(other[0]);
        }

        return new CueStart(pattern, marks, pattern.Field, one, isLast);
    }

    /// <summary>The bit of a phrase, which it shares with others.</summary>
    public static ulong Mark(int phrase) => 1UL << (phrase % 64);

    /// <summary>Two bits of a phrase, of which it shares both with fewer.</summary>
    public static ulong Traits(int phrase) => Mark(phrase) | Mark(phrase / 64);
}

/// <summary>A wording found: the tokens from <paramref name="first"/> to before <paramref name="last"/> of a sentence.</summary>
internal sealed class CueHit(CuePattern pattern, CueField field, Sentence sentence, int first, int last)
{
    public CuePattern Pattern { get; } = pattern;

    // A hostile mail has half a million of them: each is as small as it can be.
    private readonly ushort _length = (ushort)(last - first);
    private readonly byte _field = (byte)field;

    /// <summary>What it is evidence for.</summary>
    public CueField Field => (CueField)_field;

    public Sentence Sentence { get; } = sentence;

    public int First { get; } = first;

    public int Last => First + _length;

    public string Code => Pattern.Code;

    public int Length => _length;

    public bool Overlaps(CueHit other) => First < other.Last && other.First < Last;
}
