using Reprieve.Practices;

namespace Reprieve.Cli.Output;

/// <summary>
/// One line on standard error that says how far the work is; only for a person at a terminal, only for what takes
/// longer than a second, and gone when done. A clock draws it: it lives on while one step takes long.
/// </summary>
internal sealed class ProgressLine : IProgress<ReviewProgress>, IDisposable
{
    private const int MostColumns = 78;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly CliContext _cli;
    private readonly long _start;
    private readonly Lock _drawing = new();
    private readonly ITimer? _timer;
    private volatile ReviewProgress? _now;
    private int _width;
    private bool _done;

    public ProgressLine(CliContext cli, bool quiet)
    {
        _cli = cli;
        _start = cli.Clock.GetTimestamp();
        _timer = cli.ErrorIsTerminal && !quiet ? cli.Clock.CreateTimer(_ => Draw(), null, Patience, Pause) : null;
    }

    public void Report(ReviewProgress value) => _now = value;

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_drawing)
        {
            _done = true;
            if (_width > 0)
            {
                _cli.Error.Write("\r" + new string(' ', _width) + "\r");
            }
        }
    }

    private void Draw()
    {
        lock (_drawing)
        {
            if (_done || _now is not { } now)
            {
                return;
            }

            (string line, int columns) = Fitted(Text(now));
            _cli.Error.Write("\r" + line + new string(' ', Math.Max(0, _width - columns)));
            _width = columns;
        }
    }

    private string Text(ReviewProgress now)
    {
        long percent = now.BytesTotal == 0 ? 0 : now.BytesRead * 100 / now.BytesTotal;
        long seconds = (long)_cli.Clock.GetElapsedTime(_start).TotalSeconds;
        return Say.Get("Progress_" + now.Stage, now.File, percent, now.Rows, seconds);
    }

    /// <summary>As much of it as stands in a line, and the columns it takes: a Chinese letter takes two.</summary>
    private static (string Line, int Columns) Fitted(string text)
    {
        int columns = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int wide = text[i] >= 0x2E80 ? 2 : 1;
            if (columns + wide > MostColumns)
            {
                return (text[..i], columns);
            }

            columns += wide;
        }

        return (text, columns);
    }
}
