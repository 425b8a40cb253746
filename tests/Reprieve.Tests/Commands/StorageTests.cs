using System.Text.Json;

namespace Reprieve.Tests.Commands;

public sealed class StorageTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("reprieve-data-").FullName;

    private string Data => Path.Combine(_root, "data");

    private string Archive => Path.Combine(_root, "case.zip");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_case_folder_goes_into_the_workbench_and_out_again()
    {
        using CaseCopy sample = CaseCopy.OfSample("phishing");
        CommandRun.Of("export", sample.Folder, Archive).ExitCode.ShouldBe(0);
        CommandRun imported = CommandRun.Of("import", Archive, "--data", Data, "--by", "Dana", "--json");
        imported.ExitCode.ShouldBe(0, imported.Error);
        using JsonDocument json = JsonDocument.Parse(imported.Out);
        string id = json.RootElement.GetProperty("case").GetString()!;

        string second = Path.Combine(_root, "second.zip");
        CommandRun.Of("export", id, second, "--data", Data).ExitCode.ShouldBe(0);
        string folder = Path.Combine(_root, "folder");
        CommandRun.Of("import", second, folder).ExitCode.ShouldBe(0);

        foreach (string file in Directory.EnumerateFiles(sample.Folder))
        {
            File.ReadAllBytes(Path.Combine(folder, Path.GetFileName(file))).ShouldBe(File.ReadAllBytes(file));
        }

        CommandRun.Of("verify", "--data", Data).Out.ShouldContain("Cases: 1");
    }

    [Fact]
    public void A_backup_is_restored_with_its_keys_and_names_what_has_none()
    {
        using CaseCopy sample = CaseCopy.OfSample("phishing");
        CommandRun.Of("export", sample.Folder, Archive);
        CommandRun.Of("import", Archive, "--data", Data);
        string backup = Path.Combine(_root, "backup.zip");
        CommandRun.Of("backup", backup, "--data", Data).Out.ShouldContain("keys");

        string bare = Path.Combine(_root, "bare");
        CommandRun.Of("restore", backup, "--data", bare).Out.ShouldContain("Left out");
        string whole = Path.Combine(_root, "whole");
        Directory.CreateDirectory(Path.Combine(whole, "keys"));
        foreach (string key in Directory.EnumerateFiles(Path.Combine(Data, "keys")))
        {
            File.Copy(key, Path.Combine(whole, "keys", Path.GetFileName(key)));
        }

        CommandRun.Of("restore", backup, "--data", whole, "--json").Out.ShouldContain("\"cases\":1");
        CommandRun.Of("verify", "--data", whole, "--json").Out.ShouldContain("\"whole\":true");
        CommandRun again = CommandRun.Of("restore", backup, "--data", whole);
        again.ExitCode.ShouldBe(3);
        again.Error.ShouldContain("not empty");
    }

    [Fact]
    public void A_changed_file_of_the_workbench_fails_the_verification()
    {
        using CaseCopy sample = CaseCopy.OfSample("phishing");
        CommandRun.Of("export", sample.Folder, Archive);
        CommandRun.Of("import", Archive, "--data", Data);
        string file = Directory.EnumerateFiles(Path.Combine(Data, "files"), "*", SearchOption.AllDirectories).First();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);

        CommandRun run = CommandRun.Of("verify", "--data", Data);

        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain("changed or damaged");
    }

    [Theory]
    [InlineData("backup", "x.zip")]
    [InlineData("verify")]
    public void A_workbench_that_is_not_there_is_not_made(params string[] args)
    {
        CommandRun run = CommandRun.Of([.. args, "--data", Data]);

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("no workbench");
        Directory.Exists(Data).ShouldBeFalse();
    }

    [Fact]
    public void What_is_neither_a_folder_nor_a_case_cannot_be_exported() =>
        CommandRun.Of("export", "nothing", Archive, "--data", Data).ExitCode.ShouldBe(2);
}
