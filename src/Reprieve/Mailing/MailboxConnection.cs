using Reprieve.Knowledge;
using Reprieve.Mail;

namespace Reprieve.Cli.Mailing;

/// <summary>What a mailbox is connected with.</summary>
/// <param name="Provider">Its provider.</param>
/// <param name="Address">Its address.</param>
/// <param name="Client">Id of the owner's own client there.</param>
/// <param name="Secret">Secret of the client; null for one that has none.</param>
/// <param name="File">Full path of the file that the refresh token is written to.</param>
internal sealed record MailboxConnection(
    MailProvider Provider,
    string Address,
    string Client,
    string? Secret,
    string File
)
{
    /// <summary>As long as providers' codes hold.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Prints the provider's page, waits until the owner has signed in there, and keeps the refresh token.</summary>
    /// <exception cref="UsageException">There is no folder for the file.</exception>
    /// <exception cref="MailException">The provider has no such page, refused, or could not be asked.</exception>
    public async Task<int> RunAsync(CliContext cli, OAuthSignIn signIn, CancellationToken cancel)
    {
        if (!Directory.Exists(Path.GetDirectoryName(File)))
        {
            throw new UsageException(Say.Get("Connect_NoFolder", File));
        }

        using var listening = new LoopbackAnswer();
        Uri back = OAuthRequest.Loopback(Provider, listening.Port);
        var request = OAuthRequest.Begin(Provider, Client, Secret, Address, back);
        using var patience = new CancellationTokenSource(Patience, cli.Clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        cli.Out.WriteLine(Say.Get("Connect_Open", Address));
        cli.Out.WriteLine();
        cli.Out.WriteLine(request.Page.AbsoluteUri);
        cli.Out.WriteLine();
        cli.Out.WriteLine(Say.Get("Connect_Redirect", back));
        OAuthAnswer answer;
        try
        {
            answer = await listening.WaitAsync(request, end.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            cli.Error.WriteLine(Say.Get("Connect_Late", Patience.TotalMinutes));
            return ExitCode.NotPassed;
        }

        MailSecret.OAuth granted = await signIn.FinishAsync(request, answer, cancel);
        SecretFile.Replace(File, granted.RefreshToken);
        cli.Out.WriteLine(Say.Get("Connect_Done", File));
        cli.Out.WriteLine(
            $"  reprieve mailbox test --from {Address} --oauth-client {Client} --oauth-token-file {File}"
        );
        return ExitCode.Done;
    }
}
