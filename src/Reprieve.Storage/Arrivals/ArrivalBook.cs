using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

/// <summary>
/// Mails that arrived in watched mailboxes, each once, encrypted with the key of the client. The mail itself is kept until it is
/// sorted; then it lies in its case, or is gone.
/// </summary>
public sealed class ArrivalBook
{
    private const int MostLines = 200;

    private readonly Workbench _workbench;

    internal ArrivalBook(Workbench workbench) => _workbench = workbench;

    /// <summary>Keeps a mail, durably when the call returns; one that is known stays as it is.</summary>
    /// <param name="identity">What tells the mail apart from all others, however it was delivered.</param>
    /// <returns>False when it was known.</returns>
    public async Task<bool> KeepAsync(
        Arrival arrival,
        string identity,
        ReadOnlyMemory<byte> mail,
        CancellationToken cancel = default
    )
    {
        Guid owner = arrival.Client ?? Guid.Empty;
        CaseKey key = new(_workbench.Keys.Clients.Of(owner));
        string print = key.NameOf("arrival", identity);
        bool kept = false;
        await _workbench.WriteAsync(
            async db =>
            {
                if (await db.Arrivals.AnyAsync(row => row.ClientId == owner && row.Print == print, cancel))
                {
                    return;
                }

                db.Arrivals.Add(
                    new ArrivalRow
                    {
                        Id = arrival.Id,
                        ClientId = owner,
                        Print = print,
                        At = arrival.At.ToUnixTimeMilliseconds(),
                        State = arrival.State.Code(),
                        CaseId = arrival.Case?.Value,
                        Body = Sealed(key, arrival),
                        Mail = key.Seal(mail.Span, MailPlace(arrival.Id)),
                    }
                );
                await db.SaveChangesAsync(cancel);
                kept = true;
            },
            cancel
        );
        return kept;
    }

    /// <summary>Arrivals in some states, the newest first.</summary>
    /// <param name="clients">Of which clients, null among them for none; null for all.</param>
    /// <exception cref="StorageException">Their key is gone, or a row was changed.</exception>
    public async Task<IReadOnlyList<Arrival>> ListAsync(
        IReadOnlyList<Guid?>? clients,
        IReadOnlyList<ArrivalState> states,
        int most = MostLines,
        CancellationToken cancel = default
    )
    {
        await using StorageContext db = _workbench.Connect();
        List<ArrivalRow> rows = await In(db, clients, states)
            .OrderByDescending(row => row.At)
            .ThenBy(row => row.Id)
            .Take(Math.Clamp(most, 0, MostLines))
            .Select(WithoutMail)
            .ToListAsync(cancel);
        return [.. rows.Select(Opened)];
    }

    /// <summary>How many arrivals are in some states.</summary>
    public async Task<int> CountAsync(
        IReadOnlyList<Guid?>? clients,
        IReadOnlyList<ArrivalState> states,
        CancellationToken cancel = default
    )
    {
        await using StorageContext db = _workbench.Connect();
        return await In(db, clients, states).CountAsync(cancel);
    }

    /// <summary>Arrivals of a client that are not sorted yet, the oldest first.</summary>
    public async Task<IReadOnlyList<Arrival>> NewAsync(Guid? client, CancellationToken cancel = default)
    {
        Guid owner = client ?? Guid.Empty;
        string state = ArrivalState.New.Code();
        await using StorageContext db = _workbench.Connect();
        List<ArrivalRow> rows = await db
            .Arrivals.AsNoTracking()
            .Where(row => row.ClientId == owner && row.State == state)
            .OrderBy(row => row.At)
            .ThenBy(row => row.Id)
            .Select(WithoutMail)
            .ToListAsync(cancel);
        return [.. rows.Select(Opened)];
    }

    /// <summary>One arrival; null when there is none of that id.</summary>
    public async Task<Arrival?> FindAsync(Guid id, CancellationToken cancel = default)
    {
        await using StorageContext db = _workbench.Connect();
        ArrivalRow? row = await db
            .Arrivals.AsNoTracking()
            .Where(one => one.Id == id)
            .Select(WithoutMail)
            .SingleOrDefaultAsync(cancel);
        return row is null ? null : Opened(row);
    }

    /// <summary>The mail, byte by byte as it came; null when it is not kept any more.</summary>
    public async Task<byte[]?> MailAsync(Guid id, CancellationToken cancel = default)
    {
        await using StorageContext db = _workbench.Connect();
        var row = await db
            .Arrivals.AsNoTracking()
            .Where(one => one.Id == id)
            .Select(one => new { one.ClientId, one.Mail })
            .SingleOrDefaultAsync(cancel);
        return row?.Mail is { } mail ? Guarded(() => KeyOf(row.ClientId).Open(mail, MailPlace(id))) : null;
    }

