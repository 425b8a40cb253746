using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Database;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests;

public sealed class VerifyOnSqlite() : VerifyTests(new SqliteDatabase());

public sealed class VerifyOnPostgreSql() : VerifyTests(new PostgreSqlDatabase());

public abstract class VerifyTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_nobody_touched_has_no_fault()
    {
        await FilledAsync();

        (await VerifiedAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UPDATE cases SET \"Title\" = 'Another'", "its row in the database")]
    [InlineData("UPDATE cases SET \"Stage\" = 'reinstated'", "its row in the database")]
    [InlineData("UPDATE cases SET \"Due\" = 5", "its row in the database")]
    [InlineData("UPDATE cases SET \"AccountId\" = \"Id\"", "its row in the database")]
    [InlineData("UPDATE cases SET \"Turn\" = 'amazon'", "its row in the database")]
    [InlineData("UPDATE cases SET \"Turn\" = NULL", "its row in the database")]
    [InlineData("UPDATE cases SET \"Marketplace\" = 'amazon.de'", "its row in the database")]
    [InlineData("UPDATE cases SET \"AssigneeId\" = \"Id\"", "its row in the database")]
    [InlineData("UPDATE cases SET \"Held\" = 500, \"Currency\" = 'USD'", "its row in the database")]
    [InlineData(
        "UPDATE timeline SET \"Body\" = (SELECT \"Body\" FROM timeline WHERE \"Number\" = 1) WHERE \"Number\" = 2",
        "entry 2 of the timeline"
    )]
    [InlineData("UPDATE timeline SET \"Hash\" = 'aa' WHERE \"Number\" = 3", "entry 3 of the timeline")]
    [InlineData("DELETE FROM timeline WHERE \"Number\" = 2", "entry 2 of the timeline")]
    [InlineData("DELETE FROM timeline WHERE \"Number\" = 4", "the timeline ends after 3")]
    [InlineData("DELETE FROM files WHERE \"Revision\" = 2", "a row of its files or tasks")]
    [InlineData("UPDATE files SET \"Until\" = 3 WHERE \"Revision\" = 2", "the row of a file of revision 2")]
    [InlineData(
        "UPDATE files SET \"Body\" = (SELECT \"Body\" FROM files WHERE \"Revision\" = 3) WHERE \"Revision\" = 2",
        "the row of a file of revision 2"
    )]
    [InlineData("DELETE FROM tasks", "a row of its files or tasks")]
    [InlineData("UPDATE tasks SET \"DoneAt\" = 5", "the task")]
    [InlineData("DELETE FROM cases", "gone from the database")]
    public async Task What_was_changed_in_the_database_is_found(string change, string found)
    {
        await FilledAsync();
        await using (var db = new StorageContext(DataFolder.DatabaseOf(database.Options)))
        {
            (await db.Database.ExecuteSqlRawAsync(change, Cancel)).ShouldBe(1);
        }

        IReadOnlyList<string> faults = await VerifiedAsync();

        faults.ShouldContain(fault => fault.Contains(found, StringComparison.Ordinal), string.Join('\n', faults));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(100)]
    [InlineData(-1)]
    public async Task A_changed_byte_of_a_stored_file_is_found(int place)
    {
        await FilledAsync();
        string blob = Blobs().First();
        byte[] bytes = await File.ReadAllBytesAsync(blob, Cancel);
        bytes[place < 0 ? bytes.Length + place : place] ^= 1;
        await File.WriteAllBytesAsync(blob, bytes, Cancel);

        (await VerifiedAsync()).ShouldHaveSingleItem().ShouldContain("changed or damaged");
    }

    [Fact]
    public async Task Stored_files_that_changed_places_are_found()
    {
        await FilledAsync();
        List<string> blobs = [.. Blobs()];
        File.Move(blobs[0], blobs[0] + ".x");
        File.Move(blobs[1], blobs[0]);
        File.Move(blobs[0] + ".x", blobs[1]);

        (await VerifiedAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_stored_file_that_is_gone_is_named()
    {
        await FilledAsync();
        File.Delete(Blobs().First());

        (await VerifiedAsync()).ShouldHaveSingleItem().ShouldContain("is gone");
    }

    [Fact]
    public async Task A_case_without_its_key_is_named_and_still_listed()
    {
        await FilledAsync();
        Directory.Delete(Path.Combine(database.Options.Folder, "keys"), recursive: true);

        (await VerifiedAsync()).ShouldHaveSingleItem().ShouldContain("has no key");
        await using Workbench workbench = await database.OpenAsync();
        (await workbench.Cases.ListAsync(new CaseQuery(), Cancel)).Lines.ShouldHaveSingleItem().Title.ShouldBe("One");
    }

    [Fact]
    public async Task What_is_stored_tells_nothing_of_the_files()
    {
        await FilledAsync();

        foreach (string file in Directory.EnumerateFiles(database.Options.Folder, "*", SearchOption.AllDirectories))
        {
            string text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Cancel));
            text.ShouldNotContain("secret");
        }
    }

    [Fact]
    public async Task A_fault_is_told_in_the_language_of_the_screen()
    {
        await FilledAsync();
        File.Delete(Blobs().First());
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        try
        {
            (await VerifiedAsync()).ShouldHaveSingleItem().ShouldContain("已不存在");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private IEnumerable<string> Blobs() =>
        Directory
            .EnumerateFiles(Path.Combine(database.Options.Folder, "files"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

    private async Task<IReadOnlyList<string>> VerifiedAsync()
    {
        await using Workbench workbench = await database.OpenAsync();
        return await workbench.VerifyAsync(Cancel);
    }

    private async Task FilledAsync()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        await workbench.Cases.PutFileAsync(
            id,
            "secret-a.txt",
            new MemoryStream("secret a"u8.ToArray().Concat(new byte[200]).ToArray()),
            "Dana",
            Cancel
        );
        await workbench.Cases.PutFileAsync(
            id,
            "secret-b.txt",
            new MemoryStream("secret b"u8.ToArray().Concat(new byte[200]).ToArray()),
            "Dana",
            Cancel
        );
        await workbench.Cases.AddTaskAsync(id, "secret call", null, "Dana", Cancel);
    }
}
