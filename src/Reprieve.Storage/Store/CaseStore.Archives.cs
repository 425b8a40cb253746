using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Archives;
using Reprieve.Storage.Database;
using Reprieve.Storage.Files;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

public sealed partial class CaseStore
{
    /// <summary>Writes a case as an archive (see <see cref="CaseArchive"/>): its record, its timeline and its files as they stand.</summary>
    public async Task ExportAsync(CaseId id, Stream archive, CancellationToken cancel = default)
    {
        (StoredCase stored, IReadOnlyList<TimelineEntry> timeline, List<FileRow> rows) = await WholeAsync(id, cancel);
        CaseKey key = _workbench.Keys.Of(id);
        await CaseArchive.WriteAsync(
            archive,
            stored.Title,
            stored.Record with
            {
                Timeline = timeline,
            },
            stored.Summary,
            rows.Select(row => (row, Body: key.Body(row)))
                .OrderBy(file => file.Body.Path, StringComparer.Ordinal)
                .Select(file => new ArchivedFile(
                    file.Body.Path,
                    _ => Task.FromResult(_workbench.Blobs.Open(id, key, file.row.Blob, file.Body.Sha256))
                )),
            cancel
        );
    }

    /// <summary>Takes an archive in as a case, under the id it has; columns that name buyers are dropped on the way.</summary>
    /// <param name="archive">Must be able to seek.</param>
    /// <exception cref="StorageException">It is no whole archive, or the case is here already.</exception>
    public async Task<StoredCase> ImportAsync(Stream archive, string who, CancellationToken cancel = default)
    {
        List<TakenIn> taken = [];
        // The id stands in the record, and the files are encrypted with the key of that id: it is read ahead.
        ArchivedCase head = await CaseArchive.ReadAsync(archive, (_, _) => Task.CompletedTask, cancel);
        Case record = head.Record ?? Case.Opened(_workbench.Clock);
        CaseId id = record.Id;
        await RefuseIfThereAsync(id, cancel);
        CaseKey key = _workbench.Keys.Begin(id);
        try
        {
            await using var intake = new Intake(_workbench.Blobs, _workbench.WorkFolders, key);
            archive.Position = 0;
            await CaseArchive.ReadAsync(
                archive,
                async (path, content) => taken.AddRange(await intake.TakeAsync(path, content, cancel)),
                cancel
            );
            StoredCase made = await MakeAsync(
                record with
                {
                    Timeline = [],
                },
                key,
                Title(head.Title),
                head.Summary,
                change => Fill(change, record, taken, who),
                cancel
            );
            _workbench.Keys.Keep(id);
            return made;
        }
        catch
        {
            _workbench.Keys.Abandon(id);
            _workbench.Blobs.Delete(id);
            throw;
        }
    }

    private static void Fill(CaseChange change, Case record, List<TakenIn> taken, string who)
    {
        foreach (TimelineEntry entry in record.Timeline)
        {
            change.Take(entry);
        }

        foreach (TakenIn file in taken)
        {
            change.Put(file.Path, file.Blob, who, file.DroppedColumns);
        }

        change.Log(who, "case_imported");
    }

    private async Task RefuseIfThereAsync(CaseId id, CancellationToken cancel)
    {
        await using StorageContext db = Connect();
        if (await db.Cases.AnyAsync(row => row.Id == id.Value, cancel))
        {
            throw new StorageException(Say.Texts.Get("Import_There", id));
        }
    }
}
