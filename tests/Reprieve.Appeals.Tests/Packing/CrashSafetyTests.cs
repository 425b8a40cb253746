using CsCheck;
using Reprieve.Responses.Export;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests.Packing;

/// <summary>Whatever happens while a package is written, the folder holds the old state or the new one.</summary>
public sealed class CrashSafetyTests : IDisposable
{
    private readonly TestCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void Cancelling_before_the_files_are_moved_leaves_all_as_it_was()
    {
        Appeal first = TestCase.Pack(_case.Request());
        SortedDictionary<string, string> before = _case.Files();
        using var cancel = new CancellationTokenSource();
        var files = new CancellingList(_case.Request("New.").ResponseFiles, at: 1, cancel);
        Should.Throw<OperationCanceledException>(() =>
            TestCase.PackOrCancel(
                _case.Request("New.") with
                {
                    ResponseFiles = files,
                    Previous = first.Files,
                },
                cancel.Token
            )
        );
        _case.Files().ShouldBe(before);
        Directory.Exists(Path.Combine(_case.Folder, ".appeal.staging")).ShouldBeFalse();
    }

    [Fact]
    public void A_cancelled_first_run_leaves_no_folder_behind()
    {
        var deep = _case.Request() with { Directory = Path.Combine(_case.Root, "new", "folders", "appeal") };
        using var cancel = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() =>
            TestCase.PackOrCancel(
                deep with
                {
                    ResponseFiles = new CancellingList(deep.ResponseFiles, at: 0, cancel),
                },
                cancel.Token
            )
        );
        Directory.Exists(Path.Combine(_case.Root, "new")).ShouldBeFalse();
    }

    [Fact]
    public void A_fault_at_any_move_puts_everything_back()
    {
        Appeal first = TestCase.Pack(_case.Request());
        SortedDictionary<string, string> before = _case.Files();
        int moves = Moves(first);
        moves.ShouldBeGreaterThan(2);
        for (int at = 0; at < moves; at++)
        {
            int stop = at;
            AppealPacker packer = new(TestCase.Knowledge, TestCase.Clock)
            {
                BeforeMove = move =>
                {
                    if (move == stop)
                    {
                        throw new IOException("the disk is gone");
                    }
                },
            };
            Should
                .Throw<AppealException>(() => packer.Pack(Second(first), CancellationToken.None))
                .Message.ShouldContain("the disk is gone");
            _case.Files().ShouldBe(before, $"after a fault at move {at}");
        }
    }

    [Fact]
    public void A_record_that_cannot_be_kept_puts_everything_back()
    {
        SortedDictionary<string, string> before = _case.Files();
        Should.Throw<InvalidOperationException>(() =>
            new AppealPacker(TestCase.Knowledge, TestCase.Clock).Pack(
                _case.Request(),
                _ => throw new InvalidOperationException("case.json is locked"),
                CancellationToken.None
            )
        );
        _case.Files().ShouldBe(before);
        Directory.Exists(_case.Output).ShouldBeFalse();
    }

    [Fact]
    public void A_run_killed_at_any_move_is_undone_by_the_next_one()
    {
        Appeal first = TestCase.Pack(_case.Request());
        SortedDictionary<string, string> before = TestCase.Snapshot(_case.Output);
        List<string> killed = [];
        new AppealPacker(TestCase.Knowledge, TestCase.Clock)
        {
            BeforeMove = move => killed.Add(CopyTo($"killed-{move}")),
        }.Pack(Second(first), CancellationToken.None);
        SortedDictionary<string, string> after = TestCase.Snapshot(_case.Output);
        after.ShouldNotBe(before);
        foreach (string copy in killed)
        {
            // A run with the old content finds its own files again, unedited: the killed run has been undone.
            Appeal again = TestCase.Pack(In(copy, _case.Request() with { Previous = first.Files }));
            TestCase.Snapshot(Path.Combine(copy, "appeal")).ShouldBe(before, copy);
            again.Files.ShouldAllBe(file => !file.Edited);
            Directory.GetDirectories(copy, ".*").ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_run_killed_after_it_was_recorded_is_not_undone()
    {
        Appeal first = TestCase.Pack(_case.Request());
        string copy = "";
        Appeal second = new AppealPacker(TestCase.Knowledge, TestCase.Clock).Pack(
            Second(first),
            _ => copy = CopyTo("killed"),
            CancellationToken.None
        );
        Appeal again = TestCase.Pack(In(copy, Second(first) with { Previous = second.Files }));
        TestCase.Snapshot(Path.Combine(copy, "appeal")).ShouldBe(TestCase.Snapshot(_case.Output));
        again.Files.ShouldAllBe(file => !file.Edited);
    }

    [Fact]
    public void A_persons_file_written_after_a_kill_survives_the_undoing()
    {
        Appeal first = TestCase.Pack(_case.Request());
        string copy = "";
        new AppealPacker(TestCase.Knowledge, TestCase.Clock).Pack(
            Second(first),
            _ => copy = CopyTo("killed"),
            CancellationToken.None
        );
        File.WriteAllText(Path.Combine(copy, "appeal", "plan.txt"), "Written since.");
        TestCase.Pack(In(copy, Second(first) with { Previous = first.Files }));
        File.ReadAllText(Path.Combine(copy, "appeal", "plan.txt")).ShouldBe("Written since.");
    }

    [Fact]
    public void Any_series_of_runs_edits_and_faults_loses_nothing_of_the_persons() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[-1, 6])
            .Array[1, 5]
            .Sample(
                steps =>
                {
                    using var place = new TestCase();
                    IReadOnlyList<PackedFile> previous = [];
                    string? own = null;
                    foreach ((int text, int edit, int fault) in steps)
                    {
                        if (edit == 0)
                        {
                            own = $"own words {text}";
                            place.Write("plan.txt", own);
                        }

                        previous = Run(place, $"Plan {text}", fault, previous);
                        if (own is not null)
                        {
                            place.Read("plan.txt").ShouldBe(own);
                        }
                    }
                },
                iter: 60
            );

    [Fact]
    public void Another_run_in_the_same_place_is_told_to_wait()
    {
        AppealException? refused = null;
        new AppealPacker(TestCase.Knowledge, TestCase.Clock)
        {
            BeforeMove = _ =>
                refused ??= Screen.In("en", () => Should.Throw<AppealException>(() => TestCase.Pack(_case.Request()))),
        }.Pack(_case.Request(), CancellationToken.None);
        refused!.Message.ShouldContain("Another run");
    }

    [Theory]
    [InlineData("en", "is a file")]
    [InlineData("zh-Hans", "是一个文件")]
    public void A_place_that_cannot_be_written_is_told_in_words(string language, string words)
    {
        File.WriteAllText(Path.Combine(_case.Root, "disk"), "not a folder");
        var request = _case.Request() with { Directory = Path.Combine(_case.Root, "disk", "x", "appeal") };
        AppealException fault = Screen.In(language, () => Should.Throw<AppealException>(() => TestCase.Pack(request)));
        fault.Message.ShouldContain(words);
        fault.Message.ShouldContain(request.Directory);
        File.ReadAllText(Path.Combine(_case.Root, "disk")).ShouldBe("not a folder");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("/proc/nowhere/appeal")]
    public void A_place_that_cannot_be_there_is_told_in_words(string directory)
    {
        Assert.SkipWhen(
            directory.StartsWith("/proc", StringComparison.Ordinal) && !OperatingSystem.IsLinux(),
            "Linux only"
        );
        AppealException fault = Screen.In(
            "en",
            () => Should.Throw<AppealException>(() => TestCase.Pack(_case.Request() with { Directory = directory }))
        );
        fault.Message.ShouldContain("Nothing was changed.");
    }

    private static IReadOnlyList<PackedFile> Run(
        TestCase place,
        string text,
        int fault,
        IReadOnlyList<PackedFile> previous
    )
    {
        AppealPacker packer = new(TestCase.Knowledge, TestCase.Clock)
        {
            BeforeMove = move => _ = move == fault ? throw new IOException("fault") : move,
        };
        SortedDictionary<string, string> before = place.Files();
        try
        {
            return packer.Pack(place.Request(text) with { Previous = previous }, CancellationToken.None).Files;
        }
        catch (AppealException)
        {
            place.Files().ShouldBe(before);
            return previous;
        }
    }

    /// <summary>A second run that changes, adds and takes away files.</summary>
    private Appeals.Packing.PackRequest Second(Appeal first) =>
        _case.Request("A second plan.") with
        {
            Previous = first.Files,
            Response = TestCase.Answer("A second plan.") with
            {
                Attachments = [TestCase.Answer().Attachments[0] with { SendAs = "02-contract.pdf" }],
            },
        };

    private int Moves(Appeal first)
    {
        int moves = 0;
        string copy = CopyTo("counting");
        new AppealPacker(TestCase.Knowledge, TestCase.Clock) { BeforeMove = _ => moves++ }.Pack(
            In(copy, Second(first)),
            CancellationToken.None
        );
        Directory.Delete(copy, recursive: true);
        return moves;
    }

    private static Appeals.Packing.PackRequest In(string folder, Appeals.Packing.PackRequest request) =>
        request with
        {
            CaseFolder = folder,
            Directory = Path.Combine(folder, "appeal"),
        };

    /// <summary>The case folder as a kill at this very moment would leave it.</summary>
    private string CopyTo(string name)
    {
        string copy = Path.Combine(_case.Root, name);
        foreach (string file in Directory.EnumerateFiles(_case.Folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(file) == "lock")
            {
                continue;
            }

            string target = Path.Combine(copy, Path.GetRelativePath(_case.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Files whose taking trips the token, as Ctrl-C would midway.</summary>
    private sealed class CancellingList(IReadOnlyList<OutputFile> files, int at, CancellationTokenSource cancel)
        : IReadOnlyList<OutputFile>
    {
        public int Count => files.Count;

        public OutputFile this[int index] => files[index];

        public IEnumerator<OutputFile> GetEnumerator()
        {
            for (int i = 0; i < files.Count; i++)
            {
                if (i == at)
                {
                    cancel.Cancel();
                }

                yield return files[i];
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
