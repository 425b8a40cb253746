using Reprieve.Cases;
using Reprieve.Storage.Tests.Databases;
using Case = Reprieve.Cases.Case;

namespace Reprieve.Storage.Tests.Store;

public sealed class CheckOutOnSqlite() : CheckOutTests(new SqliteDatabase());

public sealed class CheckOutOnPostgreSql() : CheckOutTests(new PostgreSqlDatabase());

public abstract class CheckOutTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly CaseSummary Summary = new() { Store = "Northfold" };

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_case_is_laid_out_with_its_files_and_its_record()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = await FilledAsync(workbench);

        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);

        File.ReadAllText(Path.Combine(folder.Paths.Folder, "reports/orders.txt")).ShouldBe("orders");
        CaseRecordFile.Read(folder.Paths)!.Timeline.Count.ShouldBe(3);
        folder.Revision.ShouldBe(3);
    }

    [Fact]
    public async Task A_note_changes_no_file_and_the_folder_comes_along()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = await FilledAsync(workbench);
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);
        string before = (await workbench.Cases.FindAsync(id, Cancel))!.ContentKey;
        var details = new Dictionary<string, string> { ["order"] = "114-0000001-0000001" };

        StoredCase noted = await workbench.Cases.NoteAsync(id, "Dana", "repair_done", details, Cancel);

        noted.ContentKey.ShouldBe(before);
        (await workbench.Cases.BringUpAsync(folder, Cancel)).ShouldBeTrue();
        folder.Revision.ShouldBe(noted.Revision);
        CaseRecordFile.Read(folder.Paths)!.Timeline[^1].What.ShouldBe("repair_done");
        Write(folder, "notice.txt", "NOTICE");
        await workbench.Cases.CheckInAsync(folder, Summary, "Dana", "answered", cancel: Cancel);
        (await workbench.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_is_not_brought_up_past_a_changed_file()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = await FilledAsync(workbench);
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);
        string before = (await workbench.Cases.FindAsync(id, Cancel))!.ContentKey;
        await workbench.Cases.PutFileAsync(id, "more.txt", new MemoryStream("more"u8.ToArray()), "Dana", Cancel);

        (await workbench.Cases.BringUpAsync(folder, Cancel)).ShouldBeFalse();
        (await workbench.Cases.FindAsync(id, Cancel))!.ContentKey.ShouldNotBe(before);
    }

    [Fact]
    public async Task The_folder_is_gone_when_it_is_no_longer_needed()
    {
        await using Workbench workbench = await database.OpenAsync();
        CheckedOutCase folder = await workbench.Cases.CheckOutAsync(await FilledAsync(workbench), Cancel);

        await folder.DisposeAsync();

        Directory.Exists(folder.Paths.Folder).ShouldBeFalse();
    }

    [Fact]
    public async Task What_changed_in_the_folder_becomes_new_versions()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = await FilledAsync(workbench);
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);
        Write(folder, "notice.txt", "NOTICE");
        Write(folder, "appeal/plan.txt", "plan");
        File.Delete(Path.Combine(folder.Paths.Folder, "reports/orders.txt"));

        StoredCase stored = await workbench.Cases.CheckInAsync(folder, Summary, "Dana", "answered", cancel: Cancel);

        stored.Files.Select(file => file.Path).ShouldBe(["appeal/plan.txt", "notice.txt"]);
        stored.Summary.Store.ShouldBe("Northfold");
        (await workbench.Cases.HistoryAsync(id, "notice.txt", Cancel)).Select(file => file.Revision).ShouldBe([4, 2]);
        (await ReadAsync(workbench, id, "notice.txt", 3)).ShouldBe("notice");
        (await ReadAsync(workbench, id, "notice.txt", null)).ShouldBe("NOTICE");
    }

    [Fact]
    public async Task A_change_that_keeps_length_and_time_is_not_looked_for_but_one_of_the_same_length_is_found()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = await FilledAsync(workbench);
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);
        string file = Path.Combine(folder.Paths.Folder, "notice.txt");
        DateTime before = File.GetLastWriteTimeUtc(file);
        File.WriteAllText(file, "NOTICE");
        File.SetLastWriteTimeUtc(file, before.AddTicks(10));

        StoredCase stored = await workbench.Cases.CheckInAsync(folder, Summary, "Dana", "", cancel: Cancel);

        stored.Files.Single(one => one.Path == "notice.txt").Revision.ShouldBe(4);
    }

    [Fact]
    public async Task Entries_of_the_workflow_are_taken_over_and_then_one_for_what_was_done()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = await FilledAsync(workbench);
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);
        Case record = CaseRecordFile.Read(folder.Paths)!;
        CaseRecordFile.Write(folder.Paths, record.Append(database.Clock, "reprieve", "notice_read"));

        await workbench.Cases.CheckInAsync(folder, Summary, "Dana", "reviewed", cancel: Cancel);

        IReadOnlyList<TimelineEntry> timeline = await workbench.Cases.TimelineAsync(id, cancel: Cancel);
        timeline
            .Select(entry => entry.What)
            .ShouldBe(["case_opened", "file_added", "file_added", "notice_read", "reviewed"]);
        Timeline.FirstBroken(timeline).ShouldBeNull();
    }

    [Fact]
    public async Task A_folder_can_be_used_on_after_its_check_in()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = await FilledAsync(workbench);
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);
        for (int round = 1; round <= 3; round++)
        {
            Write(folder, "answers.yaml", $"round: {round}");
            StoredCase stored = await workbench.Cases.CheckInAsync(folder, Summary, "Dana", "edited", cancel: Cancel);
            stored.Revision.ShouldBe(3 + round);
            folder.Revision.ShouldBe(3 + round);
        }

        (await workbench.Cases.HistoryAsync(id, "answers.yaml", Cancel)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Nothing_changed_and_nothing_to_say_makes_no_revision()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = await FilledAsync(workbench);
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);
        await workbench.Cases.CheckInAsync(folder, Summary, "Dana", "", cancel: Cancel);

        StoredCase stored = await workbench.Cases.CheckInAsync(folder, Summary, "Dana", "", cancel: Cancel);

        stored.Revision.ShouldBe(4);
    }

    [Fact]
    public async Task A_check_in_after_another_change_is_refused_and_nothing_of_it_is_kept()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = await FilledAsync(workbench);
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);
        Write(folder, "notice.txt", "mine");
        await workbench.Cases.PutFileAsync(id, "new.txt", new MemoryStream([1]), "Kim", Cancel);

        CaseChangedException fault = await Should.ThrowAsync<CaseChangedException>(() =>
            workbench.Cases.CheckInAsync(folder, Summary, "Dana", "edited", cancel: Cancel)
        );

        fault.Revision.ShouldBe(4);
        (await ReadAsync(workbench, id, "notice.txt", null)).ShouldBe("notice");
        Directory
            .EnumerateFileSystemEntries(Path.Combine(database.Options.Folder, "files", "incoming"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_whose_past_was_rewritten_is_refused()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = await FilledAsync(workbench);
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);
        Case record = CaseRecordFile.Read(folder.Paths)!;
        Case rewritten = record with { Timeline = [] };
        for (int i = 0; i < 4; i++)
        {
            rewritten = rewritten.Append(database.Clock, "reprieve", "something_else");
        }

        CaseRecordFile.Write(folder.Paths, rewritten);

        await Should.ThrowAsync<StorageException>(() =>
            workbench.Cases.CheckInAsync(folder, Summary, "Dana", "", cancel: Cancel)
        );
    }

    private static async Task<CaseId> FilledAsync(Workbench workbench)
    {
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        await workbench.Cases.PutFileAsync(id, "notice.txt", new MemoryStream("notice"u8.ToArray()), "Dana", Cancel);
        await workbench.Cases.PutFileAsync(
            id,
            "reports/orders.txt",
            new MemoryStream("orders"u8.ToArray()),
            "Dana",
            Cancel
        );
        return id;
    }

    private static void Write(CheckedOutCase folder, string path, string text)
    {
        string target = Path.Combine(folder.Paths.Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }

    private static async Task<string> ReadAsync(Workbench workbench, CaseId id, string path, int? revision)
    {
        await using Stream content = await workbench.Cases.OpenFileAsync(id, path, revision, Cancel);
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync(Cancel);
    }
}
