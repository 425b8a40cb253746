using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Reprieve.Cases;

namespace Reprieve.Storage.Secrets;

/// <summary>
/// One key file for each case. A new key waits as <c>.new</c> until its case is in the database; a case that is being
/// deleted is marked by <c>.gone</c> before its key is destroyed, so that a stop in between is finished at the next start.
/// </summary>
internal sealed class KeyFolder(string folder)
{
    private const string Kept = ".key";
    private const string New = ".new";
    private const string Gone = ".gone";

    private readonly ConcurrentDictionary<CaseId, CaseKey> _known = [];

    /// <summary>The cases that have a key.</summary>
    public IReadOnlyList<CaseId> All => Having(Kept);

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

        // A case that was committed a moment ago may still have its key under the name it waits by.
        string? file = new[] { Place(id, Kept), Place(id, New), Place(id, Kept) }.FirstOrDefault(File.Exists);
        if (file is null)
        {
            return null;
        }

        byte[] bytes = File.ReadAllBytes(file);
        if (bytes.Length != CaseKey.Length)
        {
            throw new StorageException(Say.Texts.Get("Key_Broken", file));
        }

        return _known.GetOrAdd(id, new CaseKey(bytes));
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
        File.Move(Place(id, New), Place(id, Kept), overwrite: true);
        Durable.FlushFolder(folder);
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
        string file = Place(id, Kept);
        if (File.Exists(file))
        {
            using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.None))
            {
                stream.Write(RandomNumberGenerator.GetBytes(CaseKey.Length));
                stream.Flush(flushToDisk: true);
            }

            File.Delete(file);
            Durable.FlushFolder(folder);
        }

        _known.TryRemove(id, out _);
    }

    /// <summary>The case's rows and contents are gone too.</summary>
    public void Forget(CaseId id) => File.Delete(Place(id, Gone));

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
