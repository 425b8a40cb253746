using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reprieve.Cases;
using Reprieve.Cases.Mailing;
using Reprieve.Mail;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Mailing;

/// <summary>
/// Takes mails out: what was begun before the program stopped, what a page just wrote down, and what is to be tried or looked
/// at again. What became of each is written into its case.
/// </summary>
internal sealed partial class Postman(
    Workbench workbench,
    CaseDesk desk,
    ClientShelf clients,
    MailEnds ends,
    TimeProvider clock,
    ILogger<Postman> log
) : BackgroundService
{
    /// <summary>How soon something is looked at again whose time nobody knows; for a day.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    private readonly Channel<CaseId> _due = Channel.CreateUnbounded<CaseId>();
    private readonly ConcurrentDictionary<CaseId, Rounds> _rounds = new();

    /// <summary>Looks at the mails of a case now.</summary>
    public void Wake(CaseId id) => _due.Writer.TryWrite(id);

    /// <summary>Looks at all mails now: a mailbox was put right, say.</summary>
    public void WakeAll()
    {
        foreach (CaseId id in workbench.Cases.WithOutbox())
        {
            Wake(id);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        WakeAll();
        await foreach (CaseId id in _due.Reader.ReadAllAsync(stoppingToken))
        {
            _ = RoundAsync(id, stoppingToken);
        }
    }

    /// <summary>Does what is due for a case, and comes again when something will be.</summary>
    private async Task RoundAsync(CaseId id, CancellationToken stop)
    {
        try
        {
            Rounds rounds = _rounds.GetOrAdd(id, _ => new Rounds());
            int number = rounds.Next();
            await rounds.Turn.WaitAsync(stop);
            DateTimeOffset? next;
            try
            {
                next = await DoDueAsync(id, stop);
            }
            finally
            {
                rounds.Turn.Release();
            }

            if (next is { } at)
            {
                TimeSpan wait = at - clock.GetUtcNow();
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, stop);
                // Whoever came later comes again for both.
                if (rounds.IsLast(number))
                {
                    Wake(id);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The outbox knows where each mail stands; the next start goes on.
        }
        catch (Exception fault)
        {
            Failed(fault, id);
        }
    }

    private async Task<DateTimeOffset?> DoDueAsync(CaseId id, CancellationToken stop)
    {
        if (ends.Sender is null || await workbench.Cases.FindAsync(id, stop) is not { } stored)
        {
            return null;
        }

        Outbox outbox = workbench.Cases.OutboxOf(id);
        IReadOnlyList<LeavingOfStore> leaving = await LeavingMails.OfAsync(workbench.Cases, stored, stop);
        IReadOnlyList<Mailbox> mailboxes = await workbench.Mailboxes.OfAsync(clients.All.Of(stored.Account)?.Id, stop);
        DateTimeOffset? next = null;
        foreach (OutboxMail mail in outbox.All())
        {
            LeavingOfStore? known = leaving.FirstOrDefault(one =>
                one.Mail.SendingId == mail.SendingId && one.Mail.Sent.Mail?.Sha256 == mail.Sha256
            );
            // What no case speaks of was never begun; of a sent one only the copy may be wanting.
            if (known is null && mail.State is not OutboxState.Accepted)
            {
                continue;
            }

            DateTimeOffset? again =
                mail.NotBefore > clock.GetUtcNow() ? mail.NotBefore
                : mailboxes.FirstOrDefault(box => IsFrom(box, mail)) is { } mailbox
                    ? await OneAsync(id, known?.Store, mailbox, outbox, mail, stop)
                : null;
            next = Sooner(next, again);
        }

        return next;
    }

    /// <summary>Takes one mail as far as it goes.</summary>
    /// <returns>When it is looked at again; null when there is nothing more to do by itself.</returns>
    private async Task<DateTimeOffset?> OneAsync(
        CaseId id,
        string? store,
        Mailbox mailbox,
        Outbox outbox,
        OutboxMail mail,
        CancellationToken stop
    )
    {
        MailSender sender = ends.Sender!(clock, renewed => Keep(mailbox, renewed));
        SendResult result = await sender.ResumeAsync(outbox, mailbox.Account(desk.Knowledge), mail, null, stop);
        string? problem = await desk.TryAsync(
            id,
            Timeline.Reprieve,
            "",
            then: work =>
            {
                var outcome = new MailOutcome(desk.Knowledge, clock);
                return store is null
                    ? outcome.Record(work, result, outbox)
                    : work.WithLinked(store, one => outcome.Record(one, result, outbox));
            }
        );
        DateTimeOffset now = clock.GetUtcNow();
        stop.ThrowIfCancellationRequested();
        if (problem is not null)
        {
            NotWritten(id, problem);
            return now + Pause;
        }

        return result switch
        {
            SendResult.NotSent { Retry: Retry.Later } not => not.NotBefore ?? now,
            SendResult.Uncertain { LookAgainAt: { } look } when look > now => look,
            SendResult.Uncertain
            or SendResult.Sent { Filing: not null } when now - result.Mail.Since < TimeSpan.FromDays(1) => now + Pause,
            _ => null,
        };
    }

    private void Keep(Mailbox mailbox, MailSecret.OAuth renewed) =>
        // The provider may have ended the old token: it is kept before anything else happens.
        workbench.Mailboxes.SaveAsync(mailbox with { RefreshToken = renewed.RefreshToken }).GetAwaiter().GetResult();

    private static bool IsFrom(Mailbox mailbox, OutboxMail mail) =>
        mailbox.Address.Equals(mail.From, StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;

    /// <summary>The rounds for one case: one at a time, and only the last one comes again.</summary>
    private sealed class Rounds
    {
        private int _last;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Next() => Interlocked.Increment(ref _last);

        public bool IsLast(int number) => Volatile.Read(ref _last) == number;
    }

    [LoggerMessage(1, LogLevel.Error, "The mails of case {Id} could not be looked at")]
    private partial void Failed(Exception fault, CaseId id);

    [LoggerMessage(2, LogLevel.Warning, "What became of a mail of case {Id} could not be written down: {Problem}")]
    private partial void NotWritten(CaseId id, string problem);
}
