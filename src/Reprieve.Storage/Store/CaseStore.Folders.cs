using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Reprieve.Cases;
using Reprieve.Storage.Database;
using Reprieve.Storage.Files;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

public sealed partial class CaseStore
{
    /// <summary>Lays a case out in a working folder of its own, record included, for the workflow to run on.</summary>
    public async Task<CheckedOutCase> CheckOutAsync(CaseId id, CancellationToken cancel = default)
    {
        (StoredCase stored, IReadOnlyList<TimelineEntry> timeline, List<FileRow> rows) = await WholeAsync(id, cancel);
        CaseKey key = _workbench.Keys.Of(id);
        CasePaths paths = CasePaths.Of(_workbench.WorkFolders.New(id, stored.Files.Sum(file => file.Length)));
        try
        {
            var files = new Dictionary<string, LaidOut>(StringComparer.Ordinal);
            foreach (FileRow row in rows)
            {
                FileBody body = key.Body(row);
                await LayOutAsync(id, key, row.Blob, body, Path.Combine(paths.Folder, body.Path), cancel);
                files.Add(body.Path, LaidOut.Of(new FileInfo(Path.Combine(paths.Folder, body.Path)), body.Sha256));
            }

            CaseRecordFile.Write(paths, stored.Record with { Timeline = timeline });
            return new CheckedOutCase(id, paths, stored.Revision, files);
        }
        catch (Exception fault)
        {
            Directory.Delete(paths.Folder, recursive: true);
            if (fault is CryptographicException)
            {
                throw new StorageException(Say.Texts.Get("Blob_Broken", stored.Title), fault);
            }

            throw;
        }
    }

    /// <summary>
    /// Takes what changed in the working folder as new versions, with the entries that the workflow added to the
    /// record's timeline, and one more for <paramref name="what"/>. Nothing changed and nothing to say makes no revision.
    /// </summary>
    /// <param name="folder">Stands at the new revision afterwards, and can be used on.</param>
    /// <param name="what">Code of the timeline entry; empty for none.</param>
    /// <param name="sent">What of the rounds that were sent is the seller's own; kept once a round.</param>
    /// <exception cref="CaseChangedException">Another change came first; nothing of this one was kept.</exception>
    /// <exception cref="StorageException">The folder's record is not this case's, or a file has a name that cannot be kept.</exception>
    public async Task<StoredCase> CheckInAsync(
        CheckedOutCase folder,
        CaseSummary summary,
        string who,
        string what,
        IReadOnlyDictionary<string, string>? details = null,
        IReadOnlyList<SentGroups>? sent = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(folder);
        CaseKey key = await KeyAsync(folder.Id, cancel);
        Case record = RecordOf(folder);
        await using var intake = new Intake(_workbench.Blobs, _workbench.WorkFolders, key);
        FolderDifference difference = await FolderDifference.OfAsync(folder, intake, cancel);
        StoredCase stored = await ChangeAsync(
            folder.Id,
            async change =>
            {
                if (change.Row.Revision != folder.Revision)
                {
                    throw new CaseChangedException(change.Row.Revision);
                }

                bool changes = Apply(change, difference, record, summary, who, what, details);
                if (changes)
                {
                    await KeepPrintsAsync(change, sent ?? [], cancel);
                }

                return changes;
            },
            cancel
        );
        folder.Revision = stored.Revision;
        folder.Files = difference.Now;
        if (what.Length > 0)
        {
            IReadOnlyList<TimelineEntry> timeline = await TimelineAsync(folder.Id, cancel: cancel);
            CaseRecordFile.Write(folder.Paths, record with { Timeline = timeline });
        }

        return stored;
    }

    /// <summary>
    /// Brings a working folder that stands as it was laid out up to the case's revision, where no file has changed since:
    /// only the timeline went on.
    /// </summary>
    /// <returns>Whether it stands at the case's revision now; otherwise it has to be laid out anew.</returns>
    public async Task<bool> BringUpAsync(CheckedOutCase folder, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        (StoredCase stored, IReadOnlyList<TimelineEntry> timeline, _) = await WholeAsync(folder.Id, cancel);
        bool same =
            stored.Files.Count == folder.Files.Count
            && stored.Files.All(file =>
                folder.Files.TryGetValue(file.Path, out LaidOut? laid) && laid.Sha256 == file.Sha256
            );
        if (same)
        {
            CaseRecordFile.Write(folder.Paths, stored.Record with { Timeline = timeline });
            folder.Revision = stored.Revision;
        }

        return same;
    }

    private static bool Apply(
        CaseChange change,
        FolderDifference difference,
        Case record,
        CaseSummary summary,
        string who,
        string what,
        IReadOnlyDictionary<string, string>? details
    )
    {
        List<TimelineEntry> added = [.. record.Timeline.Skip(change.Row.Entries)];
        bool continues =
            record.Timeline.Count >= change.Row.Entries
            && (change.Row.Entries == 0 || record.Timeline[change.Row.Entries - 1].Hash == change.Row.LastHash)
            && Timeline.FirstBroken(record.Timeline) is null;
        if (!continues)
        {
            throw new StorageException(Say.Texts.Get("Timeline_Other"));
        }

        Case kept = record with { Timeline = [] };
        bool same =
            difference.IsNone
            && added.Count == 0
            && what.Length == 0
            && CaseJson.Serialize(kept) == CaseJson.Serialize(change.Record)
            && CaseSummaryJson.Serialize(summary) == CaseSummaryJson.Serialize(change.Summary);
        if (same)
        {
            return false;
        }

        difference.Removed.ForEach(change.Remove);
        difference.Changed.ForEach(file => change.Put(file.Path, file.Blob, who, file.DroppedColumns));
        added.ForEach(change.Take);
        change.Record = kept;
        change.Summary = summary;
        if (what.Length > 0)
        {
            change.Log(who, what, details);
        }

        return true;
    }

    private static Case RecordOf(CheckedOutCase folder)
    {
        Case? record = CaseRecordFile.Read(folder.Paths);
        return record?.Id == folder.Id ? record : throw new StorageException(Say.Texts.Get("Record_Other"));
    }

    /// <summary>A case with its timeline and the rows of its files, all of the same moment.</summary>
    private async Task<(StoredCase Case, IReadOnlyList<TimelineEntry> Timeline, List<FileRow> Files)> WholeAsync(
        CaseId id,
        CancellationToken cancel
    )
    {
        await using StorageContext db = Connect();
        await using IDbContextTransaction reading = await ReadingAsync(db, cancel);
        CaseRow row =
            await db.Cases.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id.Value, cancel) ?? throw NoCase(id);
        CaseKey key = _workbench.Keys.Of(id);
        List<FileRow> files = await Current(db, id).ToListAsync(cancel);
        List<EntryRow> entries = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.CaseId == id.Value)
            .OrderBy(entry => entry.Number)
            .ToListAsync(cancel);
        return Guarded(
            id,
            () => (Stored(key, row, files), (IReadOnlyList<TimelineEntry>)entries.ConvertAll(key.Entry), files)
        );
    }

    private async Task LayOutAsync(
        CaseId id,
        CaseKey key,
        string blob,
        FileBody body,
        string target,
        CancellationToken cancel
    )
    {
        Durable.MakeFolder(Path.GetDirectoryName(target)!);
        await using Stream content = _workbench.Blobs.Open(id, key, blob, body.Sha256);
        await using FileStream copy = Durable.Create(target, 128 * 1024);
        await content.CopyToAsync(copy, cancel);
    }
}
