using Reprieve.Appeals;
using Reprieve.Appeals.Guards;
using Reprieve.Cases;
using Reprieve.Cases.Mailing;
using Reprieve.Cases.Workflow;
using Reprieve.Mail;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Mailing;

/// <summary>Where an answer stands that may go by e-mail.</summary>
/// <param name="Letter">The mail as it would go; null where the notice's way is no mail.</param>
/// <param name="Guards">What speaks against sending now, by mail or by hand.</param>
/// <param name="Mailboxes">Mailboxes it can go from.</param>
/// <param name="Leaving">The mail that leaves; null while none does.</param>
/// <param name="Kept">The same as the outbox has it; null when it does not.</param>
public sealed record MailStanding(
    AppealLetter? Letter,
    IReadOnlyList<GuardResult> Guards,
    IReadOnlyList<Mailbox> Mailboxes,
    LeavingMail? Leaving,
    OutboxMail? Kept
)
{
    /// <summary>The client whose case it is; null for none.</summary>
    public Guid? Client { get; init; }
}

/// <summary>Sends answers of the workbench's cases by e-mail: what the pages and the API ask for.</summary>
internal sealed class MailDesk(Workbench workbench, CaseDesk desk, ClientShelf clients, MailEnds ends, Postman postman)
{
    /// <summary>Where the answer of a case stands.</summary>
    /// <param name="work">The case, or the linked store.</param>
    public async Task<MailStanding> StandingAsync(StoredCase stored, CaseWork work, CancellationToken cancel)
    {
        LeavingMail? leaving = work.Record.Leaving;
        Guid? client = ClientOf(stored);
        return new MailStanding(
            new MailCase(desk.Knowledge, desk.Clock).Letter(work),
            Guards(work),
            await workbench.Mailboxes.OfAsync(client, cancel),
            leaving,
            leaving is null ? null : MailCase.Kept(leaving, desk.Store.OutboxOf(stored.Id))
        )
        {
            Client = client,
        };
    }

    /// <summary>Makes the mail and writes down that it leaves; it goes out behind the page.</summary>
    /// <returns>Why not; null when it leaves.</returns>
    public async Task<string?> SendAsync(
        CaseId id,
        string? store,
        Guid mailbox,
        string who,
        IReadOnlyList<RuleOverride> overrides,
        CancellationToken cancel
    )
    {
        if (ends.Sender is null)
        {
            return Say.Get("mail_offline");
        }

        if (await FindAsync(id, box => box.Id == mailbox, cancel) is not { } from)
        {
            return Say.Get("mail_no_mailbox");
        }

        string? problem = await CaseActions.SendAsync(
            id,
            store,
            who,
            desk,
            work =>
                new MailCase(desk.Knowledge, desk.Clock).Prepare(
                    work,
                    from.Account(desk.Knowledge),
                    who,
                    overrides,
                    desk.Store.OutboxOf(id)
                ),
            cancel
        );
        if (problem is null)
        {
            postman.Wake(id);
        }

        return problem;
    }

    /// <summary>Tries a mail again that waits, as soon as it may.</summary>
    public void TryAgain(CaseId id) => postman.Wake(id);

    /// <summary>Takes a person's word on the mail that leaves.</summary>
    /// <returns>Why not; null when it is written down.</returns>
    public async Task<string?> DecideAsync(CaseId id, string? store, MailWord word, string who, string because)
    {
        string? problem = await ChangeAsync(
            id,
            store,
            who,
            work =>
                new MailOutcome(desk.Knowledge, desk.Clock).Decide(work, word, who, because, desk.Store.OutboxOf(id))
        );
        postman.Wake(id);
        return problem;
    }

    /// <summary>The mailbox of the case's client that a test fits.</summary>
    private async Task<Mailbox?> FindAsync(CaseId id, Func<Mailbox, bool> fits, CancellationToken cancel) =>
        await desk.Store.FindAsync(id, cancel) is { } stored
            ? (await workbench.Mailboxes.OfAsync(ClientOf(stored), cancel)).FirstOrDefault(fits)
            : null;

    private Guid? ClientOf(StoredCase stored) => clients.All.Of(stored.Account)?.Id;

    private Task<string?> ChangeAsync(CaseId id, string? store, string who, Func<CaseWork, CaseWork> change) =>
        desk.TryAsync(id, who, "", then: work => store is null ? change(work) : work.WithLinked(store, change));

    private IReadOnlyList<GuardResult> Guards(CaseWork work) =>
        work.Record.Package.Count == 0 ? [] : new SendCase(desk.Knowledge, desk.Clock).Look(work);
}
