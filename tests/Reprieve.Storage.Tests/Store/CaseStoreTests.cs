using Reprieve.Cases;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Store;

public sealed class CaseStoreOnSqlite() : CaseStoreTests(new SqliteDatabase());

public sealed class CaseStoreOnPostgreSql() : CaseStoreTests(new PostgreSqlDatabase());

public abstract class CaseStoreTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_new_case_is_empty_at_revision_1_and_says_who_opened_it()
    {
        await using Workbench workbench = await database.OpenAsync();

        StoredCase made = await workbench.Cases.AddAsync("Northfold, late shipments", "Dana", Cancel);

        made.Revision.ShouldBe(1);
        StoredCase found = (await workbench.Cases.FindAsync(made.Id, Cancel))!;
        found.Title.ShouldBe("Northfold, late shipments");
        found.Files.ShouldBeEmpty();
        found.Record.Id.ShouldBe(made.Id);
        TimelineEntry entry = (await workbench.Cases.TimelineAsync(made.Id, cancel: Cancel)).ShouldHaveSingleItem();
        (entry.Who, entry.What).ShouldBe(("Dana", "case_opened"));
    }

    [Fact]
    public async Task What_was_stored_is_there_after_the_workbench_was_closed()
    {
        StoredCase made;
        await using (Workbench workbench = await database.OpenAsync())
        {
            made = await workbench.Cases.AddAsync("One", "Dana", Cancel);
            await workbench.Cases.PutFileAsync(
                made.Id,
                "notice.txt",
                new MemoryStream("Hello"u8.ToArray()),
                "Dana",
                Cancel
            );
        }

        await using Workbench again = await database.OpenAsync();

        (await again.Cases.FindAsync(made.Id, Cancel))!.Revision.ShouldBe(2);
        (await ReadAsync(again, made.Id, "notice.txt")).ShouldBe("Hello");
    }

    [Fact]
    public async Task A_case_that_is_not_there_is_null_and_cannot_be_changed()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId none = CaseId.New(database.Clock);

        (await workbench.Cases.FindAsync(none, Cancel)).ShouldBeNull();
        await Should.ThrowAsync<StorageException>(() => workbench.Cases.RenameAsync(none, "x", "Dana", Cancel));
        await Should.ThrowAsync<StorageException>(() =>
            workbench.Cases.PutFileAsync(none, "a.txt", new MemoryStream("x"u8.ToArray()), "Dana", Cancel)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two\nlines")]
    public async Task A_title_is_one_line_of_text(string title)
    {
        await using Workbench workbench = await database.OpenAsync();

        await Should.ThrowAsync<StorageException>(() => workbench.Cases.AddAsync(title, "Dana", Cancel));
    }

    [Fact]
    public async Task Tasks_are_listed_open_ones_first_and_ticked_off_once()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        DateTimeOffset now = database.Clock.GetUtcNow();
        CaseTask call = await workbench.Cases.AddTaskAsync(id, "Call the supplier", now.AddDays(1), "Dana", Cancel);
        await workbench.Cases.AddTaskAsync(id, "Look at the labels", null, "Dana", Cancel);

        (await workbench.Cases.DueTasksAsync(now.AddDays(2), Cancel)).ShouldHaveSingleItem().ShouldBe(call);
        await workbench.Cases.DoneTaskAsync(id, call.Id, "Kim", Cancel);
        await workbench.Cases.DoneTaskAsync(id, call.Id, "Lee", Cancel);

        IReadOnlyList<CaseTask> tasks = await workbench.Cases.TasksAsync(id, Cancel);
        tasks.Select(task => task.Text).ShouldBe(["Look at the labels", "Call the supplier"]);
        tasks[1].DoneBy.ShouldBe("Kim");
        (await workbench.Cases.DueTasksAsync(now.AddDays(2), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deleted_case_leaves_nothing_behind()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        await workbench.Cases.PutFileAsync(id, "a.txt", new MemoryStream("a"u8.ToArray()), "Dana", Cancel);
        await workbench.Cases.AddTaskAsync(id, "Call", null, "Dana", Cancel);

        await workbench.Cases.DeleteAsync(id, "Dana", Cancel);

        (await workbench.Cases.FindAsync(id, Cancel)).ShouldBeNull();
        (await workbench.Cases.TasksAsync(id, Cancel)).ShouldBeEmpty();
        Directory.EnumerateFiles(Path.Combine(database.Options.Folder, "keys")).ShouldBeEmpty();
        Directory.EnumerateDirectories(Path.Combine(database.Options.Folder, "files"), id.ToString()).ShouldBeEmpty();
    }

    private static async Task<string> ReadAsync(Workbench workbench, CaseId id, string path, int? revision = null)
    {
        await using Stream content = await workbench.Cases.OpenFileAsync(id, path, revision, Cancel);
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync(Cancel);
    }
}
