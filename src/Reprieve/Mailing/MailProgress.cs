using Reprieve.Cli.Output;
using Reprieve.Mail;

namespace Reprieve.Cli.Mailing;

/// <summary>Says how far a sending is.</summary>
internal sealed class MailProgress(CliContext cli, bool quiet) : IProgress<SendProgress>, IDisposable
{
    private readonly StatusLine _line = new(cli, quiet);

    public void Report(SendProgress value) =>
        _line.Show(Say.Get($"Mail_Stage_{value.Stage}", value.Bytes / 1024, value.Of / 1024));

    public void Dispose() => _line.Dispose();
}
