using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using Reprieve.Mail.Composing;
using Reprieve.Mail.Connecting;

namespace Reprieve.Mail.Sending;

/// <summary>How one attempt to hand a mail over ended; a closed set.</summary>
internal abstract record Attempt
{
    /// <summary>The server took it, and said so.</summary>
    public sealed record Taken(string Reply) : Attempt;

    /// <summary>The server refused it for good, and said so.</summary>
    public sealed record Refused(string Reply) : Attempt;

    /// <summary>It certainly was not taken.</summary>
    public sealed record NotTaken(string Reason, Retry Retry) : Attempt;

    /// <summary>Its end may have gone out, and no answer came.</summary>
    public sealed record Unknown(string Reason) : Attempt;
}

/// <summary>Hands one mail over to the account's server.</summary>
/// <param name="beforeEnd">Called once, before the end of the mail can go out; what it throws stops the sending.</param>
internal sealed class Delivery(MailAccount account, Connections connections, MailEdge edge, Action beforeEnd)
    : IDisposable
{
    private readonly ReplyLog _log = new();
    private bool _ended;

    /// <summary>Tries once.</summary>
    public async Task<Attempt> TryAsync(
        string from,
        IReadOnlyList<string> recipients,
        ReadOnlyMemory<byte> bytes,
        Action<long>? progress,
        CancellationToken cancel
    )
    {
        // From the end of the mail on nobody but the server may cut the talk short: its answer is worth waiting for.
        using var patience = new CancellationTokenSource();
        CancellationTokenRegistration wish = cancel.Register(patience.Cancel);
        using var client = new SmtpClient(_log);
        try
        {
            await connections.OpenAsync(client, cancel);
            // Without blocks of counted bytes, what ends a mail is the dot alone.
            client.Capabilities &= ~(SmtpCapabilities.Chunking | SmtpCapabilities.BinaryMime);
            patience.CancelAfter(edge.ToAnswer);
            using MimeMessage message = ExactMessage.Of(
                bytes,
                () =>
                {
                    beforeEnd();
                    wish.Unregister();
                    _log.Listen();
                    _ended = true;
                    patience.CancelAfter(edge.ToAccept);
                }
            );
            var moved = new Moved(count =>
            {
                patience.CancelAfter(_ended ? edge.ToAccept : edge.ToAnswer);
                progress?.Invoke(count);
            });
            string reply = await client.SendAsync(
                FormatOptions.Default,
                message,
                Addresses.Read(from),
                recipients.Select(address => Addresses.Read(address)),
                patience.Token,
                moved
            );
            await LeaveAsync(client);
            return new Attempt.Taken(reply);
        }
        catch (ConnectionException fault)
        {
            return new Attempt.NotTaken(fault.Fault.Sentence, fault.Fault.Retry);
        }
        catch (Exception fault) when (MailFault.IsOne(fault))
        {
            return _ended ? AfterEnd(fault) : BeforeEnd(fault, cancel);
        }
        finally
        {
            await wish.DisposeAsync();
        }
    }

    public void Dispose() => _log.Dispose();

    private Attempt BeforeEnd(Exception fault, CancellationToken cancel) =>
        fault is SmtpCommandException { StatusCode: >= (SmtpStatusCode)500 and < (SmtpStatusCode)600 } refused
            ? new Attempt.Refused($"{(int)refused.StatusCode} {refused.Message}")
        : cancel.IsCancellationRequested ? new Attempt.NotTaken(Say.Texts.Get("Was_Stopped"), Retry.Later)
        : new Attempt.NotTaken(Words(fault), Retry.Later);

    /// <summary>Only what the server said in answer to the mail decides; a fault says nothing of it.</summary>
    private Attempt AfterEnd(Exception fault) =>
        _log.Reply switch
        {
            (>= 200 and < 300, _) reply => new Attempt.Taken(reply.Words),
            (>= 400 and < 500, _) reply => new Attempt.NotTaken(Said(reply), Retry.Later),
            (>= 500 and < 600, _) reply => new Attempt.Refused($"{reply.Code} {reply.Words}"),
            _ => new Attempt.Unknown(Words(fault)),
        };

    private string Said((int Code, string Words) reply) =>
        Say.Texts.Get("Server_Says", account.SmtpServer.Host, $"{reply.Code} {reply.Words}");

    private string Words(Exception fault) => MailFault.Of(fault, account.SmtpServer, account, null).Sentence;

    private async Task LeaveAsync(SmtpClient client)
    {
        try
        {
            using var patience = new CancellationTokenSource(edge.ToAnswer);
            await client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception fault) when (MailFault.IsOne(fault))
        {
            // The mail is taken; how the talk ends no longer matters.
        }
    }

    private sealed class Moved(Action<long> told) : ITransferProgress
    {
        public void Report(long bytesTransferred, long totalSize) => told(bytesTransferred);

        public void Report(long bytesTransferred) => told(bytesTransferred);
    }
}
