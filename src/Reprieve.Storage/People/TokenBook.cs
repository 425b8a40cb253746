using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reprieve.Storage.Database;

namespace Reprieve.Storage;

/// <summary>
/// Tokens by which programs ask in the place of people, and calendars for their days. Only the hash of a token lies here: it is shown once, to whoever
/// makes it.
/// </summary>
public sealed class TokenBook
{
    /// <summary>How a token begins, so that one that leaked is recognised.</summary>
    public const string Beginning = "reprieve_";

    private const int TokenBytes = 32;

    /// <summary>When a token was last used is kept to the minute: not every request writes.</summary>
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(1);

    private readonly Workbench _workbench;

    internal TokenBook(Workbench workbench) => _workbench = workbench;

    /// <summary>Makes a token; those that have ended are forgotten.</summary>
    /// <param name="person">Whose place the program takes; null for the one on this machine.</param>
    /// <param name="client">The only client it reaches; null for all that the person sees.</param>
    /// <param name="name">What the program is called.</param>
    /// <param name="use">What it opens; nothing else opens to it.</param>
    /// <returns>The token itself.</returns>
    public async Task<string> MakeAsync(
        Guid? person,
        Guid? client,
        string name,
        DateTimeOffset until,
        TokenUse use = TokenUse.Programs,
        CancellationToken cancel = default
    )
    {
        string token =
            (use == TokenUse.Programs ? Beginning : "")
            + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        DateTimeOffset now = _workbench.Clock.GetUtcNow();
        long ended = now.ToUnixTimeMilliseconds();
        await _workbench.WriteAsync(
            async db =>
            {
                await db.Tokens.Where(row => row.Until < ended).ExecuteDeleteAsync(cancel);
                db.Tokens.Add(
                    new TokenRow
                    {
                        TokenHash = HashOf(token),
                        Id = Guid.CreateVersion7(now),
                        PersonId = person ?? Guid.Empty,
                        ClientId = client ?? Guid.Empty,
                        Name = name,
                        Use = CodeOf(use),
                        Created = ended,
                        Until = until.ToUnixTimeMilliseconds(),
                    }
                );
                await db.SaveChangesAsync(cancel);
            },
            cancel
        );
        return token;
    }

    /// <summary>The token with this text; null when there is none of that use, or it has ended. That it was used is kept.</summary>
    public async Task<ApiToken?> FindAsync(string token, TokenUse use, CancellationToken cancel = default)
    {
        string? code = CodeOf(use);
        string hash = HashOf(token);
        long now = _workbench.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        TokenRow? row;
        await using (StorageContext db = _workbench.Connect())
        {
            row = await db
                .Tokens.AsNoTracking()
                .SingleOrDefaultAsync(one => one.TokenHash == hash && one.Use == code && one.Until > now, cancel);
        }

        if (row is null)
        {
            return null;
        }

        if (now - (row.Seen ?? 0) >= Seldom.TotalMilliseconds)
        {
            await _workbench.WriteAsync(
                db =>
                    db.Tokens.Where(one => one.TokenHash == hash)
                        .ExecuteUpdateAsync(set => set.SetProperty(one => one.Seen, now), cancel),
                cancel
            );
        }

        return Of(row);
    }

    /// <summary>The tokens of a person that hold, newest first.</summary>
    /// <param name="person">Null for the one on this machine.</param>
    public async Task<IReadOnlyList<ApiToken>> OfAsync(Guid? person, TokenUse use, CancellationToken cancel = default)
    {
        string? code = CodeOf(use);
        Guid of = person ?? Guid.Empty;
        long now = _workbench.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using StorageContext db = _workbench.Connect();
        List<TokenRow> rows = await db
            .Tokens.AsNoTracking()
            .Where(row => row.PersonId == of && row.Use == code && row.Until > now)
            .OrderByDescending(row => row.Created)
            .ToListAsync(cancel);
        return [.. rows.Select(Of)];
    }

    /// <summary>Ends a token of a person, or all.</summary>
    /// <param name="only">The one to end; null ends all.</param>
    public Task EndAsync(Guid? person, Guid? only = null, CancellationToken cancel = default)
    {
        Guid of = person ?? Guid.Empty;
        return _workbench.WriteAsync(
            db =>
                db.Tokens.Where(row => row.PersonId == of && (only == null || row.Id == only))
                    .ExecuteDeleteAsync(cancel),
            cancel
        );
    }

    private static ApiToken Of(TokenRow row) =>
        new(
            row.Id,
            row.PersonId == Guid.Empty ? null : row.PersonId,
            row.ClientId == Guid.Empty ? null : row.ClientId,
            row.Name,
            DateTimeOffset.FromUnixTimeMilliseconds(row.Created),
            row.Seen is { } seen ? DateTimeOffset.FromUnixTimeMilliseconds(seen) : null,
            DateTimeOffset.FromUnixTimeMilliseconds(row.Until)
        );

    private static string? CodeOf(TokenUse use) => use == TokenUse.Calendar ? "calendar" : null;

    private static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>What a token opens.</summary>
public enum TokenUse
{
    /// <summary>All that programs ask for, in the place of a person.</summary>
    Programs,

    /// <summary>The calendar of the days that a person sees, to read.</summary>
    Calendar,
}

/// <summary>What a program asks by in the place of a person.</summary>
/// <param name="Person">Null for the one on this machine.</param>
/// <param name="Client">The only client it reaches; null for all that the person sees.</param>
/// <param name="Name">What the program is called.</param>
/// <param name="Seen">When it was used last, to the minute; null when it never was.</param>
public sealed record ApiToken(
    Guid Id,
    Guid? Person,
    Guid? Client,
    string Name,
    DateTimeOffset Created,
    DateTimeOffset? Seen,
    DateTimeOffset Until
);
