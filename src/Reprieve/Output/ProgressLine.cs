using Reprieve.Practices;

namespace Reprieve.Cli.Output;

/// <summary>
/// One line on standard error that says how far reading is; only for a person at a terminal, only for what takes
/// longer than a second, and gone when done.
/// </summary>
internal sealed class ProgressLine(CliContext cli, bool quiet) : IProgress<ReviewProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly long _start = cli.Clock.GetTimestamp();
    private readonly bool _shown = cli.ErrorIsTerminal && !quiet;
    private long _last;
    private int _width;

    public void Report(ReviewProgress value)
    {
        if (!_shown || cli.Clock.GetElapsedTime(_start) < Patience)
        {
            return;
        }

        if (_last != 0 && cli.Clock.GetElapsedTime(_last) < Pause)
        {
            return;
        }

        _last = cli.Clock.GetTimestamp();
        long percent = value.BytesTotal == 0 ? 100 : value.BytesRead * 100 / value.BytesTotal;
        string line = Say.Get("Progress", value.File, percent, value.Rows);
        line = line.Length > 78 ? line[..78] : line;
        cli.Error.Write("\r" + line.PadRight(_width));
        _width = line.Length;
    }

    public void Dispose()
    {
        if (_width > 0)
        {
            cli.Error.Write("\r" + new string(' ', _width) + "\r");
        }
    }
}
