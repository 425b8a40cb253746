using Microsoft.Extensions.Time.Testing;

namespace Reprieve.Cases.Tests.Folder;

public sealed class CaseSnapshotTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("reprieve-snapshot-").FullName;

    private CasePaths Filled()
    {
        CasePaths paths = CasePaths.Of(Path.Combine(_root, "one"));
        foreach (string file in new[] { "notice.eml", "reports/orders.txt", "appeal/plan.txt", "rounds/1/plan.txt" })
        {
            string target = Path.Combine(paths.Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, file == "rounds/1/plan.txt" ? "the first" : file);
        }

        CaseRecordFile.Write(paths, Cases.Full(new FakeTimeProvider()));
        return paths;
    }

    private static Stream Open(CasePaths from, string sha256) =>
        File.OpenRead(Path.Combine(from.Folder, CaseSnapshot.Of(from).Files.First(file => file.Sha256 == sha256).Path));

    [Fact]
    public void A_folder_laid_out_from_its_snapshot_is_the_same_folder()
    {
        CasePaths one = Filled();
        CasePaths two = CasePaths.Of(Path.Combine(_root, "two"));

        CaseSnapshot.Of(one).LayOut(two, sha256 => Open(one, sha256));

        Content(two).ShouldBe(Content(one));
        Timeline.FirstBroken(CaseRecordFile.Read(two)!.Timeline).ShouldBeNull();
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_left_alone()
    {
        CasePaths one = Filled();

        Should.Throw<CaseException>(() => CaseSnapshot.Of(one).LayOut(one, sha256 => Open(one, sha256)));
    }

    [Fact]
    public void A_content_that_is_not_what_its_hash_says_is_refused()
    {
        CasePaths one = Filled();
        CasePaths two = CasePaths.Of(Path.Combine(_root, "two"));

        Should.Throw<CaseException>(() => CaseSnapshot.Of(one).LayOut(two, _ => new MemoryStream([1, 2, 3])));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static Dictionary<string, string> Content(CasePaths paths) =>
        Directory
            .EnumerateFiles(paths.Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(paths.Folder, file), File.ReadAllText);
}
