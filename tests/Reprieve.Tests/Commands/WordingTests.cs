using Microsoft.Extensions.Time.Testing;
using Reprieve.Cli;

namespace Reprieve.Tests.Commands;

public sealed class WordingTests : IDisposable
{
    private readonly CaseCopy _case = CaseCopy.OfSample("late-shipment");

    public void Dispose() => _case.Dispose();

    [Fact]
    public void Without_a_named_model_it_says_how_to_name_one()
    {
        (int code, string error) = Plan(_ => null);

        code.ShouldBe(2);
        error.ShouldContain("REPRIEVE_MODEL_ENDPOINT");
    }

    [Fact]
    public void Offline_no_model_is_asked()
    {
        (int code, string error) = Plan(Here, "--offline");

        code.ShouldBe(2);
        error.ShouldContain("--offline");
    }

    [Fact]
    public void A_model_that_cannot_be_reached_leaves_our_wording_and_is_logged()
    {
        CommandRun.Of("plan", _case.Folder).ExitCode.ShouldBe(0);
        string ours = _case.Read("appeal/plan.txt");

        (int code, string error) = Plan(Here);

        code.ShouldBe(0);
        error.ShouldContain("could not be asked");
        _case.Read("appeal/plan.txt").ShouldBe(ours);
        _case.Read("model-log.jsonl").ShouldStartWith("{\"modelLog\":1,");
        CommandRun.Of("review", _case.Folder).Error.ShouldNotContain("model-log");
    }

    /// <summary>Port 9 of this machine, where nothing answers.</summary>
    private static string? Here(string variable) =>
        variable switch
        {
            "REPRIEVE_MODEL_ENDPOINT" => "http://127.0.0.1:9/v1",
            "REPRIEVE_MODEL" => "tiny",
            _ => null,
        };

    private (int Code, string Error) Plan(Func<string, string?> variable, params string[] more)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var cli = new CliContext
        {
            Out = TextWriter.Null,
            Error = error,
            Input = () => new MemoryStream(),
            WorkingDirectory = _case.Folder,
            Clock = new FakeTimeProvider(CommandRun.Now),
            ErrorIsTerminal = false,
            OutIsTerminal = false,
            Variable = variable,
        };
        int code = CommandLine
            .RunAsync(
                ["plan", _case.Folder, "--use-model", "--ui-language", "en", .. more],
                cli,
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();
        return (code, error.ToString());
    }
}
