namespace Reprieve.Tests.EndToEnd;

/// <summary>Each sample goes the whole way, and the whole result is as it was looked at and accepted.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("late-shipment", "2026-10-02", 0)]
    [InlineData("inauthentic", "2026-10-19", 0)]
    [InlineData("identity-verification", "2026-10-07", 0)]
    [InlineData("second-round", "2026-08-28", 0)]
    [InlineData("phishing", "2026-10-02", 1)]
    public void A_sample_goes_the_whole_way(string sample, string day, int exitCode)
    {
        using CaseCopy copy = CaseCopy.OfSample(sample);
        DateTimeOffset now = DateTimeOffset.Parse(
            $"{day}T17:00:00Z",
            System.Globalization.CultureInfo.InvariantCulture
        );

        CommandRun run = CommandRun.At(now, "appeal", copy.Folder);

        Golden.ShouldBeAccepted(sample, run, copy);
        run.ExitCode.ShouldBe(exitCode);
    }

    [Theory]
    [InlineData("late-shipment")]
    [InlineData("inauthentic")]
    [InlineData("identity-verification")]
    [InlineData("second-round")]
    public void A_second_run_changes_nothing(string sample)
    {
        using CaseCopy copy = CaseCopy.OfSample(sample);
        CommandRun.Of("appeal", copy.Folder);
        IReadOnlyDictionary<string, string> first = copy.Snapshot();

        CommandRun.Of("appeal", copy.Folder);

        copy.Snapshot().ShouldBe(first);
    }

    [Theory]
    [InlineData("late-shipment")]
    [InlineData("inauthentic")]
    [InlineData("second-round")]
    public void The_plan_passes_the_check_and_has_250_to_600_words(string sample)
    {
        using CaseCopy copy = CaseCopy.OfSample(sample);
        CommandRun.Of("appeal", copy.Folder);

        CommandRun check = CommandRun.Of(
            "check",
            Path.Combine(copy.Appeal, "plan.txt"),
            "--case",
            copy.Folder,
            "--json"
        );

        check.ExitCode.ShouldBe(0, check.Out + check.Error);
        using System.Text.Json.JsonDocument report = System.Text.Json.JsonDocument.Parse(check.Out);
        report.RootElement.GetProperty("words").GetInt32().ShouldBeInRange(250, 600);
    }

    [Fact]
    public void What_the_seller_put_in_is_never_changed()
    {
        using CaseCopy copy = CaseCopy.OfSample("late-shipment");
        IReadOnlyDictionary<string, string> before = copy.Snapshot();

        CommandRun.Of("appeal", copy.Folder);

        IReadOnlyDictionary<string, string> after = copy.Snapshot();
        before.ShouldAllBe(file => after[file.Key] == file.Value);
    }

    [Fact]
    public void A_forged_notice_yields_a_warning_and_no_package()
    {
        using CaseCopy copy = CaseCopy.OfSample("phishing");

        CommandRun run = CommandRun.Of("appeal", copy.Folder);

        run.ExitCode.ShouldBe(1);
        Directory.EnumerateFiles(copy.Appeal).Select(Path.GetFileName).Order().ShouldBe(["case.json", "first-hour.md"]);
    }
}
