using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

public sealed partial class Workbench
{
    /// <summary>
    /// Holds everything against what was written: every row against its code, every timeline against its chain, every
    /// stored content against its hash. Returns what is not as it was, as sentences in the screen's language.
    /// </summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancel = default)
    {
        List<string> faults = [];
        await using StorageContext db = Connect();
        List<Guid> ids = await db.Cases.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        foreach (Guid id in ids)
        {
            cancel.ThrowIfCancellationRequested();
            await VerifyAsync(new CaseId(id), faults, cancel);
        }

        HashSet<Guid> known = [.. ids];
        foreach (CaseId lost in Keys.All.Where(id => !known.Contains(id.Value)))
        {
            // It may have been made since the list was read.
            if (!await db.Cases.AnyAsync(row => row.Id == lost.Value, cancel))
            {
                faults.Add(Say.Texts.Get("Verify_CaseGone", lost));
            }
        }

        return faults;
    }

    private async Task VerifyAsync(CaseId id, List<string> faults, CancellationToken cancel)
    {
        await using StorageContext db = Connect();
        await using var reading = await CaseStore.ReadingAsync(db, cancel);
        CaseRow? row = await db.Cases.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id.Value, cancel);
        if (row is null)
        {
            return;
        }

        CaseKey? key;
        try
        {
            key = Keys.Find(id);
        }
        catch (StorageException fault)
        {
            faults.Add(fault.Message);
            return;
        }

        if (key is null)
        {
            faults.Add(Say.Texts.Get("Verify_NoKey", row.Title, id));
            return;
        }

        var found = new CaseFaults(row.Title, faults);
        VerifyCase(key, row, found);
        await VerifyTimelineAsync(db, key, row, found, cancel);
        await VerifyTasksAsync(db, key, row, found, cancel);
        byte[] digest = await CaseChange.DigestAsync(db, key, row.Id, cancel);
        if (!digest.AsSpan().SequenceEqual(row.Digest))
        {
            found.Add("Verify_Rows");
        }

        List<FileRow> files = await db
            .Files.AsNoTracking()
            .Where(file => file.CaseId == id.Value)
            .OrderBy(file => file.Revision)
            .ToListAsync(cancel);
        await reading.DisposeAsync();
        VerifyFiles(key, id, files, found, cancel);
    }

    private static void VerifyCase(CaseKey key, CaseRow row, CaseFaults found)
    {
        if (!key.CodeOf(row).AsSpan().SequenceEqual(row.Mac))
        {
            found.Add("Verify_Case");
        }
        else if (!Opens(() => key.Record(row)) || !Opens(() => key.Summary(row)))
        {
            found.Add("Verify_Case");
        }
    }

    private static async Task VerifyTimelineAsync(
        StorageContext db,
        CaseKey key,
        CaseRow row,
        CaseFaults found,
        CancellationToken cancel
    )
    {
        List<EntryRow> rows = await db
            .Entries.AsNoTracking()
            .Where(entry => entry.CaseId == row.Id)
            .OrderBy(entry => entry.Number)
            .ToListAsync(cancel);
        List<TimelineEntry> entries = [];
        foreach (EntryRow entry in rows)
        {
            if (!Opens(() => entries.Add(key.Entry(entry))) || entries[^1].Hash != entry.Hash)
            {
                found.Add("Verify_Entry", entry.Number);
                return;
            }
        }

        if (Timeline.FirstBroken(entries) is { } broken)
        {
            found.Add("Verify_Entry", broken);
        }
        else if (entries.Count != row.Entries || (entries.Count > 0 ? entries[^1].Hash : "") != row.LastHash)
        {
            found.Add("Verify_End", entries.Count, row.Entries);
        }
    }

    private static async Task VerifyTasksAsync(
        StorageContext db,
        CaseKey key,
        CaseRow row,
        CaseFaults found,
        CancellationToken cancel
    )
    {
        List<TaskRow> tasks = await db.Tasks.AsNoTracking().Where(task => task.CaseId == row.Id).ToListAsync(cancel);
        foreach (TaskRow task in tasks)
        {
            if (!key.CodeOf(task).AsSpan().SequenceEqual(task.Mac) || !Opens(() => key.Body(task)))
            {
                found.Add("Verify_Task", task.Id);
            }
        }
    }

    private void VerifyFiles(CaseKey key, CaseId id, List<FileRow> files, CaseFaults found, CancellationToken cancel)
    {
        HashSet<string> whole = [];
        foreach (FileRow file in files)
        {
            FileBody? body = null;
            if (!key.CodeOf(file).AsSpan().SequenceEqual(file.Mac) || !Opens(() => body = key.Body(file)))
            {
                found.Add("Verify_FileRow", file.Revision);
            }
            else if (!File.Exists(Blobs.PathOf(id, file.Blob)))
            {
                found.Add("Verify_FileGone", body!.Path, file.Revision);
            }
            else if (!whole.Contains(file.Blob) && !Blobs.IsWhole(id, key, file.Blob, body!.Sha256, cancel))
            {
                found.Add("Verify_FileChanged", body.Path, file.Revision);
            }
            else
            {
                whole.Add(file.Blob);
            }
        }
    }

    private static bool Opens(Action open)
    {
        try
        {
            open();
            return true;
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return false;
        }
    }

    private sealed record CaseFaults(string Title, List<string> All)
    {
        public void Add(string text, params ReadOnlySpan<object?> arguments) =>
            All.Add(Say.Texts.Get("Verify_InCase", Title, Say.Texts.Get(text, arguments)));
    }
}