    /// <summary>Writes down what became of an arrival. In a case or set aside, the mail itself is kept here no longer.</summary>
    /// <param name="before">What it was; where somebody sorted it meanwhile nothing is written.</param>
    /// <returns>False when it was sorted meanwhile, or is gone.</returns>
    public async Task<bool> SettleAsync(Arrival settled, ArrivalState before, CancellationToken cancel = default)
    {
        bool done = false;
        string was = before.Code();
        bool keeps = settled.State is ArrivalState.New or ArrivalState.ToSort or ArrivalState.Flagged;
        Arrival kept = settled.State == ArrivalState.SetAside ? settled with { Message = null } : settled;
        await _workbench.WriteAsync(
            async db =>
            {
                ArrivalRow? row = await db.Arrivals.SingleOrDefaultAsync(
                    one => one.Id == settled.Id && one.State == was,
                    cancel
                );
                if (row is null)
                {
                    return;
                }

                row.State = kept.State.Code();
                row.CaseId = kept.Case?.Value;
                row.Body = Sealed(KeyOf(row.ClientId), kept);
                row.Mail = keeps ? row.Mail : null;
                await db.SaveChangesAsync(cancel);
                done = true;
            },
            cancel
        );
        return done;
    }

    /// <summary>Forgets a mail, and that it came.</summary>
    public Task RemoveAsync(Guid id, CancellationToken cancel = default) =>
        _workbench.WriteAsync(db => db.Arrivals.Where(row => row.Id == id).ExecuteDeleteAsync(cancel), cancel);

    private static IQueryable<ArrivalRow> In(
        StorageContext db,
        IReadOnlyList<Guid?>? clients,
        IReadOnlyList<ArrivalState> states
    )
    {
        List<string> codes = [.. states.Select(state => state.Code())];
        IQueryable<ArrivalRow> found = db.Arrivals.AsNoTracking().Where(row => codes.Contains(row.State));
        List<Guid> owners = [.. clients?.Select(client => client ?? Guid.Empty) ?? []];
        return clients is null ? found : found.Where(row => owners.Contains(row.ClientId));
    }

    /// <summary>The mail of a row may be large: lists leave it where it is.</summary>
    private static readonly System.Linq.Expressions.Expression<Func<ArrivalRow, ArrivalRow>> WithoutMail =
        row => new ArrivalRow
        {
            Id = row.Id,
            ClientId = row.ClientId,
            Print = row.Print,
            At = row.At,
            State = row.State,
            CaseId = row.CaseId,
            Body = row.Body,
        };

    private Arrival Opened(ArrivalRow row) =>
        Guarded(() =>
        {
            ArrivalBody body =
                JsonSerializer.Deserialize(
                    KeyOf(row.ClientId).Open(row.Body, Place(row.Id)),
                    ArrivalJson.Default.ArrivalBody
                ) ?? throw new JsonException();
            return new Arrival
            {
                Id = row.Id,
                Client = row.ClientId == Guid.Empty ? null : row.ClientId,
                At = DateTimeOffset.FromUnixTimeMilliseconds(row.At),
                State = Enum.GetValues<ArrivalState>().First(state => state.Code() == row.State),
                Case = row.CaseId is { } id ? new CaseId(id) : null,
                Message = body.Message,
                SortedBy = body.SortedBy,
            };
        });

    private static byte[] Sealed(CaseKey key, Arrival arrival) =>
        key.Seal(
            JsonSerializer.SerializeToUtf8Bytes(
                new ArrivalBody(arrival.Message, arrival.SortedBy),
                ArrivalJson.Default.ArrivalBody
            ),
            Place(arrival.Id)
        );

    private CaseKey KeyOf(Guid owner) =>
        _workbench.Keys.Clients.Find(owner) is { } known
            ? new CaseKey(known)
            : throw new StorageException(Say.Texts.Get("Arrival_Key"));

    private static T Guarded<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            throw new StorageException(Say.Texts.Get("Arrival_Changed"), fault);
        }
    }

    private static string Place(Guid id) => $"arrival {id}";

    private static string MailPlace(Guid id) => $"arrived mail {id}";
}

/// <summary>What is sealed of an arrival.</summary>
internal sealed record ArrivalBody(ArrivedMessage? Message, string? SortedBy);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ArrivalBody))]
internal sealed partial class ArrivalJson : JsonSerializerContext;
