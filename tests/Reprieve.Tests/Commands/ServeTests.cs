using Microsoft.Extensions.Time.Testing;
using Reprieve.Cli;

namespace Reprieve.Tests.Commands;

/// <summary>How <c>reprieve serve</c> is told to be reached from elsewhere.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("reprieve-serve-").FullName;

    private string Data => Path.Combine(_root, "data");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("goes with --public only", "--certificate", "desk.pem")]
    [InlineData("goes with --public only", "--certificate-key", "desk.key")]
    [InlineData("goes with --certificate only", "--public", "https://desk.example.com", "--certificate-key", "k")]
    [InlineData("https://", "--public", "http://desk.example.com")]
    [InlineData("no address", "--public", "desk.example.com")]
    [InlineData("own machine", "--public", "https://localhost:8443")]
    [InlineData("path", "--public", "https://desk.example.com/desk", "--certificate", "desk.pem")]
    public void A_wrong_way_to_be_reached_is_told_before_anything_is_opened(string part, params string[] args)
    {
        CommandRun run = CommandRun.Of(["serve", "--data", Data, .. args]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(part);
        Directory.Exists(Data).ShouldBeFalse();
    }

    [Fact]
    public void A_certificate_that_will_not_do_is_told_before_anything_is_opened()
    {
        string empty = Path.Combine(_root, "empty.pem");
        File.WriteAllText(empty, "");
        string missing = Path.Combine(_root, "missing.pem");

        foreach ((string file, string part) in ((string, string)[])[(empty, "no certificate"), (missing, "no file")])
        {
            CommandRun run = CommandRun.Of(
                "serve",
                "--data",
                Data,
                "--public",
                "https://desk.example.com",
                "--certificate",
                file
            );

            run.ExitCode.ShouldBe(3);
            run.Error.ShouldContain(part);
            run.Error.ShouldContain(file);
            Directory.Exists(Data).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("en", "People elsewhere")]
    [InlineData("zh-Hans", "其他人")]
    public async Task The_public_address_is_told_after_the_machines_own(string language, string words)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new StopsWhenTold(stop);
        using var error = new StringWriter();
        var cli = new CliContext
        {
            Out = output,
            Error = error,
            Input = () => Stream.Null,
            WorkingDirectory = _root,
            Clock = new FakeTimeProvider(CommandRun.Now),
            ErrorIsTerminal = false,
            OutIsTerminal = false,
        };
        string[] args = ["serve", "--data", Data, "--port", "0", "--public", "https://desk.example.com:8443"];

        int code = await CommandLine.RunAsync([.. args, "--ui-language", language], cli, stop.Token);

        code.ShouldBe(0, error.ToString());
        string[] lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        int own = Array.FindIndex(lines, line => line.StartsWith("  http://127.0.0.1:", StringComparison.Ordinal));
        int elsewhere = Array.IndexOf(lines, "  https://desk.example.com:8443/");
        own.ShouldBeGreaterThan(0);
        elsewhere.ShouldBeGreaterThan(own);
        lines[own..elsewhere].ShouldContain(line => line.StartsWith(words, StringComparison.Ordinal));
        string hereWithoutToken = new Uri(lines[own].Trim()).GetLeftPart(UriPartial.Authority);
        string.Join(' ', lines[(own + 1)..elsewhere]).ShouldContain(hereWithoutToken);
        // The address with its token is one word.
        lines[own..elsewhere].Skip(1).ShouldAllBe(line => line.Length <= 80);
    }

    /// <summary>Stops the program once it has said all that it says at its start.</summary>
    private sealed class StopsWhenTold(CancellationTokenSource stop) : StringWriter
    {
        public override Task FlushAsync(CancellationToken cancellationToken) => stop.CancelAsync();
    }
}
