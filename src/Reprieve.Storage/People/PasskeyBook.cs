using Microsoft.EntityFrameworkCore;
using Reprieve.Storage.Database;

namespace Reprieve.Storage;

/// <summary>The passkeys of people: public keys, and what the sign-in has to know of each again.</summary>
public sealed class PasskeyBook
{
    private readonly Workbench _workbench;

    internal PasskeyBook(Workbench workbench) => _workbench = workbench;

    /// <summary>The passkeys of a person, in the order they came.</summary>
    public async Task<IReadOnlyList<Passkey>> OfAsync(Guid person, CancellationToken cancel = default)
    {
        await using StorageContext db = _workbench.Connect();
        List<PasskeyRow> rows = await db
            .Passkeys.AsNoTracking()
            .Where(row => row.PersonId == person)
            .OrderBy(row => row.Created)
            .ToListAsync(cancel);
        return [.. rows.Select(Of)];
    }

    /// <summary>The passkey of this id, whosever it is; null when there is none.</summary>
    public async Task<Passkey?> FindAsync(string id, CancellationToken cancel = default)
    {
        await using StorageContext db = _workbench.Connect();
        return await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } row
            ? Of(row)
            : null;
    }

    /// <summary>Keeps a passkey: a new one, or what changed of a known one.</summary>
    public Task SaveAsync(Passkey passkey, CancellationToken cancel = default) =>
        _workbench.WriteAsync(
            async db =>
            {
                PasskeyRow row = await db.Passkeys.FindAsync([passkey.Id], cancel) ?? New(db, passkey);
                row.Name = passkey.Name;
                row.Body = passkey.Body;
                await db.SaveChangesAsync(cancel);
            },
            cancel
        );

    /// <summary>Removes a passkey of a person; those of others stay.</summary>
    public Task RemoveAsync(Guid person, string id, CancellationToken cancel = default) =>
        _workbench.WriteAsync(
            db => db.Passkeys.Where(row => row.PersonId == person && row.Id == id).ExecuteDeleteAsync(cancel),
            cancel
        );

    /// <summary>Removes all passkeys of a person.</summary>
    public Task RemoveAllAsync(Guid person, CancellationToken cancel = default) =>
        _workbench.WriteAsync(
            db => db.Passkeys.Where(row => row.PersonId == person).ExecuteDeleteAsync(cancel),
            cancel
        );

    private static Passkey Of(PasskeyRow row) =>
        new(row.Id, row.PersonId, row.Name, DateTimeOffset.FromUnixTimeMilliseconds(row.Created), row.Body);

    private static PasskeyRow New(StorageContext db, Passkey passkey) =>
        db
            .Passkeys.Add(
                new PasskeyRow
                {
                    Id = passkey.Id,
                    PersonId = passkey.Person,
                    Name = passkey.Name,
                    Created = passkey.Created.ToUnixTimeMilliseconds(),
                    Body = passkey.Body,
                }
            )
            .Entity;
}

/// <summary>A passkey: what a phone, a computer or a key signs in with, instead of a password.</summary>
/// <param name="Id">The id of the credential, in hexadecimal.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="Body">What the sign-in has to know of it again; no secret.</param>
public sealed record Passkey(string Id, Guid Person, string Name, DateTimeOffset Created, byte[] Body);
