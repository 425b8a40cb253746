using Reprieve.Mail;

namespace Reprieve.Cli.Mailing;

/// <summary>A line on standard error that says how far a sending is; only for a person at a terminal, and gone when done.</summary>
internal sealed class MailProgress(CliContext cli, bool quiet) : IProgress<SendProgress>, IDisposable
{
    private readonly Lock _drawing = new();
    private readonly bool _shows = cli.ErrorIsTerminal && !quiet;
    private int _width;

    public void Report(SendProgress value)
    {
        if (!_shows)
        {
            return;
        }

        string text = Say.Get($"Mail_Stage_{value.Stage}", value.Bytes / 1024, value.Of / 1024);
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
