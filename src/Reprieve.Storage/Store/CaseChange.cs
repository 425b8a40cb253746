using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Storage.Database;
using Reprieve.Storage.Files;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

/// <summary>
/// One change of a case within a transaction: it brings the next revision, and whatever it does is written with the codes
/// that guard it.
/// </summary>
internal sealed class CaseChange
{
    private const int MostSearched = 600;

    private readonly Workbench _workbench;
    private readonly StorageContext _db;
    private readonly List<FileRow> _current;
    private TimelineEntry? _last;

    private CaseChange(
        Workbench workbench,
        StorageContext db,
        CaseRow row,
        CaseKey key,
        List<FileRow> current,
        TimelineEntry? last
    )
    {
        _workbench = workbench;
        _db = db;
        Row = row;
        Key = key;
        _current = current;
        _last = last;
        Record = key.Record(row);
        Summary = key.Summary(row);
        Revision = row.Revision + 1;
    }

    public CaseRow Row { get; }

    public CaseKey Key { get; }

    public CaseId Id => new(Row.Id);

    /// <summary>The revision that this change makes.</summary>
    public int Revision { get; }

    public Case Record { get; set; }

    public CaseSummary Summary { get; set; }

    public StorageContext Database => _db;

    /// <summary>The files as they stand in this change.</summary>
    public IEnumerable<(FileRow Row, StoredFile File)> Files =>
        _current.Where(row => row.Until is null).Select(row => (row, FileOf(Key, row)));

    public static async Task<CaseChange> BeginAsync(
        Workbench workbench,
        StorageContext db,
        CaseId id,
        CancellationToken cancel
    )
    {
        CaseRow row =
            await db.Cases.SingleOrDefaultAsync(one => one.Id == id.Value, cancel) ?? throw CaseStore.NoCase(id);
        CaseKey key = workbench.Keys.Of(id);
        List<FileRow> files = await db
            .Files.Where(file => file.CaseId == id.Value && file.Until == null)
            .ToListAsync(cancel);
        EntryRow? last = await db
            .Entries.AsNoTracking()
            .SingleOrDefaultAsync(entry => entry.CaseId == id.Value && entry.Number == row.Entries, cancel);
        return new CaseChange(workbench, db, row, key, files, last is null ? null : key.Entry(last));
    }

    /// <summary>The change that makes a case: its row is new.</summary>
    public static CaseChange Of(Workbench workbench, StorageContext db, CaseRow row, CaseKey key)
    {
        db.Cases.Add(row);
        return new CaseChange(workbench, db, row, key, [], null);
    }

    /// <summary>Adds an entry to the timeline.</summary>
    public void Log(string who, string what, IReadOnlyDictionary<string, string>? details = null) =>
        Take(Timeline.Next(_last, _workbench.Clock, who, what, details));

    /// <summary>Takes over an entry that continues the timeline.</summary>
    public void Take(TimelineEntry entry)
    {
        _db.Entries.Add(
            new EntryRow
            {
                CaseId = Row.Id,
                Number = entry.Number,
                Hash = entry.Hash,
                Body = Key.Seal(Id, entry),
            }
        );
        Row.Entries = entry.Number;
        Row.LastHash = entry.Hash;
        if (MoneyHeld.Of(entry) is { } held)
        {
            BoardColumns.Set(Row, held);
        }

        _last = entry;
    }

    /// <summary>Puts a content at a path; what was there goes on as an earlier version.</summary>
    public StoredFile Put(string path, NewBlob blob, string who, int dropped)
    {
        Remove(path);
        _workbench.Blobs.Keep(Id, blob);
        var row = new FileRow
        {
            CaseId = Row.Id,
            PathKey = Key.NameOf("path", path),
            Revision = Revision,
            Blob = blob.Name,
            Body = [],
            Mac = [],
        };
        long now = _workbench.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        row.Body = Key.Seal(row, new FileBody(path, blob.Sha256, blob.Length, now, who, dropped));
        row.Mac = Key.CodeOf(row);
        _db.Files.Add(row);
        _current.Add(row);
        return FileOf(Key, row);
    }

    /// <summary>Ends the newest version of a path.</summary>
    public void Remove(string path)
    {
        string pathKey = Key.NameOf("path", path);
        foreach (FileRow row in _current.Where(row => row.PathKey == pathKey && row.Until is null))
        {
            row.Until = Revision;
            row.Mac = Key.CodeOf(row);
        }
    }

    /// <summary>Writes all of it; the transaction is still open.</summary>
    public async Task SaveAsync(CancellationToken cancel)
    {
        _workbench.Blobs.Flush(Id);
        Row.Revision = Revision;
        Row.Updated = _workbench.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        Row.Stage = Record.Stage.Code();
        Row.Due = Summary.Due?.ToUnixTimeMilliseconds() ?? CaseRow.NoDue;
        Row.Search = Searched(Row.Title, Summary);
        BoardColumns.Set(Row, Summary);
        Row.Record = Key.Seal(Record);
        Row.Summary = Key.Seal(Id, Summary);
        await _db.SaveChangesAsync(cancel);
        Row.Digest = await DigestAsync(_db, Key, Row.Id, cancel);
        Row.Mac = Key.CodeOf(Row);
        await _db.SaveChangesAsync(cancel);
    }

    public StoredCase Stored() => CaseStore.Stored(Key, Row, _current.Where(row => row.Until is null));

    /// <summary>Over the codes of every file and task row of a case: one that is removed or added by hand is found.</summary>
    public static async Task<byte[]> DigestAsync(StorageContext db, CaseKey key, Guid id, CancellationToken cancel)
    {
        List<byte[]> files = await db
            .Files.Where(file => file.CaseId == id)
            .Select(file => file.Mac)
            .ToListAsync(cancel);
        List<byte[]> tasks = await db
            .Tasks.Where(task => task.CaseId == id)
            .Select(task => task.Mac)
            .ToListAsync(cancel);
        // Databases sort text and ids each in their own way; the codes themselves are sorted here.
        return key.Code(["digest", .. InOrder(files), "tasks", .. InOrder(tasks)]);

        static IEnumerable<byte[]> InOrder(List<byte[]> codes) =>
            codes.OrderBy(Convert.ToHexString, StringComparer.Ordinal);
    }

    internal static StoredFile FileOf(CaseKey key, FileRow row)
    {
        FileBody body = key.Body(row);
        return new StoredFile(
            body.Path,
            body.Sha256,
            body.Length,
            row.Revision,
            DateTimeOffset.FromUnixTimeMilliseconds(body.At),
            body.Who
        )
        {
            DroppedColumns = body.Dropped,
        };
    }

    /// <summary>As much as an index takes: PostgreSQL has room for some 2,700 bytes.</summary>
    private static string Searched(string title, CaseSummary summary)
    {
        string all = string.Join('\n', [title, summary.Store, summary.Marketplace, .. summary.Reasons]);
        int length = Math.Min(all.Length, MostSearched);
        // No character is cut in two.
        length -= length > 0 && char.IsHighSurrogate(all[length - 1]) ? 1 : 0;
        return all[..length].ToLowerInvariant();
    }
}
