using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Database;
using Reprieve.Storage.Files;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

public sealed partial class CaseStore
{
    /// <summary>
    /// Stores a file: encrypted and hashed as it streams by, without the columns that tell who a buyer is. When the path
    /// is taken by another content, a number goes before the ending; the same content at the same path changes nothing.
    /// </summary>
    /// <exception cref="StorageException">The path is none (see <see cref="CaseFilePath"/>), or there is no such case.</exception>
    public async Task<StoredFile> PutFileAsync(
        CaseId id,
        string path,
        Stream content,
        string who,
        CancellationToken cancel = default
    )
    {
        string wanted = CaseFilePath.Check(path);
        CaseKey key = await KeyAsync(id, cancel);
        await using var intake = new Intake(_workbench.Blobs, _workbench.WorkFolders, key);
        IReadOnlyList<TakenIn> taken = await intake.TakeAsync(wanted, content, cancel);
        StoredFile? first = null;
        await ChangeAsync(
            id,
            change =>
            {
                int before = change.Row.Entries;
                foreach (TakenIn one in taken)
                {
                    StoredFile stored = Put(change, one, who);
                    first ??= stored;
                }

                return Task.FromResult(change.Row.Entries > before);
            },
            cancel
        );
        return first!;
    }

    /// <summary>A file of a case, decrypted while it is read.</summary>
    /// <param name="revision">As it was at this revision; null for now.</param>
    /// <exception cref="StorageException">There is no such file.</exception>
    /// <remarks>What was changed on disk ends the reading in a <see cref="System.Security.Cryptography.CryptographicException"/>.</remarks>
    public async Task<Stream> OpenFileAsync(
        CaseId id,
        string path,
        int? revision = null,
        CancellationToken cancel = default
    )
    {
        CaseKey key = await KeyAsync(id, cancel);
        string pathKey = key.NameOf("path", path);
        await using StorageContext db = Connect();
        FileRow row =
            await db
                .Files.AsNoTracking()
                .Where(file => file.CaseId == id.Value && file.PathKey == pathKey)
                .Where(file =>
                    revision == null
                        ? file.Until == null
                        : file.Revision <= revision && (file.Until == null || file.Until > revision)
                )
                .SingleOrDefaultAsync(cancel)
            ?? throw new StorageException(Say.Texts.Get("File_Missing", path));
        return Guarded(id, () => _workbench.Blobs.Open(id, key, row.Blob, key.Body(row).Sha256));
    }

    /// <summary>The versions of a file, newest first.</summary>
    public async Task<IReadOnlyList<StoredFile>> HistoryAsync(
        CaseId id,
        string path,
        CancellationToken cancel = default
    )
    {
        CaseKey key = await KeyAsync(id, cancel);
        string pathKey = key.NameOf("path", path);
        await using StorageContext db = Connect();
        List<FileRow> rows = await db
            .Files.AsNoTracking()
            .Where(file => file.CaseId == id.Value && file.PathKey == pathKey)
            .OrderByDescending(file => file.Revision)
            .ToListAsync(cancel);
        return Guarded(id, () => rows.Select(row => CaseChange.FileOf(key, row)).ToList());
    }

    /// <summary>Takes a file out of the case; its versions stay in its history.</summary>
    /// <exception cref="StorageException">There is no such file.</exception>
    public Task<StoredCase> RemoveFileAsync(CaseId id, string path, string who, CancellationToken cancel = default) =>
        ChangeAsync(
            id,
            change =>
            {
                if (change.Files.All(file => file.File.Path != path))
                {
                    throw new StorageException(Say.Texts.Get("File_Missing", path));
                }

                change.Remove(path);
                change.Log(who, "file_removed", new Dictionary<string, string> { ["path"] = path });
            },
            cancel
        );

    /// <summary>Puts a content where it is wanted, or beside what is there.</summary>
    private static StoredFile Put(CaseChange change, TakenIn taken, string who)
    {
        Dictionary<string, StoredFile> there = change.Files.ToDictionary(
            file => file.File.Path,
            file => file.File,
            StringComparer.OrdinalIgnoreCase
        );
        string path = taken.Path;
        for (int number = 2; there.TryGetValue(path, out StoredFile? same); number++)
        {
            if (same.Sha256 == taken.Blob.Sha256)
            {
                return same;
            }

            path = CaseFilePath.Check(CaseFilePath.Numbered(taken.Path, number));
        }

        StoredFile stored = change.Put(path, taken.Blob, who, taken.DroppedColumns);
        change.Log(
            who,
            "file_added",
            new Dictionary<string, string> { ["path"] = stored.Path, ["sha256"] = stored.Sha256 }
        );
        return stored;
    }

    private async Task<CaseKey> KeyAsync(CaseId id, CancellationToken cancel)
    {
        if (_workbench.Keys.Find(id) is { } key)
        {
            return key;
        }

        await using StorageContext db = Connect();
        return await db.Cases.AnyAsync(row => row.Id == id.Value, cancel) ? _workbench.Keys.Of(id) : throw NoCase(id);
    }
}
