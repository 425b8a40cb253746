using Microsoft.EntityFrameworkCore;
using Reprieve.Storage.Database;

namespace Reprieve.Storage;

/// <summary>What programs were answered, by their own name for the request: one that is sent again is not done again.</summary>
public sealed class ReplyBook
{
    /// <summary>For how long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    private readonly Workbench _workbench;

    internal ReplyBook(Workbench workbench) => _workbench = workbench;

    /// <summary>Begins a request; what was begun longer ago than <see cref="Kept"/> is forgotten.</summary>
    /// <param name="key">The program's own name for the request.</param>
    /// <param name="request">SHA-256 of what is asked.</param>
    /// <returns>What was begun by that name before; null when this is the first time.</returns>
    public async Task<Reply?> BeginAsync(Guid token, string key, string request, CancellationToken cancel = default)
    {
        long now = _workbench.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        long old = now - (long)Kept.TotalMilliseconds;
        Reply? before = null;
        await _workbench.WriteAsync(
            async db =>
            {
                await db.Replies.Where(row => row.At < old).ExecuteDeleteAsync(cancel);
                if (await db.Replies.FindAsync([token, key], cancel) is { } row)
                {
                    before = new Reply(row.Request, row.Status, row.Type, row.Location, row.Body ?? []);
                    return;
                }

                db.Replies.Add(
                    new ReplyRow
                    {
                        TokenId = token,
                        Key = key,
                        Request = request,
                        At = now,
                    }
                );
                await db.SaveChangesAsync(cancel);
            },
            cancel
        );
        return before;
    }

    /// <summary>Keeps what a request was answered.</summary>
    public Task EndAsync(Guid token, string key, Reply reply) =>
        _workbench.WriteAsync(
            db =>
                db.Replies.Where(row => row.TokenId == token && row.Key == key)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(row => row.Status, reply.Status)
                            .SetProperty(row => row.Type, reply.Type)
                            .SetProperty(row => row.Location, reply.Location)
                            .SetProperty(row => row.Body, reply.Body)
                    ),
            CancellationToken.None
        );
}

/// <summary>What a program was answered.</summary>
/// <param name="Request">SHA-256 of what was asked.</param>
/// <param name="Status">Null while it is being answered, or when that never came to an end.</param>
/// <param name="Type">Media type of the body; null for none.</param>
/// <param name="Location">Where what was made is found; null for nowhere.</param>
/// <param name="Body">Sealed by whoever keeps it: it may hold what is shown once.</param>
public sealed record Reply(string Request, int? Status, string? Type, string? Location, byte[] Body);
