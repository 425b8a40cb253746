using Reprieve.Knowledge;
using Reprieve.Mail;

namespace Reprieve.Server.Mailing;

/// <summary>How mail servers are reached.</summary>
/// <param name="Sender">
/// Makes a sender that is told of refresh tokens that were renewed; null where the network may not be used. Tests give one for this
/// machine.
/// </param>
public sealed record MailEnds(Func<TimeProvider, Action<MailSecret.OAuth>, MailSender>? Sender)
{
    /// <summary>Ends sign-ins at providers; asked only where there is a sender.</summary>
    /// <remarks>Made when it is first asked for: every command makes ends, few sign in.</remarks>
    public OAuthSignIn SignIn
    {
        get => field ??= new();
        init;
    }

    /// <summary>Makes a watcher of a mailbox; null where the network may not be used.</summary>
    public Func<WatchedMailbox, MailboxWatcher>? Watcher { get; init; }

    /// <summary>No server at all.</summary>
    public static MailEnds None { get; } = new((Func<TimeProvider, Action<MailSecret.OAuth>, MailSender>?)null);

    /// <summary>The servers of the world.</summary>
    public static MailEnds World { get; } =
        new((clock, renewed) => new MailSender(clock) { Renewed = renewed })
        {
            Watcher = one => new MailboxWatcher(one.Account, one.Book, one.Taker, one.Knowledge, one.Options, one.Clock)
            {
                Renewed = one.Renewed,
            },
        };
}

/// <summary>What a watcher of a mailbox is made of.</summary>
/// <param name="Renewed">Told of a refresh token that was renewed.</param>
public sealed record WatchedMailbox(
    MailAccount Account,
    WatchBook Book,
    IMailTaker Taker,
    KnowledgeBase Knowledge,
    WatchOptions Options,
    TimeProvider Clock,
    Action<MailSecret.OAuth> Renewed
);
