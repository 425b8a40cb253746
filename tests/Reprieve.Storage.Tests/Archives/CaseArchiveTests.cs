using System.IO.Compression;
using Reprieve.Cases;
using Reprieve.Storage.Archives;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Archives;

public sealed class CaseArchiveTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly SqliteDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_case_goes_from_the_workbench_to_a_folder_and_to_another_workbench_and_stays_the_same()
    {
        await using Workbench workbench = await _database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("Northfold", "Dana", Cancel)).Id;
        await workbench.Cases.PutFileAsync(id, "reports/orders.txt", new MemoryStream([1, 2, 3]), "Dana", Cancel);
        using var archive = new MemoryStream();
        await workbench.Cases.ExportAsync(id, archive, Cancel);

        CasePaths folder = CasePaths.Of(Path.Combine(_database.Folder, "folder"));
        archive.Position = 0;
        await CaseArchive.UnpackAsync(archive, folder, Cancel);
        using var second = new MemoryStream();
        await CaseArchive.PackAsync(folder, second, Cancel);
        await using Workbench other = await Workbench.OpenAsync(_database.Another(), _database.Clock, Cancel);
        second.Position = 0;
        StoredCase imported = await other.Cases.ImportAsync(second, "Kim", Cancel);

        imported.Id.ShouldBe(id);
        imported
            .Files.ShouldHaveSingleItem()
            .Sha256.ShouldBe("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
        (await other.Cases.TimelineAsync(id, cancel: Cancel))
            .Select(entry => entry.What)
            .ShouldBe(["case_opened", "file_added", "case_imported"]);
        (await other.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_that_is_there_already_is_not_imported_again()
    {
        await using Workbench workbench = await _database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("Northfold", "Dana", Cancel)).Id;
        using var archive = new MemoryStream();
        await workbench.Cases.ExportAsync(id, archive, Cancel);
        archive.Position = 0;

        await Should.ThrowAsync<StorageException>(() => workbench.Cases.ImportAsync(archive, "Kim", Cancel));
    }

    [Fact]
    public async Task A_folder_that_was_never_worked_on_becomes_a_new_case_without_buyers()
    {
        string folder = Path.Combine(_database.Folder, "folder");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "orders.txt"), "order-id\tbuyer-name\n1\tKim Lee\n", Cancel);
        using var archive = new MemoryStream();
        await CaseArchive.PackAsync(CasePaths.Of(folder), archive, Cancel);
        archive.Position = 0;
        await using Workbench workbench = await _database.OpenAsync();

        StoredCase made = await workbench.Cases.ImportAsync(archive, "Kim", Cancel);

        made.Title.ShouldBe("folder");
        made.Files.ShouldHaveSingleItem().DroppedColumns.ShouldBe(1);
        await using Stream content = await workbench.Cases.OpenFileAsync(made.Id, "orders.txt", cancel: Cancel);
        using var reader = new StreamReader(content);
        (await reader.ReadToEndAsync(Cancel)).ShouldBe("order-id\n1\n");
    }

    [Theory]
    [InlineData("files/../../evil.txt")]
    [InlineData("files//etc/passwd")]
    [InlineData("files/a/../../b")]
    [InlineData("files/NUL")]
    [InlineData("elsewhere.txt")]
    public async Task A_path_that_leads_out_of_the_case_is_refused(string name)
    {
        using MemoryStream archive = Made(
            name,
            "x",
            "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
        );
        string folder = Path.Combine(_database.Folder, "out");

        await Should.ThrowAsync<StorageException>(() => CaseArchive.UnpackAsync(archive, CasePaths.Of(folder), Cancel));

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_not_what_the_manifest_says_is_refused()
    {
        using MemoryStream archive = Made("files/a.txt", "changed", new string('0', 64));
        await using Workbench workbench = await _database.OpenAsync();

        await Should.ThrowAsync<StorageException>(() => workbench.Cases.ImportAsync(archive, "Kim", Cancel));

        (await workbench.Cases.ListAsync(new CaseQuery(), Cancel)).Total.ShouldBe(0);
        Directory.EnumerateFiles(Path.Combine(_database.Options.Folder, "keys")).ShouldBeEmpty();
    }

    private static MemoryStream Made(string name, string content, string sha256)
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var file = new StreamWriter(zip.CreateEntry(name).Open()))
            {
                file.Write(content);
            }

            using var manifest = new StreamWriter(zip.CreateEntry("manifest.json").Open());
            manifest.Write(
                "{\"format\":1,\"title\":\"Case\",\"summary\":{},\"files\":{\"" + name + "\":\"" + sha256 + "\"}}"
            );
        }

        archive.Position = 0;
        return archive;
    }
}
