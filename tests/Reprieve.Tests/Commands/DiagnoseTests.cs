using System.Text.Json;

namespace Reprieve.Tests.Commands;

public sealed class DiagnoseTests
{
    private static readonly string Notice = Path.Combine(Repository.Root, "samples", "late-shipment", "notice.eml");
    private static readonly string Phishing = Path.Combine(Repository.Root, "samples", "phishing", "notice.eml");

    [Theory]
    [InlineData(
        "en",
        "Do not",
        "Do not open another seller account",
        "“Send us a plan of action within 7 days of this message.”"
    )]
    [InlineData("zh-Hans", "不要做", "不要另开卖家账户", "期限")]
    public void One_message_gets_the_first_hour(string language, params string[] said)
    {
        CommandRun run = CommandRun.Of("diagnose", Notice, "--offline", "--ui-language", language);

        run.ExitCode.ShouldBe(0, run.Error);
        said.ShouldAllBe(words => run.Out.Contains(words, StringComparison.Ordinal));
        run.Out.Split('\n').ShouldAllBe(line => Width(line) <= 80);
    }

    [Fact]
    public void Several_messages_get_a_few_lines_each()
    {
        CommandRun run = CommandRun.Of("diagnose", Notice, Notice, "--offline", "--ui-language", "en");

        run.Out.ShouldNotContain("Do not open another seller account");
        run.Out.Split("Is it real").Length.ShouldBe(3);
    }

    [Fact]
    public void A_fraud_gets_a_warning_and_no_advice_on_answering()
    {
        CommandRun run = CommandRun.Of("diagnose", Phishing, "--offline", "--ui-language", "en");

        run.Out.ShouldContain("Do not click anything in it");
        run.Out.ShouldNotContain("Answer by");
    }

    [Fact]
    public void Explain_marks_what_decided_and_names_what_was_left_out()
    {
        CommandRun run = CommandRun.Of("diagnose", Notice, "--offline", "--explain", "--ui-language", "en");

        run.Out.ShouldContain("Your Amazon seller account has been [deactivated]");
        run.Out.ShouldContain("left out: stands in nearly every mail");
    }

    [Fact]
    public void Explain_is_in_the_json_too()
    {
        CommandRun run = CommandRun.Of("diagnose", Notice, "--offline", "--explain", "--json");

        using JsonDocument json = JsonDocument.Parse(run.Out);
        json.RootElement.GetProperty("explanation").GetArrayLength().ShouldBeGreaterThan(10);
    }

    /// <summary>Columns of a terminal: characters of East Asia take two.</summary>
    private static int Width(string line) => line.Sum(c => c >= 0x2E80 && c < 0xFFE0 ? 2 : 1);
}
