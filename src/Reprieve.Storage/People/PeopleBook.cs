using Microsoft.EntityFrameworkCore;
using Reprieve.Storage.Database;

namespace Reprieve.Storage;

/// <summary>Keeps the people of a workbench, what each may do, and what was done about them.</summary>
public sealed class PeopleBook
{
    private readonly Workbench _workbench;

    internal PeopleBook(Workbench workbench) => _workbench = workbench;

    /// <summary>Everybody, in the order they came.</summary>
    public async Task<IReadOnlyList<Person>> PeopleAsync(CancellationToken cancel = default)
    {
        await using StorageContext db = _workbench.Connect();
        List<PersonRow> rows = await db.People.AsNoTracking().OrderBy(row => row.Created).ToListAsync(cancel);
        return [.. rows.Select(Of)];
    }

    /// <summary>What everybody may do.</summary>
    public async Task<IReadOnlyList<Grant>> GrantsAsync(CancellationToken cancel = default)
    {
        await using StorageContext db = _workbench.Connect();
        List<GrantRow> rows = await db.Grants.AsNoTracking().ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new Grant(
                row.PersonId,
                row.ClientId == Guid.Empty ? null : row.ClientId,
                Enum.Parse<Role>(row.Role, ignoreCase: true)
            )),
        ];
    }

    /// <summary>Keeps a person: a new one, or what changed of a known one.</summary>
    public Task SaveAsync(Person person, CancellationToken cancel = default) =>
        WriteAsync(
            async db =>
            {
                PersonRow row = await db.People.FindAsync([person.Id], cancel) ?? New(db, person);
                row.Name = person.Name;
                row.Email = person.Email;
                row.PasswordHash = person.PasswordHash;
                row.SecurityStamp = person.SecurityStamp;
                row.Failures = person.Failures;
                row.LockedUntil = person.LockedUntil?.ToUnixTimeMilliseconds();
                row.InvitationHash = person.InvitationHash;
                row.InvitedUntil = person.InvitedUntil?.ToUnixTimeMilliseconds();
                await db.SaveChangesAsync(cancel);
            },
            cancel
        );

    /// <summary>Removes a person with everything that person may do, and ends the sessions and tokens.</summary>
    public Task RemoveAsync(Guid person, CancellationToken cancel = default) =>
        WriteAsync(
            async db =>
            {
                await db.Sessions.Where(row => row.PersonId == person).ExecuteDeleteAsync(cancel);
                await db.Tokens.Where(row => row.PersonId == person).ExecuteDeleteAsync(cancel);
                await db.Passkeys.Where(row => row.PersonId == person).ExecuteDeleteAsync(cancel);
                await db.Grants.Where(row => row.PersonId == person).ExecuteDeleteAsync(cancel);
                await db.People.Where(row => row.Id == person).ExecuteDeleteAsync(cancel);
            },
            cancel
        );

    /// <summary>Says what a person may do for a client, or for all; no role takes it away.</summary>
    public Task GrantAsync(Guid person, Guid? client, Role? role, CancellationToken cancel = default) =>
        WriteAsync(
            async db =>
            {
                Guid of = client ?? Guid.Empty;
                GrantRow? row = await db.Grants.FindAsync([person, of], cancel);
                if (role is { } given)
                {
                    row ??= db
                        .Grants.Add(
                            new GrantRow
                            {
                                PersonId = person,
                                ClientId = of,
                                Role = "",
                            }
                        )
                        .Entity;
                    row.Role = given.ToString().ToLowerInvariant();
                }
                else if (row is not null)
                {
                    db.Grants.Remove(row);
                }

                await db.SaveChangesAsync(cancel);
            },
            cancel
        );

    /// <summary>Notes what was done about people.</summary>
    public Task NoteAsync(string who, string what, string about, CancellationToken cancel = default) =>
        WriteAsync(
            async db =>
            {
                DateTimeOffset now = _workbench.Clock.GetUtcNow();
                db.Journal.Add(
                    new JournalRow
                    {
                        Id = Guid.CreateVersion7(now),
                        At = now.ToUnixTimeMilliseconds(),
                        Who = who,
                        What = what,
                        About = about,
                    }
                );
                await db.SaveChangesAsync(cancel);
            },
            cancel
        );

    /// <summary>What was done about people last, newest first.</summary>
    public async Task<IReadOnlyList<JournalEntry>> JournalAsync(int newest, CancellationToken cancel = default)
    {
        await using StorageContext db = _workbench.Connect();
        List<JournalRow> rows = await db
            .Journal.AsNoTracking()
            .OrderByDescending(row => row.At)
            .ThenByDescending(row => row.Id)
            .Take(newest)
            .ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new JournalEntry(
                DateTimeOffset.FromUnixTimeMilliseconds(row.At),
                row.Who,
                row.What,
                row.About
            )),
        ];
    }

    private static Person Of(PersonRow row) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            Email = row.Email,
            PasswordHash = row.PasswordHash,
            SecurityStamp = row.SecurityStamp,
            Failures = row.Failures,
            LockedUntil = TimeOf(row.LockedUntil),
            InvitationHash = row.InvitationHash,
            InvitedUntil = TimeOf(row.InvitedUntil),
            Created = DateTimeOffset.FromUnixTimeMilliseconds(row.Created),
        };

    private static DateTimeOffset? TimeOf(long? milliseconds) =>
        milliseconds is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    private static PersonRow New(StorageContext db, Person person) =>
        db
            .People.Add(
                new PersonRow
                {
                    Id = person.Id,
                    Name = person.Name,
                    Email = person.Email,
                    SecurityStamp = person.SecurityStamp,
                    Created = person.Created.ToUnixTimeMilliseconds(),
                }
            )
            .Entity;

    private Task WriteAsync(Func<StorageContext, Task> change, CancellationToken cancel) =>
        _workbench.WriteAsync(change, cancel);
}
