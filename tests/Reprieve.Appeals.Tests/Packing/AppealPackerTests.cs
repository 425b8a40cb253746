using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Export;
using Reprieve.Responses.Interview;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests.Packing;

public sealed class AppealPackerTests : IDisposable
{
    private readonly TestCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void A_finished_answer_becomes_a_package_that_is_ready()
    {
        Appeal appeal = TestCase.Pack(_case.Request());
        appeal.State.ShouldBe(PackageState.Ready);
        appeal.Obstacles.ShouldBeEmpty();
        appeal.Route.Code.ShouldBe("account_health");
        appeal
            .Files.Select(file => file.Path)
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "attachments/01-carrier-contract.pdf",
                "first-hour.md",
                "how-to-get.md",
                "how-to-send.md",
                "ledger.json",
                "package.zip",
                "plan.docx",
                "plan.txt",
            ]);
        _case.Files(_case.Output).Keys.ShouldBe(appeal.Files.Select(file => file.Path), ignoreOrder: true);
        appeal.Files.ShouldAllBe(file =>
            file.Sha256 == TestCase.Hash(File.ReadAllBytes(Path.Combine(_case.Output, file.Path))) && !file.Edited
        );
    }

    [Fact]
    public void A_paper_is_copied_byte_for_byte_under_the_name_the_text_cites()
    {
        TestCase.Pack(_case.Request());
        File.ReadAllBytes(Path.Combine(_case.Output, "attachments", "01-carrier-contract.pdf"))
            .ShouldBe(TestCase.InvoiceBytes);
    }

    [Fact]
    public void One_archive_holds_what_goes_out_and_is_the_same_each_time()
    {
        TestCase.Pack(_case.Request());
        byte[] archive = File.ReadAllBytes(Path.Combine(_case.Output, "package.zip"));
        using (var zip = new System.IO.Compression.ZipArchive(new MemoryStream(archive)))
        {
            zip.Entries.Select(entry => entry.FullName)
                .Order(StringComparer.Ordinal)
                .ShouldBe(["attachments/01-carrier-contract.pdf", "plan.docx", "plan.txt"]);
            using var paper = new MemoryStream();
            zip.GetEntry("attachments/01-carrier-contract.pdf")!.Open().CopyTo(paper);
            paper.ToArray().ShouldBe(TestCase.InvoiceBytes);
        }

        Directory.Delete(_case.Output, recursive: true);
        TestCase.Pack(_case.Request());
        File.ReadAllBytes(Path.Combine(_case.Output, "package.zip")).ShouldBe(archive);
    }

    [Fact]
    public void Nothing_is_left_beside_the_package()
    {
        TestCase.Pack(_case.Request());
        Directory
            .GetFileSystemEntries(_case.Folder)
            .Select(Path.GetFileName)
            .ShouldBe(["appeal", "Scan 01 (发票).pdf"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(AuthenticityVerdict.Forged, NoticeKind.Deactivation)]
    [InlineData(AuthenticityVerdict.Suspicious, NoticeKind.Deactivation)]
    [InlineData(AuthenticityVerdict.Unverifiable, NoticeKind.Phishing)]
    [InlineData(AuthenticityVerdict.Genuine, NoticeKind.NotAmazon)]
    public void A_message_that_is_not_amazons_gets_a_warning_and_no_package(
        AuthenticityVerdict verdict,
        NoticeKind kind
    )
    {
        Appeal before = TestCase.Pack(_case.Request());
        Diagnosis notice = Diagnoses.LateShipment with { Kind = kind, Authenticity = new Authenticity(verdict, []) };
        Appeal appeal = TestCase.Pack(_case.Request(notice: notice) with { Previous = before.Files });
        appeal.State.ShouldBe(PackageState.Refused);
        _case.Files(_case.Output).Keys.ShouldBe(["first-hour.md"]);
        _case.Read("first-hour.md").ShouldNotContain("how-to-send");
    }

    [Fact]
    public void Open_questions_and_blocking_findings_stand_in_the_way()
    {
        var question = new Question
        {
            Id = "late_shipment.cause",
            Ask = new LocalizedText(new Dictionary<string, string> { ["en"] = "Why late?" }),
            Why = new LocalizedText(new Dictionary<string, string> { ["en"] = "The plan names the cause." }),
            Slot = Slot.Text,
        };
        PackRequestWith(
            TestCase.Answer() with
            {
                Questions =
                [
                    new OpenQuestion(question, null),
                    new OpenQuestion(question with { Optional = true }, null),
                ],
            },
            TestCase.Passed with
            {
                Passed = false,
                Findings =
                [
                    new Finding("TON-02", Severity.Block, "The buyer is blamed.", 0, 4, "They"),
                    new Finding("TON-04", Severity.Warn, "A long history.", 0, 4, "They"),
                ],
            }
        )
            .Obstacles.ShouldBe([
                "TON-02: The buyer is blamed.",
                "Questions still open in answers.yaml: 1. The answer is not complete without them.",
            ]);
        _case.Read("how-to-send.md").ShouldContain("## Not yet");
    }

    [Fact]
    public void A_paper_that_amazon_asks_for_and_that_is_missing_stands_in_the_way_others_do_not()
    {
        Diagnosis notice = Diagnoses.LateShipment with { Asks = [new Ask("invoices", Diagnoses.Quote("invoices"))] };
        PlanOfAction answer = TestCase.Answer() with
        {
            Papers =
            [
                new PaperToChase("invoices", "your supplier", "it is asked for", null),
                new PaperToChase("utility_bill", "your landlord", "it helps", null),
            ],
        };
        Appeal appeal = Screen.In("en", () => TestCase.Pack(_case.Request(notice: notice) with { Response = answer }));
        appeal.State.ShouldBe(PackageState.Open);
        appeal.Obstacles.ShouldHaveSingleItem().ShouldContain("supplier invoices");
        appeal.Next.ShouldContain(step => step.Contains("utility bill", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_to_send_says_what_to_do_instead()
    {
        var nothing = new NothingToSend
        {
            Mode = ResponseMode.FixListing,
            Language = "en",
            Questions = [],
            Papers = [],
            Why = "The listing must be mended.",
            Instead = ["Mend the price.", "Wait a day."],
        };
        Appeal appeal = Screen.In(
            "en",
            () => TestCase.Pack(_case.Request() with { Response = nothing, ResponseFiles = [], Check = null })
        );
        appeal.State.ShouldBe(PackageState.NothingToSend);
        appeal.Next.ShouldBe(["Read first-hour.md.", "Mend the price.", "Wait a day."]);
        _case.Files(_case.Output).Keys.ShouldBe(["first-hour.md", "how-to-get.md"]);
        _case.Read("first-hour.md").ShouldContain("The listing must be mended.");
    }

    [Fact]
    public void An_open_appeal_stands_in_the_way_of_a_second_one()
    {
        var round = new SentRound { Number = 1, Text = TestCase.Plan };
        Appeal appeal = Screen.In("en", () => TestCase.Pack(_case.Request() with { Earlier = [round] }));
        appeal.State.ShouldBe(PackageState.Open);
        appeal.Obstacles.ShouldHaveSingleItem().ShouldContain("Round 1 was sent");
        appeal.Next.ShouldContain(step => step.Contains("reprieve next", StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_that_a_person_edited_stays_and_is_said_to()
    {
        Appeal first = TestCase.Pack(_case.Request());
        _case.Write("plan.txt", "My own words.");
        _case.Write("notes.txt", "Call the carrier.");
        Appeal second = Screen.In(
            "en",
            () => TestCase.Pack(_case.Request("A new plan.") with { Previous = first.Files })
        );
        _case.Read("plan.txt").ShouldBe("My own words.");
        _case.Read("notes.txt").ShouldBe("Call the carrier.");
        second.Files.Single(file => file.Path == "plan.txt").Edited.ShouldBeTrue();
        second.Next.ShouldContain(step => step.Contains("plan.txt", StringComparison.Ordinal));
        TestCase.Pack(_case.Request("Another plan.") with { Previous = second.Files });
        _case.Read("plan.txt").ShouldBe("My own words.");
    }

    [Fact]
    public void A_persons_text_that_was_not_the_one_checked_stands_in_the_way()
    {
        Appeal first = TestCase.Pack(_case.Request());
        _case.Write("plan.txt", "My own words.\r\n");
        Appeal other = TestCase.Pack(_case.Request() with { Previous = first.Files });
        other.State.ShouldBe(PackageState.Open);
        other.Obstacles.ShouldHaveSingleItem().ShouldContain("plan.txt");
        TestCase
            .Pack(_case.Request("My own words.\n") with { Previous = first.Files })
            .State.ShouldBe(PackageState.Ready);
    }

    [Fact]
    public void A_paper_we_made_ourselves_comes_with_the_answers_files_and_is_not_looked_for()
    {
        byte[] list = [4, 5, 6];
        var paper = new Attachment("orders", "02-orders.pdf", "The late orders", TestCase.Hash(list), list);
        Appeal appeal = TestCase.Pack(
            _case.Request() with
            {
                Response = TestCase.Answer() with { Attachments = [paper] },
                ResponseFiles = [new OutputFile("attachments/02-orders.pdf", list)],
            }
        );
        appeal.State.ShouldBe(PackageState.Ready);
        File.ReadAllBytes(Path.Combine(_case.Output, "attachments", "02-orders.pdf")).ShouldBe(list);
    }

    [Fact]
    public void What_the_last_run_wrote_and_is_no_longer_needed_is_taken_away()
    {
        Appeal first = TestCase.Pack(_case.Request());
        TestCase.Pack(
            _case.Request() with
            {
                Response = TestCase.Answer() with { Attachments = [] },
                Previous = first.Files,
            }
        );
        Directory.Exists(Path.Combine(_case.Output, "attachments")).ShouldBeFalse();
    }

    [Fact]
    public void A_file_of_the_sellers_under_the_name_of_a_paper_stands_in_the_way()
    {
        _case.Write("attachments/01-carrier-contract.pdf", "something else");
        Appeal appeal = TestCase.Pack(_case.Request());
        appeal.State.ShouldBe(PackageState.Open);
        appeal.Obstacles.ShouldHaveSingleItem().ShouldContain("01-carrier-contract.pdf");
        _case.Read("attachments/01-carrier-contract.pdf").ShouldBe("something else");
    }

    [Fact]
    public void The_next_steps_name_the_limit()
    {
        Appeal appeal = Screen.In("en", () => TestCase.Pack(_case.Request()));
        appeal.Next.ShouldBe([
            "Read first-hour.md.",
            "Read plan.docx aloud once. Change what is not quite true, then run `reprieve appeal` again.",
            "Open each file in the folder attachments once (1).",
            "Open how-to-send.md and follow it. The limit is Sunday, 18 October 2026 23:59; days left: 12.",
            "After sending, run `reprieve send FOLDER --by-hand`.",
        ]);
    }

    [Theory]
    [InlineData("../outside.pdf")]
    [InlineData("/etc/hostname")]
    public void A_paper_outside_the_case_folder_is_not_packed(string path)
    {
        File.WriteAllBytes(Path.Combine(_case.Root, "outside.pdf"), [1]);
        Fails(With(new Attachment(path, "a.pdf", "x", TestCase.Hash([1]))), "outside");
    }

    [Fact]
    public void A_paper_that_is_gone_or_changed_is_named()
    {
        Fails(With(new Attachment("gone.pdf", "a.pdf", "x", "00")), "gone.pdf");
        Fails(With(new Attachment("Scan 01 (发票).pdf", "a.pdf", "x", "00")), "changed");
    }

    [Theory]
    [InlineData("../plan.txt")]
    [InlineData("/plan.txt")]
    [InlineData("a//b.txt")]
    [InlineData("")]
    public void A_file_name_cannot_lead_out_of_the_package(string name) =>
        Fails(_case.Request() with { ResponseFiles = [new OutputFile(name, [1])] }, name);

    [Fact]
    public void Two_papers_under_one_name_are_refused()
    {
        var paper = new Attachment("Scan 01 (发票).pdf", "a.pdf", "x", TestCase.Hash(TestCase.InvoiceBytes));
        Fails(_case.Request() with { Response = TestCase.Answer() with { Attachments = [paper, paper] } }, "a.pdf");
    }

    private Appeal PackRequestWith(PlanOfAction answer, CheckReport check) =>
        Screen.In("en", () => TestCase.Pack(_case.Request() with { Response = answer, Check = check }));

    private Appeals.Packing.PackRequest With(Attachment paper) =>
        _case.Request() with
        {
            Response = TestCase.Answer() with { Attachments = [paper] },
        };

    private void Fails(Appeals.Packing.PackRequest request, string named)
    {
        SortedDictionary<string, string> before = _case.Files();
        AppealException fault = Screen.In("en", () => Should.Throw<AppealException>(() => TestCase.Pack(request)));
        fault.Message.ShouldContain(named);
        _case.Files().ShouldBe(before);
        Directory.GetDirectories(_case.Root, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }
}
