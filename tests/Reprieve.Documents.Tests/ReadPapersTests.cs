using Reprieve.Documents.Reading;
using Reprieve.Documents.Tests.Generated;
using Reprieve.Documents.Tests.Scans;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Documents.Tests;

public sealed class ReadPapersTests
{
    private const string Installed = """
        #!/bin/sh
        if [ "$1" = "--list-langs" ]; then echo eng; exit 0; fi
        cat > /dev/null
        printf 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n'
        printf '1\t1\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t\n'
        printf '5\t1\t1\t1\t1\t1\t40\t60\t140\t24\t96\tINVOICE\n'
        rm -- "$0"
        """;

    [Fact]
    public void A_scan_is_recognised_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in for Tesseract is a script of the shell");
        string folder = Directory.CreateTempSubdirectory("reprieve-scan-").FullName;
        try
        {
            // A command that takes itself away: it cannot be run twice.
            string command = Path.Combine(folder, "tesseract");
            File.WriteAllText(command, Installed.ReplaceLineEndings("\n"));
            MakeRunnable(command);
            string scan = Path.Combine(folder, "scan.png");
            File.WriteAllBytes(scan, Pictures.Png(new byte[100], 10, 10));
            var reader = new DocumentReader(KnowledgeLoader.BuiltIn, new Tesseract(command));

            Document first = Read(reader, scan);
            bool gone = !File.Exists(command);
            Document second = Read(reader, scan);

            first.Recognised.ShouldBeTrue();
            gone.ShouldBeTrue();
            second.ShouldBeEquivalentTo(first);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_a_paper_is_held_against_counts_anew_each_time()
    {
        string path = Path.GetTempFileName();
        try
        {
            (Truth truth, Paper paper) = GeneratedPapers.All.First(one => one.Truth.Kind == DocumentKind.Invoice);
            File.WriteAllBytes(path, paper.Bytes());
            var reader = new DocumentReader(KnowledgeLoader.BuiltIn);

            Document near = Read(reader, path, new DocumentContext { NoticeDate = GeneratedPapers.Notice });
            Document late = Read(reader, path, new DocumentContext { NoticeDate = GeneratedPapers.Notice.AddYears(3) });

            late.Number.ShouldBe(near.Number);
            near.Findings.ShouldNotContain(finding => finding.Rule == "DOC-01", truth.Name);
            late.Findings.ShouldContain(finding => finding.Rule == "DOC-01", truth.Name);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_paper_wanted_longest_ago_is_forgotten_first()
    {
        var read = new ReadPapers(most: 2_500);
        List<string> asked = [];

        foreach (string paper in new[] { "a", "b", "a", "c", "a", "b" })
        {
            read.Of(
                paper,
                () =>
                {
                    asked.Add(paper);
                    return new PaperText([], 1);
                }
            );
        }

        asked.ShouldBe(["a", "b", "c", "b"]);
    }

    [Fact]
    public void A_paper_that_could_not_be_read_is_tried_again()
    {
        var read = new ReadPapers(most: 10_000);

        Should.Throw<DocumentException>(() => read.Of("a", () => throw new DocumentException("broken")));

        read.Of("a", () => new PaperText([], 3))!.Pages.ShouldBe(3);
    }

    private static Document Read(DocumentReader reader, string path, DocumentContext? context = null) =>
        reader.Read(path, "paper", context ?? new DocumentContext(), TestContext.Current.CancellationToken);

    private static void MakeRunnable(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
