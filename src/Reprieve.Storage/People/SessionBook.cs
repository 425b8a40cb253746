using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reprieve.Storage.Database;

namespace Reprieve.Storage;

/// <summary>
/// Who is signed in with which browser. The key is the browser's alone; here lies only its hash, so that neither the
/// database nor a backup lets anybody in.
/// </summary>
public sealed class SessionBook
{
    private const int LongestBrowser = 200;

    /// <summary>When somebody was last here is kept to the minute: not every page writes.</summary>
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(1);

    private readonly Workbench _workbench;

    internal SessionBook(Workbench workbench) => _workbench = workbench;

    /// <summary>Begins a session; those that have ended are forgotten.</summary>
    /// <param name="id">Names it in lists.</param>
    /// <param name="ticket">What the sign-in needs to know again, already protected.</param>
    public Task BeginAsync(
        string key,
        Guid id,
        Guid person,
        string browser,
        DateTimeOffset until,
        byte[] ticket,
        CancellationToken cancel = default
    )
    {
        long now = _workbench.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        return _workbench.WriteAsync(
            async db =>
            {
                await db.Sessions.Where(row => row.Until < now).ExecuteDeleteAsync(cancel);
                db.Sessions.Add(
                    new SessionRow
                    {
                        KeyHash = HashOf(key),
                        Id = id,
                        PersonId = person,
                        Started = now,
                        Seen = now,
                        Until = until.ToUnixTimeMilliseconds(),
                        Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser,
                        Ticket = ticket,
                    }
                );
                await db.SaveChangesAsync(cancel);
            },
            cancel
        );
    }

    /// <summary>The ticket of a session that stands; null when there is none. That it was seen is kept.</summary>
    public async Task<byte[]?> TicketAsync(string key, CancellationToken cancel = default)
    {
        string hash = HashOf(key);
        long now = _workbench.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        SessionRow? row;
        await using (StorageContext db = _workbench.Connect())
        {
            row = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(one => one.KeyHash == hash, cancel);
        }

        if (row is null || row.Until < now)
        {
            return null;
        }

        if (now - row.Seen >= Seldom.TotalMilliseconds)
        {
            await _workbench.WriteAsync(
                db =>
                    db.Sessions.Where(one => one.KeyHash == hash)
                        .ExecuteUpdateAsync(set => set.SetProperty(one => one.Seen, now), cancel),
                cancel
            );
        }

        return row.Ticket;
    }

    /// <summary>Gives a session another ticket and end.</summary>
    public Task RenewAsync(string key, DateTimeOffset until, byte[] ticket, CancellationToken cancel = default)
    {
        string hash = HashOf(key);
        long end = until.ToUnixTimeMilliseconds();
        return _workbench.WriteAsync(
            db =>
                db.Sessions.Where(one => one.KeyHash == hash)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(one => one.Until, end).SetProperty(one => one.Ticket, ticket),
                        cancel
                    ),
            cancel
        );
    }

    /// <summary>Ends a session by its key.</summary>
    public Task EndAsync(string key, CancellationToken cancel = default)
    {
        string hash = HashOf(key);
        return _workbench.WriteAsync(
            db => db.Sessions.Where(one => one.KeyHash == hash).ExecuteDeleteAsync(cancel),
            cancel
        );
    }

    /// <summary>Ends one session of a person, or all but one.</summary>
    /// <param name="only">The one to end; null ends all.</param>
    /// <param name="but">The one that stays; null for none.</param>
    public Task EndAsync(Guid person, Guid? only = null, Guid? but = null, CancellationToken cancel = default) =>
        _workbench.WriteAsync(
            db =>
                db.Sessions.Where(one =>
                        one.PersonId == person && (only == null || one.Id == only) && (but == null || one.Id != but)
                    )
                    .ExecuteDeleteAsync(cancel),
            cancel
        );

    /// <summary>Where a person is signed in, newest first.</summary>
    public async Task<IReadOnlyList<Session>> OfAsync(Guid person, CancellationToken cancel = default)
    {
        long now = _workbench.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using StorageContext db = _workbench.Connect();
        List<SessionRow> rows = await db
            .Sessions.AsNoTracking()
            .Where(row => row.PersonId == person && row.Until >= now)
            .OrderByDescending(row => row.Seen)
            .ToListAsync(cancel);
        return [.. rows.Select(Of)];
    }

    private static Session Of(SessionRow row) =>
        new(
            row.Id,
            row.PersonId,
            DateTimeOffset.FromUnixTimeMilliseconds(row.Started),
            DateTimeOffset.FromUnixTimeMilliseconds(row.Seen),
            DateTimeOffset.FromUnixTimeMilliseconds(row.Until),
            row.Browser
        );

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
