using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices.Buyers;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage.Files;

/// <summary>Takes contents in: whatever a file says of buyers stays outside. What was not kept in the end is removed.</summary>
internal sealed class Intake(BlobFolder blobs, WorkFolders folders, CaseKey key) : IAsyncDisposable
{
    private static readonly Lazy<BuyerColumns> Buyers = new(() => new BuyerColumns(KnowledgeLoader.BuiltIn));

    private readonly List<NewBlob> _written = [];

    /// <summary>What a file gives: itself, or in place of a workbook or archive that names buyers its tables.</summary>
    public async Task<IReadOnlyList<TakenIn>> TakeAsync(string path, Stream content, CancellationToken cancel)
    {
        if (IsOurs(path))
        {
            return [await TakeAsItIsAsync(path, content, cancel)];
        }

        byte[] start = new byte[4];
        int length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
        await using var whole = new ContinuedStream(start, length, content, leaveOpen: true);
        return start.AsSpan(0, length).StartsWith("PK\u0003\u0004"u8)
            ? await TakePackedAsync(path, whole, cancel)
            : [await TakeAsync(path, Buyers.Value.Without(whole), cancel)];
    }

    /// <summary>Takes a content byte for byte: what the workflow made of files that are stored already.</summary>
    public async Task<TakenIn> TakeAsItIsAsync(string path, Stream content, CancellationToken cancel) =>
        new(path, await WriteAsync(content, cancel), 0);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (NewBlob blob in _written)
        {
            File.Delete(blob.Place);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>What was packed or sent is kept as it went out.</summary>
    private static bool IsOurs(string path) => CasePaths.IsWritten(path);

    /// <summary>A workbook or archive can only be looked into as a whole: it lies in a working folder meanwhile.</summary>
    private async Task<IReadOnlyList<TakenIn>> TakePackedAsync(string path, Stream content, CancellationToken cancel)
    {
        // Nobody knows its size before it is there: memory might not hold it.
        string folder = folders.New(default, long.MaxValue);
        try
        {
            string file = Path.Combine(folder, "packed");
            await using (FileStream copy = Durable.Create(file, 128 * 1024))
            {
                await content.CopyToAsync(copy, cancel);
            }

            if (Buyers.Value.TablesIn(file, "packed") is not { } tables)
            {
                await using FileStream same = File.OpenRead(file);
                return [await TakeAsItIsAsync(path, same, cancel)];
            }

            List<TakenIn> taken = [];
            foreach (TableWithoutBuyers table in tables)
            {
                taken.Add(await TakeAsync(NameFor(path, table), table.Open(), cancel));
            }

            return taken;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<TakenIn> TakeAsync(string path, BuyerFreeContent content, CancellationToken cancel)
    {
        await using Stream stream = content.Content;
        return new TakenIn(path, await WriteAsync(stream, cancel), content.Dropped);
    }

    /// <summary>Named after the file it was taken out of: <c>orders.xlsx</c> gives <c>orders.csv</c> or <c>orders - May.csv</c>.</summary>
    private static string NameFor(string path, TableWithoutBuyers table)
    {
        string home = Path.GetDirectoryName(path)?.Replace('\\', '/') ?? "";
        string name = Path.GetFileNameWithoutExtension(path);
        string own = table.Name.Contains('/', StringComparison.Ordinal)
            ? " - "
                + table
                    .Name[(table.Name.IndexOf('/', StringComparison.Ordinal) + 1)..]
                    .Replace("/", " - ", StringComparison.Ordinal)
            : "";
        string ending = table.IsTable && !own.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ".csv" : "";
        string made = CaseFilePath.NameFor(name + own + ending);
        return CaseFilePath.Check(home.Length == 0 ? made : $"{home}/{made}");
    }

    private async Task<NewBlob> WriteAsync(Stream content, CancellationToken cancel)
    {
        NewBlob blob = await blobs.WriteAsync(key, content, cancel);
        _written.Add(blob);
        return blob;
    }
}

/// <summary>A content that was taken in, and the path it is to have.</summary>
internal sealed record TakenIn(string Path, NewBlob Blob, int DroppedColumns);
