using Microsoft.EntityFrameworkCore;
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
            await workbench.Cases.PutFileAsync(made.Id, "notice.txt", Text("Hello"), "Dana", Cancel);
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
            workbench.Cases.PutFileAsync(none, "a.txt", Text("x"), "Dana", Cancel)
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
    public async Task The_same_file_again_changes_nothing()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        StoredFile first = await workbench.Cases.PutFileAsync(id, "orders.txt", Text("a"), "Dana", Cancel);

        StoredFile second = await workbench.Cases.PutFileAsync(id, "orders.txt", Text("a"), "Kim", Cancel);

        second.ShouldBe(first);
        (await workbench.Cases.FindAsync(id, Cancel))!.Revision.ShouldBe(2);
    }

    [Fact]
    public async Task Another_file_of_the_same_name_gets_a_number()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        await workbench.Cases.PutFileAsync(id, "papers/invoice.pdf", Text("a"), "Dana", Cancel);

        StoredFile second = await workbench.Cases.PutFileAsync(id, "papers/Invoice.pdf", Text("b"), "Dana", Cancel);

        second.Path.ShouldBe("papers/Invoice (2).pdf");
        (await ReadAsync(workbench, id, "papers/invoice.pdf")).ShouldBe("a");
        (await ReadAsync(workbench, id, "papers/Invoice (2).pdf")).ShouldBe("b");
    }

    [Fact]
    public async Task A_removed_file_stays_in_earlier_revisions()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        await workbench.Cases.PutFileAsync(id, "a.txt", Text("a"), "Dana", Cancel);

        StoredCase after = await workbench.Cases.RemoveFileAsync(id, "a.txt", "Dana", Cancel);

        after.Files.ShouldBeEmpty();
        await Should.ThrowAsync<StorageException>(() => workbench.Cases.OpenFileAsync(id, "a.txt", cancel: Cancel));
        (await ReadAsync(workbench, id, "a.txt", revision: 2)).ShouldBe("a");
    }

    [Fact]
    public async Task A_list_is_sorted_by_day_and_then_by_the_newest_change()
    {
        await using Workbench workbench = await database.OpenAsync();
        await AddAsync(workbench, "old", due: null);
        await AddAsync(workbench, "new", due: null);
        await AddAsync(workbench, "late", due: 20);
        await AddAsync(workbench, "soon", due: 3);

        CasePage page = await workbench.Cases.ListAsync(new CaseQuery(), Cancel);

        page.Lines.Select(line => line.Title).ShouldBe(["soon", "late", "new", "old"]);
        page.Total.ShouldBe(4);
        page.Lines[0].Summary.Store.ShouldBe("Store of soon");
    }

    [Fact]
    public async Task A_list_is_filtered_by_stage_and_counts_all_stages()
    {
        await using Workbench workbench = await database.OpenAsync();
        await AddAsync(workbench, "one", stage: CaseStage.Ready);
        await AddAsync(workbench, "two", stage: CaseStage.Sent);
        await AddAsync(workbench, "three", stage: CaseStage.Sent);

        CasePage page = await workbench.Cases.ListAsync(new CaseQuery { Stages = [CaseStage.Sent], Take = 1 }, Cancel);

        page.Lines.ShouldHaveSingleItem().Title.ShouldBe("three");
        page.Total.ShouldBe(2);
        page.Stages.ShouldBe(
            new Dictionary<CaseStage, int> { [CaseStage.Ready] = 1, [CaseStage.Sent] = 2 },
            ignoreOrder: true
        );
    }

    [Theory]
    [InlineData("NORTHFOLD", 1)]
    [InlineData("诺弗", 1)]
    [InlineData("store late_shipment", 2)]
    [InlineData("100%", 0)]
    [InlineData("_", 2)]
    [InlineData("'; drop table cases", 0)]
    public async Task A_list_is_searched_by_title_store_and_reason(string text, int found)
    {
        await using Workbench workbench = await database.OpenAsync();
        await AddAsync(workbench, "Northfold Goods");
        await AddAsync(workbench, "深圳诺弗贸易");

        (await workbench.Cases.ListAsync(new CaseQuery { Text = text }, Cancel)).Total.ShouldBe(found);
    }

    [Fact]
    public async Task A_list_finds_what_is_due()
    {
        await using Workbench workbench = await database.OpenAsync();
        await AddAsync(workbench, "soon", due: 1);
        await AddAsync(workbench, "late", due: 9);
        await AddAsync(workbench, "never", due: null);

        var query = new CaseQuery { DueBefore = database.Clock.GetUtcNow().AddDays(5) };

        (await workbench.Cases.ListAsync(query, Cancel)).Lines.ShouldHaveSingleItem().Title.ShouldBe("soon");
    }

    [Fact]
    public async Task A_case_can_belong_to_an_account_of_a_client()
    {
        await using Workbench workbench = await database.OpenAsync();
        Client client = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "Harbor Trade"), Cancel);
        Account account = await workbench.Clients.SaveAsync(
            new Account(Guid.NewGuid(), client.Id, "Northfold", "Northfold Ltd.", ["amazon.de", "amazon.fr"]),
            Cancel
        );
        StoredCase made = await workbench.Cases.AddAsync("One", "Dana", Cancel);
        await workbench.Cases.AddAsync("Two", "Dana", Cancel);

        await workbench.Cases.SetAccountAsync(made.Id, account.Id, "Dana", Cancel);

        (await workbench.Clients.AccountsAsync(Cancel))
            .ShouldHaveSingleItem()
            .Marketplaces.ShouldBe(account.Marketplaces);
        var query = new CaseQuery { Account = account.Id };
        (await workbench.Cases.ListAsync(query, Cancel)).Lines.ShouldHaveSingleItem().Title.ShouldBe("One");
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
        await workbench.Cases.PutFileAsync(id, "a.txt", Text("a"), "Dana", Cancel);
        await workbench.Cases.AddTaskAsync(id, "Call", null, "Dana", Cancel);

        await workbench.Cases.DeleteAsync(id, "Dana", Cancel);

        (await workbench.Cases.FindAsync(id, Cancel)).ShouldBeNull();
        (await workbench.Cases.TasksAsync(id, Cancel)).ShouldBeEmpty();
        Directory.EnumerateFiles(Path.Combine(database.Options.Folder, "keys")).ShouldBeEmpty();
        Directory.EnumerateDirectories(Path.Combine(database.Options.Folder, "files"), id.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("orders.zip", "orders - may.txt")]
    [InlineData("reports/orders.zip", "reports/orders - may.txt")]
    public async Task In_place_of_an_archive_that_names_buyers_its_tables_are_stored(string given, string stored)
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        using var archive = new MemoryStream();
        using (
            var zip = new System.IO.Compression.ZipArchive(archive, System.IO.Compression.ZipArchiveMode.Create, true)
        )
        {
            await using var table = new StreamWriter(await zip.CreateEntry("may.txt").OpenAsync(Cancel));
            await table.WriteAsync("order-id\tbuyer-name\n1\tKim Lee\n");
        }

        archive.Position = 0;
        StoredFile file = await workbench.Cases.PutFileAsync(id, given, archive, "Dana", Cancel);

        (file.Path, file.DroppedColumns).ShouldBe((stored, 1));
        (await ReadAsync(workbench, id, stored)).ShouldBe("order-id\n1\n");
        (await workbench.Cases.FindAsync(id, Cancel))!.Files.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_table_loses_its_buyers_before_it_is_stored()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;

        StoredFile file = await workbench.Cases.PutFileAsync(
            id,
            "orders.txt",
            Text("order-id\tbuyer-name\tbuyer-email\n1\tKim Lee\tk@b.example\n"),
            "Dana",
            Cancel
        );

        file.DroppedColumns.ShouldBe(2);
        (await ReadAsync(workbench, id, "orders.txt")).ShouldBe("order-id\n1\n");
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_keep_the_workbench_closed()
    {
        Assert.SkipWhen(database.Options.PostgreSql is not null, "PostgreSQL lets go of its locks by itself.");
        await using (await database.OpenAsync()) { }

        await using (var db = new Database.StorageContext(DataFolder.DatabaseOf(database.Options)))
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, 'x')",
                Cancel
            );
        }

        await using Workbench workbench = await database.OpenAsync();
        (await workbench.Cases.ListAsync(new CaseQuery(), Cancel)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Only_one_workbench_has_a_folder_open()
    {
        await using Workbench workbench = await database.OpenAsync();

        StorageException fault = await Should.ThrowAsync<StorageException>(database.OpenAsync);

        fault.Message.ShouldContain("in use by another");
    }

    private async Task AddAsync(
        Workbench workbench,
        string title,
        int? due = null,
        CaseStage stage = CaseStage.Preparing
    )
    {
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        StoredCase made = await workbench.Cases.AddAsync(title, "Dana", Cancel);
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(made.Id, Cancel);
        CaseRecordFile.Write(folder.Paths, CaseRecordFile.Read(folder.Paths)! with { Stage = stage });
        var summary = new CaseSummary
        {
            Store = "Store of " + title,
            Reasons = ["late_shipment"],
            Due = due is { } days ? database.Clock.GetUtcNow().AddDays(days) : null,
        };
        await workbench.Cases.CheckInAsync(folder, summary, "Dana", "", cancel: Cancel);
    }

    private static MemoryStream Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    private static async Task<string> ReadAsync(Workbench workbench, CaseId id, string path, int? revision = null)
    {
        await using Stream content = await workbench.Cases.OpenFileAsync(id, path, revision, Cancel);
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync(Cancel);
    }
}
