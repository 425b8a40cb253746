using System.Runtime.InteropServices;
using System.Text;

namespace Reprieve.Practices.Reports;

/// <summary>Keeps each distinct text once (SKUs, ASINs, stores) and stands a number for it, from 1 on.</summary>
internal sealed class Names : TextNumbers
{
    private readonly List<string> _texts = [""];

    /// <summary>Texts in small letters.</summary>
    public ChangedNames Lower => field ??= new ChangedNames(this, text => text.ToLowerInvariant());

    /// <summary>Texts in capitals.</summary>
    public ChangedNames Upper => field ??= new ChangedNames(this, text => text.ToUpperInvariant());

    public string this[int number] => _texts[number];

    /// <summary>One more than the highest number.</summary>
    public int Count => _texts.Count;

    public int Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The texts from a number on, in the order of their numbers.</summary>
    public string[] From(int number) => [.. CollectionsMarshal.AsSpan(_texts)[number..]];

    protected override int New(ReadOnlySpan<byte> text)
    {
        _texts.Add(Encoding.UTF8.GetString(text));
        return _texts.Count - 1;
    }
}
