namespace Reprieve.Cli.Output;

/// <summary>A line on standard error that says how far something is; only for a person at a terminal, and gone when done.</summary>
internal sealed class StatusLine(CliContext cli, bool quiet) : IDisposable
{
    private readonly Lock _drawing = new();
    private readonly bool _shows = cli.ErrorIsTerminal && !quiet;
    private int _width;

    /// <summary>Puts a text in the place of the one before.</summary>
    public void Show(string text)
    {
        if (!_shows)
        {
            return;
        }

        lock (_drawing)
        {
            cli.Error.Write("\r" + text + new string(' ', Math.Max(0, _width - text.Length)));
            _width = text.Length;
        }
    }

    public void Dispose()
    {
        if (_width > 0)
        {
            // Chinese characters take two columns.
            cli.Error.Write("\r" + new string(' ', 2 * _width) + "\r");
        }
    }
}
