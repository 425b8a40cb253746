namespace Reprieve.Practices.Reports;

/// <summary>Keeps each distinct text once (SKUs, ASINs, stores) and stands a number for it; 0 is the empty text.</summary>
internal sealed class Names
{
    private readonly List<string> _texts = [""];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byText;

    public Names() => _byText = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public string this[int number] => _texts[number];

    public int Of(ReadOnlySpan<char> text)
    {
        if (_byText.TryGetValue(text, out int number))
        {
            return number;
        }

        string kept = text.ToString();
        _texts.Add(kept);
        _numbers.Add(kept, _texts.Count - 1);
        return _texts.Count - 1;
    }
}
