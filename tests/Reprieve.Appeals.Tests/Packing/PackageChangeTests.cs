using CsCheck;
using Reprieve.Appeals.Packing;

namespace Reprieve.Appeals.Tests.Packing;

public class PackageChangeTests
{
    // A hash here is one letter; a file has one of a few contents, so that all meetings of versions happen.
    private static readonly Gen<string[]> Contents = Gen.Int[0, 3].Select(i => i == 0 ? "" : $"{i}").Array[4];

    [Fact]
    public void What_a_person_wrote_is_never_written_over_or_taken_away() =>
        Gen.Select(Contents, Contents, Contents, Gen.Bool.Array[4])
            .Sample(
                (fresh, last, disk, edited) =>
                {
                    PackageChange change = Decide(fresh, last, disk, edited);
                    for (int i = 0; i < disk.Length; i++)
                    {
                        bool ours = last[i] == disk[i] && !edited[i];
                        if (disk[i].Length > 0 && !ours)
                        {
                            change.Write.ShouldNotContain(file => file.Path == Name(i));
                            change.Remove.ShouldNotContain(Name(i));
                        }
                    }
                }
            );

    [Fact]
    public void A_second_run_with_the_same_content_changes_nothing() =>
        Gen.Select(Contents, Contents, Contents, Gen.Bool.Array[4])
            .Sample(
                (fresh, last, disk, edited) =>
                {
                    PackageChange first = Decide(fresh, last, disk, edited);
                    Dictionary<string, string> after = Apply(first, disk);
                    PackageChange second = PackageChange.Decide(Files(fresh), first.Result, after.GetValueOrDefault);
                    second.Write.ShouldBeEmpty();
                    second.Remove.ShouldBeEmpty();
                    second.Result.ShouldBe(first.Result);
                }
            );

    [Fact]
    public void The_result_says_what_lies_there() =>
        Gen.Select(Contents, Contents, Contents, Gen.Bool.Array[4])
            .Sample(
                (fresh, last, disk, edited) =>
                {
                    PackageChange change = Decide(fresh, last, disk, edited);
                    Dictionary<string, string> after = Apply(change, disk);
                    change.Result.Select(file => file.Path).ShouldBe(Files(fresh).Select(file => file.Path));
                    change.Result.ShouldAllBe(file => after[file.Path] == file.Sha256);
                }
            );

    [Fact]
    public void A_file_edited_to_what_we_would_write_stays_the_persons()
    {
        PackageChange change = PackageChange.Decide(
            [new PackedFile("plan.txt", "new")],
            [new PackedFile("plan.txt", "old")],
            _ => "new"
        );
        change.Result.ShouldBe([new PackedFile("plan.txt", "new", Edited: true)]);
        PackageChange
            .Decide([new PackedFile("plan.txt", "newer")], change.Result, _ => "new")
            .Write.ShouldBeEmpty("the next run must not write over it either");
    }

    [Fact]
    public void An_edited_file_that_was_deleted_is_made_afresh() =>
        PackageChange
            .Decide([new PackedFile("plan.txt", "new")], [new PackedFile("plan.txt", "own", Edited: true)], _ => null)
            .Result.ShouldBe([new PackedFile("plan.txt", "new")]);

    private static PackageChange Decide(string[] fresh, string[] last, string[] disk, bool[] edited) =>
        PackageChange.Decide(
            Files(fresh),
            [.. Files(last).Select(file => file with { Edited = edited[file.Path[0] - 'a'] })],
            OnDisk(disk).GetValueOrDefault
        );

    private static List<PackedFile> Files(string[] contents) =>
        [.. contents.Select((content, i) => new PackedFile(Name(i), content)).Where(file => file.Sha256.Length > 0)];

    private static Dictionary<string, string> OnDisk(string[] disk) =>
        Files(disk).ToDictionary(file => file.Path, file => file.Sha256);

    private static Dictionary<string, string> Apply(PackageChange change, string[] disk)
    {
        Dictionary<string, string> after = OnDisk(disk);
        change.Remove.ToList().ForEach(path => after.Remove(path));
        change.Write.ToList().ForEach(file => after[file.Path] = file.Sha256);
        return after;
    }

    private static string Name(int i) => ((char)('a' + i)).ToString();
}
