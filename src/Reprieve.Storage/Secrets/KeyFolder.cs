using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Reprieve.Cases;

namespace Reprieve.Storage.Secrets;

/// <summary>
/// One key file for each case, encrypted by the key of its client where it has one. A new key waits as <c>.new</c> until its case is in the database; a case that is being
/// deleted is marked by <c>.gone</c> before its key is destroyed, so that a stop in between is finished at the next start. A
/// key that comes under another client is whole in <c>.next</c> before the old file is destroyed; whichever is there holds.
/// </summary>
internal sealed class KeyFolder(string folder)
{
    private const string Kept = ".key";
    private const string New = ".new";
    private const string Gone = ".gone";
    private const string Next = ".next";

    private readonly ConcurrentDictionary<CaseId, CaseKey> _known = [];
    private readonly Lock _keeping = new();

    /// <summary>The keys of clients.</summary>
    public ClientKeys Clients { get; } = new(folder);

    /// <summary>The cases that have a key, whether or not that of their client is there.</summary>
    public IReadOnlyList<CaseId> All => [.. Having(Kept).Union(Having(Next)).OrderBy(id => id.Value)];

    /// <summary>Cases whose making was interrupted, or is going on.</summary>
    public IReadOnlyList<CaseId> Begun => Having(New);

    /// <summary>Cases whose deletion was interrupted.</summary>
    public IReadOnlyList<CaseId> Deleted => Having(Gone);

    /// <summary>The key of a case; null when it is not there.</summary>
    public CaseKey? Find(CaseId id)
    {
        if (_known.TryGetValue(id, out CaseKey? known))
        {
            return known;
        }

        return FileOf(id) is { } file && Unwrapped(id, file) is { } key ? _known.GetOrAdd(id, new CaseKey(key)) : null;
    }

    /// <summary>Whose key encrypts the key of a case; null for a key that lies in its file itself, or is not there.</summary>
    /// <exception cref="StorageException">The file is no key.</exception>
    public Guid? ClientOf(CaseId id) => FileOf(id) is { } file ? ClientOf(file) : null;

    /// <summary>Whether a client's key encrypts that of a case.</summary>
    public bool IsUnder(CaseId id, Guid client)
    {
        try
        {
            return ClientOf(id) == client;
        }
        catch (StorageException)
        {
            return false;
        }
    }

    /// <summary>Whether the key of a case is there; false too where that of its client is gone.</summary>
    public bool Has(CaseId id)
    {
        try
        {
            return Find(id) is not null;
        }
        catch (StorageException)
        {
            // Broken is not gone: it may be put back from a copy.
            return true;
        }
    }

    /// <summary>
    /// Brings the key of a case under the key of another client. A stop at any point leaves a file that opens, and the next
    /// start or change ends what was begun.
    /// </summary>
    /// <param name="client">Whose case it is now; null for nobody's.</param>
    public void Rewrap(CaseId id, Guid? client)
    {
        Keep(id);
        // Found first, so that whoever asks meanwhile has it from memory.
        if (Find(id) is null || FileOf(id) is not { } file || Unwrapped(id, file) is not { } key)
        {
            return;
        }

        if (ClientOf(file) != client)
        {
            byte[] held = client is { } by ? WrappedKey.Wrap(key, Clients.Of(by), by, id.Value) : key;
            Durable.Write(Place(id, Next), held);
            Settle(id);
        }
    }

    /// <summary>The key of a case.</summary>
    /// <exception cref="StorageException">It is not there.</exception>
    public CaseKey Of(CaseId id) => Find(id) ?? throw new StorageException(Say.Texts.Get("Key_Missing", id, folder));

    /// <summary>Makes a key, which is kept only after <see cref="Keep"/>.</summary>
    public CaseKey Begin(CaseId id)
    {
        byte[] key = RandomNumberGenerator.GetBytes(CaseKey.Length);
        Durable.Write(Place(id, New), key);
        return new CaseKey(key);
    }

    /// <summary>Keeps the key of a case that is in the database.</summary>
    public void Keep(CaseId id)
    {
        lock (_keeping)
        {
            // A change of the case that came at once may have kept it already.
            if (File.Exists(Place(id, New)))
            {
                File.Move(Place(id, New), Place(id, Kept), overwrite: true);
                Durable.FlushFolder(folder);
            }
        }
    }

    /// <summary>Throws away the key of a case that never came to be.</summary>
    public void Abandon(CaseId id)
    {
        _known.TryRemove(id, out _);
        File.Delete(Place(id, New));
    }

    /// <summary>Destroys a key: overwritten, flushed, removed. What it encrypted cannot be read any more, here or in a backup.</summary>
    public void Destroy(CaseId id)
    {
        Durable.Write(Place(id, Gone), []);
        Durable.Destroy(Place(id, Next));
        Durable.Destroy(Place(id, Kept));
        _known.TryRemove(id, out _);
    }

    /// <summary>The case's rows and contents are gone too.</summary>
    public void Forget(CaseId id) => File.Delete(Place(id, Gone));

    /// <summary>Ends a change of client that was interrupted.</summary>
    public void FinishRewrapping()
    {
        foreach (CaseId id in Having(Next))
        {
            Settle(id);
        }
    }

    /// <summary>The newer file takes the place of the older one, of which nothing is left on the disk.</summary>
    private void Settle(CaseId id)
    {
        Durable.Destroy(Place(id, Kept));
        File.Move(Place(id, Next), Place(id, Kept));
        Durable.FlushFolder(folder);
    }

    /// <summary>A case that was committed a moment ago may still have its key under the name it waits by.</summary>
    private string? FileOf(CaseId id) =>
        new[] { Place(id, Next), Place(id, Kept), Place(id, New), Place(id, Kept) }.FirstOrDefault(File.Exists);

    private byte[]? Unwrapped(CaseId id, string file) =>
        Read(
            file,
            bytes =>
                WrappedKey.ClientOf(bytes) is not { } client ? bytes
                : Clients.Find(client) is { } by ? WrappedKey.Unwrap(bytes, by, id.Value)
                : null
        );

    private static Guid? ClientOf(string file) => Read(file, bytes => WrappedKey.ClientOf(bytes));

    private static T Read<T>(string file, Func<byte[], T> read)
    {
        try
        {
            return read(File.ReadAllBytes(file));
        }
        catch (CryptographicException fault)
        {
            throw new StorageException(Say.Texts.Get("Key_Broken", file), fault);
        }
    }

    private string Place(CaseId id, string ending) => Path.Combine(folder, id + ending);

    private List<CaseId> Having(string ending) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*" + ending)
                .Select(file => Path.GetFileName(file)[..^ending.Length])
                .Where(name => Guid.TryParseExact(name, "D", out _))
                .Select(name => new CaseId(Guid.Parse(name, CultureInfo.InvariantCulture)))
                .OrderBy(id => id.Value),
        ];
}
