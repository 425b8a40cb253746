namespace Reprieve.Documents.Reading;

/// <summary>
/// The texts of papers that were read already, by the hash of their files: a scan costs seconds, and a case is gone through
/// anew with each answer. The ones wanted longest ago are forgotten first. It may be shared between threads.
/// </summary>
/// <param name="most">How much is kept, in bytes as far as they can be told.</param>
internal sealed class ReadPapers(long most)
{
    private const int BytesOfPaper = 1_000;
    private const int BytesOfCell = 150;

    private readonly Lock _turn = new();
    private readonly Dictionary<string, LinkedListNode<Kept>> _kept = new(StringComparer.Ordinal);
    private readonly LinkedList<Kept> _newestFirst = new();
    private long _size;

    /// <summary>What was read of a file before; else it is read now, and kept.</summary>
    /// <param name="read">The text, or null where the file has none; what it throws is not kept.</param>
    public PaperText? Of(string sha256, Func<PaperText?> read)
    {
        lock (_turn)
        {
            if (_kept.TryGetValue(sha256, out LinkedListNode<Kept>? known))
            {
                _newestFirst.Remove(known);
                _newestFirst.AddFirst(known);
                return known.Value.Text;
            }
        }

        // The pictures were needed to recognise the text; they are the largest part of a paper.
        PaperText? text = read() is { } all ? all with { Pictures = [] } : null;
        Keep(new Kept(sha256, text, SizeOf(text)));
        return text;
    }

    private void Keep(Kept paper)
    {
        lock (_turn)
        {
            if (paper.Size > most || !_kept.TryAdd(paper.Sha256, new LinkedListNode<Kept>(paper)))
            {
                return;
            }

            _newestFirst.AddFirst(_kept[paper.Sha256]);
            _size += paper.Size;
            while (_size > most && _newestFirst.Last is { } oldest)
            {
                _newestFirst.RemoveLast();
                _kept.Remove(oldest.Value.Sha256);
                _size -= oldest.Value.Size;
            }
        }
    }

    private static long SizeOf(PaperText? text) =>
        BytesOfPaper + (text?.Cells.Sum(cell => BytesOfCell + (2L * cell.Text.Length)) ?? 0);

    private sealed record Kept(string Sha256, PaperText? Text, long Size);
}
