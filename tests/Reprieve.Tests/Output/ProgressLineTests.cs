using Microsoft.Extensions.Time.Testing;
using Reprieve.Cli;
using Reprieve.Cli.Output;
using Reprieve.Practices;

namespace Reprieve.Tests.Output;

public sealed class ProgressLineTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _error.Dispose();

    [Fact]
    public void It_is_drawn_after_a_second_while_the_work_is_silent_and_gone_when_done()
    {
        using (ProgressLine line = Line())
        {
            line.Report(new ReviewProgress("orders.xlsx", 0, 0, 0, ReviewStage.Looking));
            _clock.Advance(TimeSpan.FromMilliseconds(900));
            _error.ToString().ShouldBeEmpty();
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            _error.ToString().ShouldEndWith("\rLooking at orders.xlsx … 1 s");
            _clock.Advance(TimeSpan.FromSeconds(4));
            _error.ToString().ShouldEndWith("\rLooking at orders.xlsx … 5 s");
            line.Report(new ReviewProgress("", 3, 4, 0, ReviewStage.Listings));
            _clock.Advance(TimeSpan.FromSeconds(1));
            _error.ToString().ShouldEndWith("\rChecking listings against policy … 75 %");
        }

        _error
            .ToString()
            .ShouldEndWith("\r" + new string(' ', "Checking listings against policy … 75 %".Length) + "\r");
        string all = _error.ToString();
        _clock.Advance(TimeSpan.FromSeconds(9));
        _error.ToString().ShouldBe(all);
    }

    [Fact]
    public void A_shorter_line_wipes_a_longer_one_out_and_none_is_wider_than_the_screen()
    {
        using ProgressLine line = Line();
        line.Report(new ReviewProgress(new string('长', 100), 0, 0, 0, ReviewStage.Looking));
        _clock.Advance(TimeSpan.FromSeconds(1));
        string first = _error.ToString();
        first.Split('\r')[^1].Sum(c => c >= 0x2E80 ? 2 : 1).ShouldBeInRange(77, 78);
        line.Report(new ReviewProgress("a", 1, 2, 3));
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        string last = _error.ToString()[first.Length..];
        last.ShouldStartWith("\rReading a … 50 %, 3 rows ");
        last.Length.ShouldBeInRange(78, 79);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Nobody_who_does_not_watch_is_told(bool terminal, bool quiet)
    {
        using (ProgressLine line = Line(terminal, quiet))
        {
            line.Report(new ReviewProgress("a", 1, 2, 3));
            _clock.Advance(TimeSpan.FromSeconds(9));
        }

        _error.ToString().ShouldBeEmpty();
    }

    private ProgressLine Line(bool terminal = true, bool quiet = false)
    {
        UiLanguage.Settle(["--ui-language", "en"]);
        var cli = new CliContext
        {
            Out = TextWriter.Null,
            Error = _error,
            Input = () => Stream.Null,
            WorkingDirectory = Path.GetTempPath(),
            Clock = _clock,
            ErrorIsTerminal = terminal,
            OutIsTerminal = false,
        };
        return new ProgressLine(cli, quiet);
    }
}
