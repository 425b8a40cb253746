using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Keeps each distinct text once (SKUs, ASINs, stores) and stands a number for it; 0 is the empty text. Texts are the same
/// whose <see cref="TextHash"/> is: to look at the text itself costs as much again as all else.
/// </summary>
internal sealed class Names
{
    private readonly List<string> _texts = [""];
    private readonly HashedNumbers _numbers = new();

    /// <summary>Texts in small letters.</summary>
    public ChangedNames Lower => field ??= new ChangedNames(this, text => text.ToLowerInvariant());

    /// <summary>Texts in capitals.</summary>
    public ChangedNames Upper => field ??= new ChangedNames(this, text => text.ToUpperInvariant());

    public string this[int number] => _texts[number];

    /// <summary>One more than the highest number.</summary>
    public int Count => _texts.Count;

    public int Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <param name="text">UTF-8.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        ulong hash = TextHash.Of(text);
        return _numbers.Find(hash) is > 0 and var number ? number : Add(text, hash);
    }

    /// <summary>The texts from a number on, in the order of their numbers.</summary>
    public string[] From(int number) => [.. CollectionsMarshal.AsSpan(_texts)[number..]];

    private int Add(ReadOnlySpan<byte> text, ulong hash)
    {
        _texts.Add(Encoding.UTF8.GetString(text));
        _numbers.Add(hash, _texts.Count - 1);
        return _texts.Count - 1;
    }
}
