using System.Collections.Concurrent;
using System.Security.Cryptography;
using Reprieve.Answers.Matching;
using Reprieve.Cases;
using Reprieve.Notices;
using Reprieve.Server.Desk;
using Reprieve.Server.Mailing;
using Reprieve.Storage;

namespace Reprieve.Server.Watching;

/// <summary>
/// What mails are held against: the messages of a client's cases and when their last rounds went out. It is read from what is
/// stored, and again only when a case changed.
/// </summary>
internal sealed class CaseMatches(Workbench workbench, ClientShelf clients, MailReading reading)
{
    private const int Page = 200;

    private readonly ConcurrentDictionary<CaseId, (int Revision, IReadOnlyList<KnownCase<CaseId>> Cases)> _known =
        new();

    /// <summary>The cases of a client, or with null those that have none; a case with linked stores is there once for each.</summary>
    public async Task<IReadOnlyList<KnownCase<CaseId>>> OfAsync(Guid? client, CancellationToken cancel)
    {
        List<KnownCase<CaseId>> all = [];
        foreach (CaseLine line in await LinesAsync(client, cancel))
        {
            all.AddRange(await OfAsync(line, cancel));
        }

        return all;
    }

    /// <summary>The cases of a client as lists show them; with null those that have none.</summary>
    public async Task<IReadOnlyList<CaseLine>> LinesAsync(Guid? client, CancellationToken cancel)
    {
        IReadOnlyList<Guid?> stores =
        [
            .. clients.All.Stores.Where(store => store.Client == client).Select(store => (Guid?)store.Id),
            .. client is null ? [(Guid?)null] : Array.Empty<Guid?>(),
        ];
        List<CaseLine> lines = [];
        while (true)
        {
            var query = new CaseQuery
            {
                Accounts = stores,
                Skip = lines.Count,
                Take = Page,
            };
            CasePage page = await workbench.Cases.ListAsync(query, cancel);
            lines.AddRange(page.Lines);
            if (page.Lines.Count < Page)
            {
                return [.. lines.DistinctBy(line => line.Id)];
            }
        }
    }

    private async Task<IReadOnlyList<KnownCase<CaseId>>> OfAsync(CaseLine line, CancellationToken cancel)
    {
        if (
            _known.TryGetValue(line.Id, out (int Revision, IReadOnlyList<KnownCase<CaseId>> Cases) known)
            && known.Revision == line.Revision
        )
        {
            return known.Cases;
        }

        IReadOnlyList<KnownCase<CaseId>> cases;
        try
        {
            cases = await ReadAsync(line.Id, cancel);
        }
        catch (Exception fault) when (fault is StorageException or CryptographicException or IOException)
        {
            // Its page says so; nothing can be put into it.
            cases = [];
        }

        _known[line.Id] = (line.Revision, cases);
        return cases;
    }

    private async Task<IReadOnlyList<KnownCase<CaseId>>> ReadAsync(CaseId id, CancellationToken cancel)
    {
        if (await workbench.Cases.FindAsync(id, cancel) is not { } stored)
        {
            return [];
        }

        List<Diagnosis> messages = [];
        foreach (string path in MessagesIn(stored))
        {
            await using Stream content = await workbench.Cases.OpenFileAsync(id, path, cancel: cancel);
            if (reading.Read(content, path) is { } message)
            {
                messages.Add(message);
            }
        }

        List<KnownCase<CaseId>> cases = [Known(id, stored.Record, messages)];
        foreach (StoredFile file in stored.Files.Where(file => LeavingMails.KeyIn(file.Path) is not null))
        {
            if (await LeavingMails.RecordAsync(workbench.Cases, id, file.Path, cancel) is { } linked)
            {
                cases.Add(Known(id, linked, [.. messages.Where(one => IsOf(one, linked))]));
            }
        }

        return cases;
    }

    /// <summary>The messages that the steps read, and those that were put in and are not read yet.</summary>
    private static IEnumerable<string> MessagesIn(StoredCase stored)
    {
        HashSet<string> read = [.. stored.Record.Notices.Select(notice => notice.Path)];
        return stored.Files.Select(file => file.Path).Where(path => read.Contains(path) || ArrivalFiles.IsOne(path));
    }

    private static KnownCase<CaseId> Known(CaseId id, Case record, IReadOnlyList<Diagnosis> messages) =>
        new(
            id,
            new MatchContext
            {
                Marketplace = record.Marketplace,
                Messages = [.. messages.OrderBy(message => message.Date)],
                SentAt = record.Rounds is [.., var last] ? last.Sent.At : null,
            }
        );

    private static bool IsOf(Diagnosis message, Case linked) =>
        message.Marketplace is null || linked.Marketplace is null || message.Marketplace == linked.Marketplace;
}
