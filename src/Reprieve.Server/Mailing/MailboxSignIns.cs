using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Server.Desk;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Mailing;

/// <summary>Whose browser began a sign-in; nobody else's may end it.</summary>
/// <param name="Person">Null for the one on this machine.</param>
/// <param name="Session">The person's session.</param>
internal sealed record SignInHolder(Guid? Person, Guid? Session);

/// <summary>What became of a sign-in.</summary>
/// <param name="Typed">What was said of the mailbox.</param>
/// <param name="Problem">Why it is not kept; null when it is.</param>
/// <param name="Test">What a trial of it found; null when it is not kept.</param>
internal sealed record SignInOutcome(MailboxEdit Typed, string? Problem, MailTest? Test);

/// <summary>
/// Sign-ins at providers that were begun from a page and wait for their answer: ten minutes, in memory alone, each for one
/// answer. What became of one is known as long, so that a page may be loaded again.
/// </summary>
internal sealed class MailboxSignIns(MailboxDesk mailboxes, CaseDesk desk, MailEnds ends, TimeProvider clock)
{
    /// <summary>Providers' codes hold about as long.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private const int Most = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);

    /// <summary>Begins a sign-in for a mailbox; it is not kept before the provider said yes.</summary>
    /// <param name="home">Scheme, host and port that the browser asked.</param>
    /// <param name="back">Where a provider is to send the browser back to.</param>
    /// <exception cref="MailException">The mailbox is none, has no such provider or client, or no server may be asked.</exception>
    public async Task<OAuthRequest> BeginAsync(
        Guid? client,
        MailboxEdit edit,
        SignInHolder holder,
        Uri home,
        Func<MailProvider, Uri> back,
        CancellationToken cancel
    )
    {
        if (ends.Sender is null)
        {
            throw new MailException(Say.Get("mailbox_offline"));
        }

        Mailbox? known = await mailboxes.FindAsync(client, edit.Address, cancel);
        string id =
            MailboxEdit.Given(edit.OauthClient)
            ?? known?.ClientId
            ?? throw new MailException(Say.Get("mailbox_no_client"));
        // Looked at as if it had its token, so that a fault is said before and not after the way to the provider.
        Mailbox whole = (edit with { OauthClient = id, OauthToken = "-" }).Of(client, known, desk.Knowledge, clock);
        MailProvider provider = whole.Account(desk.Knowledge).Provider;
        var request = OAuthRequest.Begin(provider, id, whole.ClientSecret, whole.Address, back(provider));
        Keep(new Waiting(client, edit, holder, home, request, clock.GetUtcNow() + Lasts));
        return request;
    }

    /// <summary>Where the browser of a sign-in came from; null when none is known by that state.</summary>
    public Uri? HomeOf(string? state) => Find(state)?.Home;

    /// <summary>Ends a sign-in with a provider's answer; asked again, it only says what became of it.</summary>
    /// <returns>Whose mailbox it is, and what became of it; null when this browser has begun no such sign-in.</returns>
    public async Task<(Guid? Client, SignInOutcome Outcome)?> FinishAsync(
        OAuthAnswer answer,
        Caller caller,
        SignInHolder holder
    )
    {
        if (
            Find(answer.State) is not { } waiting
            || waiting.Holder != holder
            || caller.RoleFor(waiting.Client) != Role.Owner
        )
        {
            return null;
        }

        Task<SignInOutcome> ending;
        lock (_lock)
        {
            ending = waiting.Ending ??= EndAsync(waiting, answer);
        }

        return (waiting.Client, await ending);
    }

    /// <summary>What became of a sign-in of this browser; null when none is known.</summary>
    public SignInOutcome? OutcomeOf(string? state, SignInHolder holder) =>
        Find(state) is { Ending: { IsCompletedSuccessfully: true } ended } waiting && waiting.Holder == holder
            ? ended.Result
            : null;

    /// <summary>Goes on when the browser leaves: a code is good once, and what it brought must not be lost.</summary>
    private async Task<SignInOutcome> EndAsync(Waiting waiting, OAuthAnswer answer)
    {
        await Task.Yield();
        MailboxEdit edit = waiting.Edit;
        try
        {
            MailSecret.OAuth secret = await ends.SignIn.FinishAsync(waiting.Request, answer, CancellationToken.None);
            edit = edit with
            {
                OauthClient = secret.ClientId,
                OauthSecret = secret.ClientSecret,
                OauthToken = secret.RefreshToken,
            };
            Mailbox kept = await mailboxes.SaveAsync(waiting.Client, edit, CancellationToken.None);
            MailTest? test = await mailboxes.TestAsync(waiting.Client, kept.Id, CancellationToken.None);
            return new SignInOutcome(edit.WithoutSecrets(), null, test);
        }
        catch (Exception fault) when (fault is MailException or StorageException)
        {
            return new SignInOutcome(edit.WithoutSecrets(), fault.Message, null);
        }
    }

    private Waiting? Find(string? state)
    {
        lock (_lock)
        {
            return state is not null && _waiting.TryGetValue(state, out Waiting? one) && one.Until > clock.GetUtcNow()
                ? one
                : null;
        }
    }

    private void Keep(Waiting one)
    {
        lock (_lock)
        {
            DateTimeOffset now = clock.GetUtcNow();
            foreach (Waiting old in _waiting.Values.Where(known => known.Until <= now).ToList())
            {
                _waiting.Remove(old.Request.State);
            }

            if (_waiting.Count >= Most)
            {
                _waiting.Remove(_waiting.Values.MinBy(known => known.Until)!.Request.State);
            }

            _waiting[one.Request.State] = one;
        }
    }

    private sealed record Waiting(
        Guid? Client,
        MailboxEdit Edit,
        SignInHolder Holder,
        Uri Home,
        OAuthRequest Request,
        DateTimeOffset Until
    )
    {
        public Task<SignInOutcome>? Ending { get; set; }
    }
}
