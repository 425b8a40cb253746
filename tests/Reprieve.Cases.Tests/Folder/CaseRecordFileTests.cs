using Microsoft.Extensions.Time.Testing;

namespace Reprieve.Cases.Tests.Folder;

public sealed class CaseRecordFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-record-").FullName;

    [Fact]
    public void A_folder_without_a_record_has_none() => CaseRecordFile.Read(CasePaths.Of(_folder)).ShouldBeNull();

    [Fact]
    public void A_record_is_read_back_from_the_package()
    {
        Case record = Cases.Full(new FakeTimeProvider());

        CaseRecordFile.Write(CasePaths.Of(_folder), record);

        CaseJson.Serialize(CaseRecordFile.Read(CasePaths.Of(_folder))!).ShouldBe(CaseJson.Serialize(record));
        Directory.EnumerateFiles(Path.Combine(_folder, "appeal")).Count().ShouldBe(1);
    }

    [Fact]
    public void The_record_with_the_longest_timeline_is_the_newest()
    {
        CasePaths paths = CasePaths.Of(_folder);
        Case record = Cases.Full(new FakeTimeProvider());
        CaseRecordFile.Write(
            paths with
            {
                Output = paths.Round(1),
            },
            record with
            {
                Marketplace = "amazon.de",
                Timeline = [],
            }
        );
        CaseRecordFile.Write(paths with { Output = paths.Round(2) }, record);

        CaseRecordFile.Read(paths)!.Marketplace.ShouldBe("amazon.com");
    }

    [Fact]
    public void A_broken_record_is_said_and_left_as_it_is()
    {
        CasePaths paths = CasePaths.Of(_folder);
        Directory.CreateDirectory(paths.Output);
        File.WriteAllText(paths.Record, "{ half a rec");

        Should.Throw<CaseException>(() => CaseRecordFile.Read(paths)).Message.ShouldContain("case.json");

        File.ReadAllText(paths.Record).ShouldBe("{ half a rec");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
