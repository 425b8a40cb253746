namespace Reprieve.Cases.Tests.Folder;

public sealed class RoundsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-rounds-").FullName;

    [Fact]
    public void Rounds_are_found_by_number_and_other_folders_are_passed_over()
    {
        foreach (string name in new[] { "10", "2", "1", "draft", "0", "-3", "1.tmp" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, "rounds", name));
        }

        Rounds.NumbersIn(CasePaths.Of(_folder)).ShouldBe([1, 2, 10]);
    }

    [Fact]
    public void Freezing_copies_the_whole_package_and_leaves_it_in_place()
    {
        CasePaths paths = CasePaths.Of(_folder);
        Directory.CreateDirectory(Path.Combine(paths.Output, "attachments"));
        File.WriteAllText(Path.Combine(paths.Output, "plan.txt"), "the plan");
        File.WriteAllText(Path.Combine(paths.Output, "attachments", "a.pdf"), "paper");

        Rounds.Freeze(paths, 1, Cases.Empty(TimeProvider.System));

        File.ReadAllText(Path.Combine(paths.Round(1), "plan.txt")).ShouldBe("the plan");
        File.ReadAllText(Path.Combine(paths.Round(1), "attachments", "a.pdf")).ShouldBe("paper");
        File.Exists(Path.Combine(paths.Output, "plan.txt")).ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(paths.Rounds).Count().ShouldBe(1);
    }

    [Fact]
    public void A_round_that_is_there_is_never_written_over()
    {
        CasePaths paths = CasePaths.Of(_folder);
        Directory.CreateDirectory(paths.Output);
        File.WriteAllText(Path.Combine(paths.Output, "plan.txt"), "second");
        Directory.CreateDirectory(paths.Round(1));
        File.WriteAllText(Path.Combine(paths.Round(1), "plan.txt"), "first");

        Should.Throw<CaseException>(() => Rounds.Freeze(paths, 1, Cases.Empty(TimeProvider.System)));

        File.ReadAllText(Path.Combine(paths.Round(1), "plan.txt")).ShouldBe("first");
        Directory.EnumerateFileSystemEntries(paths.Rounds).Count().ShouldBe(1);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
