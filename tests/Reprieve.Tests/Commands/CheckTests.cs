using System.Security.Cryptography;
using System.Text.Json;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking;

namespace Reprieve.Tests.Commands;

public sealed class CheckTests
{
    private const string Loud = "Dear Sir\nOn 4 May 2026 we closed the listing!!\nPlease, please look at it.\n";

    [Fact]
    public void Fix_shows_a_diff_and_changes_nothing()
    {
        using CaseCopy copy = CaseCopy.Empty().With("plan.txt", Loud);
        string plan = Path.Combine(copy.Folder, "plan.txt");

        CommandRun run = CommandRun.Of("check", plan, "--fix");

        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain("-On 4 May 2026 we closed the listing!!");
        run.Out.ShouldContain("+On 4 May 2026 we closed the listing!\n");
        run.Out.ShouldContain("+Please look at it.");
        File.ReadAllText(plan).ShouldBe(Loud);
        Directory.GetFiles(copy.Folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void Apply_writes_a_copy_beside_the_original()
    {
        using CaseCopy copy = CaseCopy.Empty().With("plan.txt", Loud);
        string plan = Path.Combine(copy.Folder, "plan.txt");

        CommandRun run = CommandRun.Of("check", plan, "--fix", "--apply", "--json");

        using JsonDocument report = JsonDocument.Parse(run.Out);
        report.RootElement.GetProperty("edits").GetArrayLength().ShouldBe(3);
        run.Error.ShouldContain("plan.fixed.txt");
        File.ReadAllText(plan).ShouldBe(Loud);
        File.ReadAllText(Path.Combine(copy.Folder, "plan.fixed.txt"))
            .ShouldBe("On 4 May 2026 we closed the listing!\nPlease look at it.\n");
    }

    [Fact]
    public void Another_clients_plan_is_known_by_its_print_and_ones_own_is_not_held_against_oneself()
    {
        string text = File.ReadAllText(
            Path.Combine(Repository.Root, "tests/Reprieve.Responses.Tests/Fixtures/Checking/good/late-shipment.en.txt")
        );
        using CaseCopy copy = CaseCopy.Empty().With("one.txt", text).With("two.txt", "Another store.\n" + text);
        string one = Path.Combine(copy.Folder, "one.txt");
        string prints = Path.Combine(copy.Folder, "prints.txt");

        CommandRun.Of("check", one, "--others", prints, "--add").Out.ShouldNotContain("GEN-02");
        CommandRun.Of("check", one, "--others", prints, "--add").Out.ShouldNotContain("GEN-02");
        CommandRun other = CommandRun.Of("check", Path.Combine(copy.Folder, "two.txt"), "--others", prints);

        other.ExitCode.ShouldBe(1);
        other.Out.ShouldContain("GEN-02");
        string kept = File.ReadAllText(prints);
        kept.ShouldStartWith("one.txt\t");
        kept.ShouldNotContain("Parcelway");
        kept.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
        kept.Length.ShouldBeLessThan(2_000);
    }

    [Fact]
    public void A_file_that_holds_no_prints_is_refused_by_its_line()
    {
        using CaseCopy copy = CaseCopy.Empty().With("plan.txt", Loud).With("prints.txt", "one\t0000000a\nnonsense\n");

        CommandRun run = CommandRun.Of(
            "check",
            Path.Combine(copy.Folder, "plan.txt"),
            "--others",
            Path.Combine(copy.Folder, "prints.txt")
        );

        run.ExitCode.ShouldNotBe(0);
        run.Error.ShouldContain("line 2");
    }

    [Theory]
    [InlineData("--apply")]
    [InlineData("--add")]
    public void An_option_without_its_partner_is_wrong_usage(string option)
    {
        using CaseCopy copy = CaseCopy.Empty().With("plan.txt", Loud);

        CommandRun.Of("check", Path.Combine(copy.Folder, "plan.txt"), option).ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Genuine_is_not_said_when_the_seller_is_not_sure()
    {
        using CaseCopy copy = CaseCopy.OfSample("inauthentic");
        string answers = Path.Combine(copy.Folder, "answers.yaml");
        string plan = Path.Combine(copy.Folder, "mine.md");
        File.WriteAllText(plan, "All units of this product are genuine and come from the manufacturer.");
        string text = File.ReadAllText(answers);
        int at = text.IndexOf("inauthentic.genuine", StringComparison.Ordinal);
        int value = text.IndexOf("value:", at, StringComparison.Ordinal);
        int end = text.IndexOfAny(['\n', ','], value);

        File.WriteAllText(answers, text[..value] + "value: \"no\"" + text[end..]);
        CommandRun no = CommandRun.Of("check", plan, "--case", copy.Folder);
        File.WriteAllText(answers, text[..value] + "value: \"yes\"" + text[end..]);
        CommandRun yes = CommandRun.Of("check", plan, "--case", copy.Folder);

        no.Out.ShouldContain("TRU-04");
        yes.Out.ShouldNotContain("TRU-04");
    }

    [Fact]
    public void A_paper_of_an_earlier_round_is_known_again()
    {
        using CaseCopy copy = CaseCopy
            .OfSample("second-round")
            .With("rounds/1/attachments/invoice.pdf", "%PDF-1.7 4471");
        KnowledgeBase knowledge = KnowledgeLoader.BuiltIn;
        CaseWork work = new ReadCase(knowledge, TimeProvider.System).Open(
            CasePaths.Of(copy.Folder),
            cancel: TestContext.Current.CancellationToken
        );

        CheckRequest request = CaseChecks.Request(work, knowledge, new DateOnly(2026, 8, 28));

        request
            .Case!.EarlierPapers.ShouldHaveSingleItem()
            .ShouldBe(Convert.ToHexStringLower(SHA256.HashData("%PDF-1.7 4471"u8)));
        request.Case.FolderFiles.ShouldContain("orders.txt");
    }
}
