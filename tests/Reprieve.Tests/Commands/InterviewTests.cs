using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Cli;

namespace Reprieve.Tests.Commands;

public sealed class InterviewTests : IDisposable
{
    private readonly CaseCopy _case = CaseCopy.OfSample("late-shipment");

    public InterviewTests() => File.Delete(Path.Combine(_case.Folder, "answers.yaml"));

    public void Dispose() => _case.Dispose();

    [Fact]
    public void Without_a_terminal_it_lists_what_is_open_and_writes_the_questions_down()
    {
        CommandRun run = CommandRun.Of("interview", _case.Folder);

        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain("What made the orders late?");
        run.Out.ShouldContain("must still be answered");
        _case.Read("answers.yaml").ShouldContain("id: late_shipment.cause");
        CommandRun.Of("interview", _case.Folder).Out.ShouldBe(run.Out);
    }

    [Fact]
    public void A_person_answers_skips_goes_back_and_stops()
    {
        (int code, string shown) = Asked(
            "Wei Ning",
            "Larkmoor Supply",
            "9",
            "1",
            "",
            "<",
            "2026-09-08",
            ".",
            "never read"
        );

        code.ShouldBe(1);
        shown.ShouldContain("none of the choices");
        shown.ShouldContain("✓ September 8, 2026");
        string answers = _case.Read("answers.yaml");
        answers.ShouldContain("by: \"Wei Ning\"");
        answers.ShouldContain("date: 2026-10-20");
        JsonElement since = Question("late_shipment.since");
        since.GetProperty("value").GetString().ShouldBe("2026-09-08");
        since.GetProperty("readAs").GetString().ShouldBe("September 8, 2026");
        since.GetProperty("state").GetString().ShouldBe("answered");
    }

    [Fact]
    public void What_the_reports_show_stands_beside_the_question()
    {
        string shown = Asked("Wei Ning", "Larkmoor Supply", ".").Out;

        shown.ShouldContain("Your files show: 29 of them went with Parcelway, which took 155 in all.");
        Question("late_shipment.cause").GetProperty("hints").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_end_of_the_input_loses_nothing()
    {
        Asked("Wei Ning", "Larkmoor Supply", "1");

        Question("late_shipment.cause").GetProperty("value").GetString().ShouldBe("carrier_pickup");
    }

    [Fact]
    public void Answers_can_be_given_on_the_command_line()
    {
        CommandRun run = CommandRun.Of(
            "interview",
            _case.Folder,
            "--by",
            "Wei Ning",
            "--set",
            "late_shipment.cause=staffing",
            "--set",
            "late_shipment.check_who=阿强",
            "--wording",
            "late_shipment.check_who=our packer Aqiang"
        );

        run.Error.ShouldBeEmpty();
        Question("late_shipment.cause")
            .GetProperty("readAs")
            .GetString()
            .ShouldBe("More orders than our packers could pack");
        Question("late_shipment.check_who").GetProperty("source").GetProperty("original").GetString().ShouldBe("阿强");
    }

    [Theory]
    [InlineData("late_shipment.nothing=1", "does not ask for 'late_shipment.nothing'")]
    [InlineData("late_shipment.cause", "takes ID=TEXT")]
    [InlineData("late_shipment.cause=the moon", "none of the choices")]
    public void An_answer_that_cannot_be_taken_is_refused_and_nothing_is_written(string given, string problem)
    {
        CommandRun run = CommandRun.Of("interview", _case.Folder, "--set", given);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(problem);
        File.Exists(Path.Combine(_case.Folder, "answers.yaml")).ShouldBeFalse();
    }

    [Fact]
    public void An_answer_in_another_script_is_kept_and_its_wording_asked_for()
    {
        CommandRun.Of("interview", _case.Folder, "--set", "late_shipment.cause=staffing");
        string skips = string.Join('|', Enumerable.Repeat("", 30));
        (_, string shown) = Asked(["Wei", .. skips.Split('|')]);
        shown.ShouldContain("five whys, number 1 (not sent)");
    }

    [Fact]
    public void In_chinese_all_of_it_is_chinese()
    {
        CommandRun run = CommandRun.Of("interview", _case.Folder, "--ui-language", "zh-Hans");

        run.Out.ShouldContain("订单迟发的原因是什么？");
        run.Out.ShouldContain("题必答");
        run.Out.ShouldNotContain("root cause");
    }

    private JsonElement Question(string id)
    {
        using var json = JsonDocument.Parse(CommandRun.Of("interview", _case.Folder, "--json").Out);
        return json
            .RootElement.GetProperty("questions")
            .EnumerateArray()
            .Single(question => question.GetProperty("id").GetString() == id)
            .Clone();
    }

    private (int Code, string Out) Asked(params string[] lines)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var cli = new CliContext
        {
            Out = output,
            Error = TextWriter.Null,
            Input = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines))),
            WorkingDirectory = _case.Folder,
            Clock = new FakeTimeProvider(CommandRun.Now),
            ErrorIsTerminal = false,
            OutIsTerminal = false,
            InIsTerminal = true,
        };
        int code = CommandLine
            .RunAsync(["interview", _case.Folder, "--ui-language", "en"], cli, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        return (code, output.ToString());
    }
}
