using System.IO.Compression;
using System.Text;
using Reprieve.Cases;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Store;

public sealed class CaseFilesOnSqlite() : CaseFilesTests(new SqliteDatabase());

public sealed class CaseFilesOnPostgreSql() : CaseFilesTests(new PostgreSqlDatabase());

public abstract class CaseFilesTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
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

    [Theory]
    [InlineData("orders.zip", "orders - may.txt")]
    [InlineData("reports/orders.zip", "reports/orders - may.txt")]
    public async Task In_place_of_an_archive_that_names_buyers_its_tables_are_stored(string given, string stored)
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, true))
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

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<string> ReadAsync(Workbench workbench, CaseId id, string path, int? revision = null)
    {
        await using Stream content = await workbench.Cases.OpenFileAsync(id, path, revision, Cancel);
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync(Cancel);
    }
}
