using System.Security.Cryptography;
using Reprieve.Cases;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage.Files;

/// <summary>
/// Encrypted contents, one folder a case. A content is written in <c>incoming/</c>, flushed, and then given its name;
/// what lies in <c>incoming/</c> at the start is half-written and goes.
/// </summary>
internal sealed class BlobFolder(string folder)
{
    private const string IncomingName = "incoming";

    private string Incoming => Path.Combine(folder, IncomingName);

    /// <summary>Makes the folder ready and sweeps what was half-written.</summary>
    public void Prepare()
    {
        Durable.MakeFolder(folder);
        if (Directory.Exists(Incoming))
        {
            Directory.Delete(Incoming, recursive: true);
        }

        Durable.MakeFolder(Incoming);
    }

    /// <summary>Encrypts a content to disk under a name not yet its own; it is durable when this returns.</summary>
    public async Task<NewBlob> WriteAsync(CaseKey key, Stream content, CancellationToken cancel)
    {
        string place = Path.Combine(Incoming, Guid.NewGuid().ToString("N"));
        try
        {
            await using FileStream target = Durable.Create(place, 128 * 1024);
            (long length, string sha256) = await SealedStream.WriteAsync(key.Blobs, content, target, cancel);
            target.Flush(flushToDisk: true);
            return new NewBlob(place, key.NameOf("blob", sha256), sha256, length);
        }
        catch
        {
            File.Delete(place);
            throw;
        }
    }

    /// <summary>Gives a new content its name; the same content that is there already is kept once.</summary>
    public void Keep(CaseId id, NewBlob blob)
    {
        string home = Home(id);
        if (!Directory.Exists(home))
        {
            Durable.MakeFolder(home);
            Durable.FlushFolder(folder);
        }

        File.Move(blob.Place, Path.Combine(home, blob.Name), overwrite: true);
    }

    /// <summary>Makes the names of a case's contents durable.</summary>
    public void Flush(CaseId id)
    {
        if (Directory.Exists(Home(id)))
        {
            Durable.FlushFolder(Home(id));
        }
    }

    /// <summary>Opens a content, decrypted.</summary>
    /// <exception cref="StorageException">It is gone.</exception>
    public Stream Open(CaseId id, CaseKey key, string name, string sha256)
    {
        string file = PathOf(id, name);
        try
        {
            return SealedStream.Read(
                key.Blobs,
                new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 128 * 1024),
                sha256
            );
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StorageException(Say.Texts.Get("Blob_Missing", file), fault);
        }
    }

    /// <summary>Where a content lies.</summary>
    public string PathOf(CaseId id, string name) => Path.Combine(Home(id), name);

    /// <summary>The path of a content relative to the folder, with forward slashes: its name in a backup.</summary>
    public static string NameOf(CaseId id, string name) => $"{id}/{name}";

    /// <summary>Removes all contents of a case.</summary>
    public void Delete(CaseId id)
    {
        if (Directory.Exists(Home(id)))
        {
            Directory.Delete(Home(id), recursive: true);
        }
    }

    /// <summary>Whether a stored content opens and is what its hash says.</summary>
    public bool IsWhole(CaseId id, CaseKey key, string name, string sha256, CancellationToken cancel)
    {
        try
        {
            using Stream content = Open(id, key, name, sha256);
            byte[] block = new byte[SealedStream.Chunk];
            while (content.Read(block) > 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            return true;
        }
        catch (Exception fault) when (fault is CryptographicException or IOException)
        {
            return false;
        }
    }

    private string Home(CaseId id) => Path.Combine(folder, id.ToString());
}

/// <summary>A content that is written and has no name yet.</summary>
/// <param name="Place">Where it lies.</param>
/// <param name="Name">The name it is to have.</param>
internal sealed record NewBlob(string Place, string Name, string Sha256, long Length);
