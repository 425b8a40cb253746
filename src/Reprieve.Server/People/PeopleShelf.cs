using System.Security.Cryptography;
using System.Text;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Server.People;

/// <summary>
/// The people who work here and what each may do, kept in memory: they are few, and every request asks for them. One change
/// at a time.
/// </summary>
internal sealed class PeopleShelf(PeopleBook book, SessionBook sessions, PasskeyBook passkeys, TimeProvider clock)
    : Shelf
{
    private const int LongestName = 80;
    private const int LongestEmail = 254;

    /// <summary>Long enough for a week-end, short enough for a link that lies in a chat.</summary>
    private static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    private Grant[] _grants = [];

    /// <summary>Everybody, in the order they came.</summary>
    public IReadOnlyList<Person> All { get; private set; } = [];

    public PeopleBook Book => book;

    /// <inheritdoc/>
    public override async Task LoadAsync(CancellationToken cancel = default)
    {
        _grants = [.. await book.GrantsAsync(cancel)];
        All = await book.PeopleAsync(cancel);
    }

    public Person? Find(Guid id) => All.FirstOrDefault(one => one.Id == id);

    public Person? ByEmail(string email) =>
        All.FirstOrDefault(one => one.Email.Equals(email.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Who was invited with a token, while that holds; null else.</summary>
    public Person? ByInvitation(string token)
    {
        string hash = HashOf(token);
        return All.FirstOrDefault(one =>
            one.InvitationHash is { } kept && SessionSecret.IsSame(hash, kept) && one.InvitedUntil > clock.GetUtcNow()
        );
    }

    public IReadOnlyList<Grant> GrantsOf(Guid person) => [.. _grants.Where(grant => grant.Person == person)];

    /// <summary>Invites somebody new.</summary>
    /// <returns>The token that the invitation's link holds, or why there is none.</returns>
    public async Task<(string? Token, string? Problem)> InviteAsync(
        string name,
        string email,
        Guid? client,
        Role role,
        string who
    )
    {
        string? token = null;
        string? problem = await InTurnAsync(async () =>
        {
            if ((NameFault(name, null) ?? EmailFault(email)) is { } fault)
            {
                return fault;
            }

            var person = new Person
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                Name = name,
                Email = email,
                Created = clock.GetUtcNow(),
            };
            (Person invited, token) = Invited(person);
            await book.SaveAsync(invited);
            await book.GrantAsync(person.Id, client, role);
            await book.NoteAsync(who, "invited", name);
            return null;
        });
        return (token, problem);
    }

    /// <summary>Makes a new link for somebody: the old one, if there is one, holds no longer.</summary>
    /// <returns>The token; null when there is no such person.</returns>
    public async Task<string?> InviteAgainAsync(Guid id, string who)
    {
        string? token = null;
        await InTurnAsync(async () =>
        {
            if (Find(id) is { } person)
            {
                (Person invited, token) = Invited(person);
                await book.SaveAsync(invited);
                await book.NoteAsync(who, "invited_again", person.Name);
            }

            return null;
        });
        return token;
    }

    /// <summary>Takes an invitation up: the person has a name and a password now, and is signed in nowhere else, by nothing older.</summary>
    /// <returns>Who it is, or why not.</returns>
    public async Task<(Person? Person, string? Problem)> WelcomeAsync(string token, string name, string passwordHash)
    {
        Person? welcome = null;
        string? problem = await InTurnAsync(async () =>
        {
            if (ByInvitation(token) is not { } person)
            {
                return Say.Get("welcome_gone");
            }

            if (NameFault(name, person.Id) is { } fault)
            {
                return fault;
            }

            welcome = WithPassword(person, passwordHash) with { Name = name };
            await book.SaveAsync(welcome);
            await sessions.EndAsync(person.Id);
            await passkeys.RemoveAllAsync(person.Id);
            await book.NoteAsync(name, "welcomed", name);
            return null;
        });
        return (welcome, problem);
    }

    /// <summary>Gives a person another password; the other sessions end.</summary>
    public Task ChangePasswordAsync(Guid id, string passwordHash, Guid? session) =>
        InTurnAsync(async () =>
        {
            if (Find(id) is { } person)
            {
                await book.SaveAsync(WithPassword(person, passwordHash));
                await sessions.EndAsync(id, but: session);
                await book.NoteAsync(person.Name, "password_changed", person.Name);
            }

            return null;
        });

    /// <summary>Changes what is kept of a person.</summary>
    public Task SaveAsync(Guid id, Func<Person, Person> change) =>
        InTurnAsync(async () =>
        {
            if (Find(id) is { } person)
            {
                await book.SaveAsync(change(person));
            }

            return null;
        });

    /// <summary>Says what a person may do for a client, or for all; no role takes it away.</summary>
    public Task GrantAsync(Guid id, Guid? client, Role? role, string who, string about) =>
        InTurnAsync(async () =>
        {
            if (Find(id) is not null)
            {
                await book.GrantAsync(id, client, role);
                await book.NoteAsync(who, role is null ? "grant_taken" : "grant_given", about);
            }

            return null;
        });

    public Task RemoveAsync(Guid id, string who) =>
        InTurnAsync(async () =>
        {
            if (Find(id) is { } person)
            {
                await book.RemoveAsync(id);
                await book.NoteAsync(who, "person_removed", person.Name);
            }

            return null;
        });

    /// <summary>Ends all sessions of a person.</summary>
    public async Task SignOutAsync(Guid id, string who)
    {
        if (Find(id) is { } person)
        {
            await sessions.EndAsync(id);
            await book.NoteAsync(who, "signed_out_everywhere", person.Name);
        }
    }

    private static Person WithPassword(Person person, string hash) =>
        person with
        {
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Failures = 0,
            LockedUntil = null,
            InvitationHash = null,
            InvitedUntil = null,
        };

    private (Person Person, string Token) Invited(Person person)
    {
        string token = SessionSecret.Random();
        return (
            person with
            {
                InvitationHash = HashOf(token),
                InvitedUntil = clock.GetUtcNow() + InvitationLasts,
            },
            token
        );
    }

    private string? NameFault(string name, Guid? except) =>
        name.Length is 0 or > LongestName || name.Any(char.IsControl) ? Say.Get("person_name_wrong", LongestName)
        : All.Any(one => one.Id != except && one.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ? Say.Get("person_name_there")
        : null;

    private string? EmailFault(string email)
    {
        int at = email.IndexOf('@', StringComparison.Ordinal);
        bool fits =
            at > 0
            && at < email.Length - 1
            && email.Length <= LongestEmail
            && email.LastIndexOf('@') == at
            && !email.Any(one => char.IsControl(one) || char.IsWhiteSpace(one));
        return !fits ? Say.Get("person_email_wrong")
            : ByEmail(email) is null ? null
            : Say.Get("person_email_there");
    }

    private static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
