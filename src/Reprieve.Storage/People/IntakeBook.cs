using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Database;

namespace Reprieve.Storage;

/// <summary>
/// Links by which a client brings papers and answers to one case, without an account. Only the hash of a link's token lies
/// here: the link is shown once, to whoever makes it.
/// </summary>
public sealed class IntakeBook
{
    private const int TokenBytes = 32;

    private readonly Workbench _workbench;

    internal IntakeBook(Workbench workbench) => _workbench = workbench;

    /// <summary>Makes a link.</summary>
    /// <param name="name">Who is to bring something, for the timeline.</param>
    /// <returns>The token that the link holds.</returns>
    public async Task<string> OpenAsync(
        CaseId id,
        string name,
        DateTimeOffset until,
        string who,
        CancellationToken cancel = default
    )
    {
        string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        DateTimeOffset now = _workbench.Clock.GetUtcNow();
        await _workbench.WriteAsync(
            async db =>
            {
                db.Intakes.Add(
                    new IntakeRow
                    {
                        TokenHash = HashOf(token),
                        Id = Guid.CreateVersion7(now),
                        CaseId = id.Value,
                        Name = name,
                        Created = now.ToUnixTimeMilliseconds(),
                        Until = until.ToUnixTimeMilliseconds(),
                    }
                );
                await db.SaveChangesAsync(cancel);
            },
            cancel
        );
        await _workbench.Cases.NoteAsync(
            id,
            who,
            "link_made",
            new Dictionary<string, string> { ["for"] = name },
            cancel
        );
        return token;
    }

    /// <summary>The link with this token; null when there is none, or it is over.</summary>
    public async Task<IntakeLink?> FindAsync(string token, CancellationToken cancel = default)
    {
        string hash = HashOf(token);
        long now = _workbench.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using StorageContext db = _workbench.Connect();
        IntakeRow? row = await db
            .Intakes.AsNoTracking()
            .SingleOrDefaultAsync(one => one.TokenHash == hash && one.Until > now, cancel);
        return row is null ? null : Of(row);
    }

    /// <summary>The links of a case that hold, newest first.</summary>
    public async Task<IReadOnlyList<IntakeLink>> OfAsync(CaseId id, CancellationToken cancel = default)
    {
        long now = _workbench.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using StorageContext db = _workbench.Connect();
        List<IntakeRow> rows = await db
            .Intakes.AsNoTracking()
            .Where(one => one.CaseId == id.Value && one.Until > now)
            .OrderByDescending(one => one.Created)
            .ToListAsync(cancel);
        return [.. rows.Select(Of)];
    }

    /// <summary>Ends a link of a case; one that has ended stays so.</summary>
    public async Task CloseAsync(CaseId id, Guid link, string who, CancellationToken cancel = default)
    {
        IntakeLink? closed = (await OfAsync(id, cancel)).FirstOrDefault(one => one.Id == link);
        if (closed is null)
        {
            return;
        }

        await _workbench.WriteAsync(
            db => db.Intakes.Where(one => one.CaseId == id.Value && one.Id == link).ExecuteDeleteAsync(cancel),
            cancel
        );
        var details = new Dictionary<string, string> { ["for"] = closed.Name };
        await _workbench.Cases.NoteAsync(id, who, "link_ended", details, cancel);
    }

    private static IntakeLink Of(IntakeRow row) =>
        new(
            row.Id,
            new CaseId(row.CaseId),
            row.Name,
            DateTimeOffset.FromUnixTimeMilliseconds(row.Created),
            DateTimeOffset.FromUnixTimeMilliseconds(row.Until)
        );

    private static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>A link by which a client brings papers and answers to one case.</summary>
/// <param name="Name">Who is to bring something.</param>
public sealed record IntakeLink(Guid Id, CaseId Case, string Name, DateTimeOffset Created, DateTimeOffset Until);
