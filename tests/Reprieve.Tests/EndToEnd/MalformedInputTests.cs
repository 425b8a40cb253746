using System.Text;

namespace Reprieve.Tests.EndToEnd;

/// <summary>Whatever lies in a folder: a clear sentence, the right exit code, and nothing lost or half-written.</summary>
public sealed class MalformedInputTests
{
    private const string Notice =
        "Hello,\n\nYour Amazon.com seller account has been deactivated because your late shipment rate is 6.2%.\n\n"
        + "Please send us a plan of action that explains the root cause, the actions you have taken and the steps you "
        + "have taken to prevent late shipments.\n\nThe Amazon.com Seller Performance Team\n";

    [Theory]
    [InlineData("appeal")]
    [InlineData("plan")]
    [InlineData("next")]
    public void An_empty_folder_is_said_to_have_no_notice(string command)
    {
        using CaseCopy copy = CaseCopy.Empty();

        CommandRun run = CommandRun.Of(command, copy.Folder);

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("no notice");
        copy.Snapshot().ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_to_be_missing()
    {
        CommandRun run = CommandRun.Of("appeal", "/nowhere/at/all");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("/nowhere/at/all");
    }

    [Fact]
    public void Reports_without_a_notice_can_be_reviewed_but_not_appealed()
    {
        using CaseCopy copy = CaseCopy.OfSample("late-shipment");
        File.Delete(Path.Combine(copy.Folder, "notice.eml"));

        CommandRun.Of("review", copy.Folder).ExitCode.ShouldBe(0);
        CommandRun.Of("appeal", copy.Folder).ExitCode.ShouldBe(3);
    }

    [Theory]
    [InlineData("notice.eml", "From: a@b.example\nSubject: hello\n\n")]
    [InlineData("notice.html", "<html><body><script>alert(1)</script></body></html>")]
    [InlineData("notice.txt", "   \n\n\t\n")]
    public void A_notice_without_text_is_no_notice_to_answer(string name, string content)
    {
        using CaseCopy copy = CaseCopy.Empty().With(name, content);

        CommandRun run = CommandRun.Of("appeal", copy.Folder);

        run.ExitCode.ShouldBeOneOf(1, 3);
        run.Error.ShouldNotContain("\n   at Reprieve");
        File.Exists(Path.Combine(copy.Appeal, "plan.txt")).ShouldBeFalse();
        copy.Read(name).ShouldBe(content);
    }

    [Theory]
    [InlineData("orders.txt")]
    [InlineData("orders.csv")]
    [InlineData("orders.xlsx")]
    [InlineData("reports.zip")]
    [InlineData("second.eml")]
    [InlineData("saved.html")]
    [InlineData("all.mbox")]
    [InlineData("invoice.pdf")]
    [InlineData("scan.png")]
    [InlineData("scan.jpg")]
    [InlineData("plan.docx")]
    [InlineData("figures.json")]
    [InlineData("lines.jsonl")]
    [InlineData("no-ending")]
    public void Binary_junk_under_any_name_is_named_and_the_rest_is_done(string name)
    {
        var junk = new byte[20_000];
        new Random(7).NextBytes(junk);
        using CaseCopy copy = CaseCopy.Empty().With("notice.txt", Notice).With(name, junk);

        CommandRun run = CommandRun.Of("appeal", copy.Folder);

        run.ExitCode.ShouldBe(1, run.Error);
        (run.Out + run.Error).ShouldNotContain("\n   at Reprieve");
        File.Exists(Path.Combine(copy.Appeal, "first-hour.md")).ShouldBeTrue();
        CommandRun.Of("review", copy.Folder).Out.ShouldContain(name);
    }

    [Theory]
    [InlineData("%PDF-1.7\n", "invoice.pdf")]
    [InlineData(
        "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\nxref\n0 99999999\ntrailer << /Root 1 0 R >>\n",
        "loop.pdf"
    )]
    [InlineData("\u0089PNG\r\n\u001a\n", "scan.png")]
    public void A_broken_paper_is_named_and_the_rest_is_done(string content, string name)
    {
        using CaseCopy copy = CaseCopy.Empty().With("notice.txt", Notice).With(name, Encoding.Latin1.GetBytes(content));

        CommandRun run = CommandRun.Of("appeal", copy.Folder);

        run.ExitCode.ShouldBe(1, run.Error);
        (run.Out + run.Error).ShouldNotContain("\n   at Reprieve");
    }

    [Fact]
    public void A_report_with_missing_columns_is_named_with_what_it_lacks()
    {
        using CaseCopy copy = CaseCopy
            .Empty()
            .With("notice.txt", Notice)
            .With("shipments.csv", "order-id,carrier,tracking-id\n111-1234567-1234567,Parcelway,1Z\n");

        CommandRun run = CommandRun.Of("review", copy.Folder);

        run.Out.ShouldContain("shipments.csv");
        (run.Out + run.Error).ShouldNotContain("\n   at Reprieve");
    }

    [Fact]
    public void Faulty_answers_are_named_by_line_and_left_as_they_are()
    {
        const string Faulty = "seller:\n  store: Northfold\nanswers:\n  - id: [unclosed\n";
        using CaseCopy copy = CaseCopy.Empty().With("notice.txt", Notice).With("answers.yaml", Faulty);

        CommandRun run = CommandRun.Of("appeal", copy.Folder);

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("answers.yaml");
        copy.Read("answers.yaml").ShouldBe(Faulty);
        Directory.Exists(copy.Appeal).ShouldBeFalse();
    }

    [Fact]
    public void An_output_folder_that_cannot_be_made_is_said_and_nothing_is_changed()
    {
        using CaseCopy copy = CaseCopy.Empty().With("notice.txt", Notice).With("taken", "a file, not a folder");

        CommandRun run = CommandRun.Of("appeal", copy.Folder, "-o", Path.Combine(copy.Folder, "taken", "appeal"));

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("taken");
        copy.Snapshot().Keys.Order().ShouldBe(["notice.txt", "taken"]);
    }

    [Fact]
    public void Stopped_midway_it_says_so_and_leaves_everything_as_it_was()
    {
        using CaseCopy copy = CaseCopy.OfSample("late-shipment");
        IReadOnlyDictionary<string, string> before = copy.Snapshot();

        CommandRun run = CommandRun.Stopped("appeal", copy.Folder);

        run.ExitCode.ShouldBe(130);
        run.Error.ShouldContain("Stopped");
        copy.Snapshot().ShouldBe(before);
    }

    [Fact]
    public void A_broken_case_record_is_said_and_kept()
    {
        using CaseCopy copy = CaseCopy.Empty().With("notice.txt", Notice);
        copy.With("appeal/case.json", "{ half");

        CommandRun run = CommandRun.Of("appeal", copy.Folder);

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("case.json");
        copy.Read("appeal/case.json").ShouldBe("{ half");
    }
}
