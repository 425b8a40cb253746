using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

public sealed partial class CaseStore
{
    /// <summary>
    /// How much of an answer was also sent for another client: the largest share of its word groups that one answer of
    /// another client has. Nothing tells whose that is, so it may be said to somebody who does not see that client.
    /// </summary>
    /// <param name="groups">Hashes of the answer's own word groups.</param>
    /// <returns>From 0 to 1; 0 for a case without a client, which nobody else's case can be told from.</returns>
    public async Task<double> SharedAsync(CaseId id, IReadOnlySet<uint> groups, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(groups);
        // Asked of all clients, whoever asks: a share is all that comes of it.
        await using StorageContext db = _workbench.Connect();
        Guid? client = await db
            .Cases.Where(one => one.Id == id.Value)
            .Join(db.Accounts, one => one.AccountId, account => account.Id, (_, account) => account.ClientId)
            .SingleOrDefaultAsync(cancel);
        if (client is null || groups.Count == 0)
        {
            return 0;
        }

        ulong[] own = _workbench.Prints.Of(groups);
        IAsyncEnumerable<byte[]> others = db
            .Prints.Join(db.Cases, print => print.CaseId, one => one.Id, (print, one) => new { print, one.AccountId })
            .Join(
                db.Accounts,
                pair => pair.AccountId,
                account => account.Id,
                (pair, account) => new { pair.print.Groups, account.ClientId }
            )
            .Where(sent => sent.ClientId != null && sent.ClientId != client)
            .Select(sent => sent.Groups)
            .AsAsyncEnumerable();
        double most = 0;
        await foreach (byte[] other in others.WithCancellation(cancel))
        {
            most = Math.Max(most, Shared(own, other));
        }

        return most;
    }

    /// <summary>Keeps what was sent in rounds that have no print yet.</summary>
    private async Task KeepPrintsAsync(CaseChange change, IReadOnlyList<SentGroups> sent, CancellationToken cancel)
    {
        foreach (SentGroups round in sent)
        {
            if (await change.Database.Prints.FindAsync([change.Row.Id, round.Store, round.Round], cancel) is null)
            {
                byte[] groups = Bytes(_workbench.Prints.Of(round.Groups).Take(PrintSecret.Most));
                change.Database.Prints.Add(
                    new PrintRow
                    {
                        CaseId = change.Row.Id,
                        Store = round.Store,
                        Round = round.Round,
                        Groups = groups,
                    }
                );
            }
        }
    }

    /// <summary>Of a text that was kept in part, only what would have been kept too is held against it.</summary>
    private static double Shared(ulong[] own, byte[] print)
    {
        HashSet<ulong> other = new(print.Length / sizeof(ulong));
        for (int at = 0; at + sizeof(ulong) <= print.Length; at += sizeof(ulong))
        {
            other.Add(BinaryPrimitives.ReadUInt64BigEndian(print.AsSpan(at)));
        }

        ulong last = other.Count < PrintSecret.Most ? ulong.MaxValue : other.Max();
        int compared = own.Count(hash => hash <= last);
        return compared == 0 ? 0 : (double)own.Count(hash => hash <= last && other.Contains(hash)) / compared;
    }

    private static byte[] Bytes(IEnumerable<ulong> hashes)
    {
        using var bytes = new MemoryStream();
        Span<byte> one = stackalloc byte[sizeof(ulong)];
        foreach (ulong hash in hashes)
        {
            BinaryPrimitives.WriteUInt64BigEndian(one, hash);
            bytes.Write(one);
        }

        return bytes.ToArray();
    }
}

/// <summary>The own word groups of an answer that was sent.</summary>
/// <param name="Round">From 1.</param>
public sealed record SentGroups(int Round, IReadOnlySet<uint> Groups)
{
    /// <summary>Key of the linked store that it was sent for; empty for the case's own answer.</summary>
    public string Store { get; init; } = "";
}
