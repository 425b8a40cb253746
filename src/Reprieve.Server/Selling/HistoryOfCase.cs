using System.Security.Cryptography;
using Reprieve.Amazon.History;
using Reprieve.Cases;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>How the accounts of a case went in the two years before, from the files that a pull left in it for people to look at.</summary>
internal sealed class HistoryOfCase(CaseDesk desk)
{
    /// <summary>A case is of one event; an account has hardly more stores than these in a region.</summary>
    private const int MostStores = 12;

    private const string FileEnd = ".jsonl";

    /// <summary>By store; none where there is no such file.</summary>
    public async Task<IReadOnlyList<HistoryView>> OfAsync(StoredCase? stored, CancellationToken cancel)
    {
        List<HistoryView> views = [];
        foreach (StoredFile file in (stored?.Files ?? []).Where(IsHistory).OrderBy(file => file.Path).Take(MostStores))
        {
            string name = Path.GetFileName(file.Path);
            string store = name[AccountHealthHistory.FileStart.Length..^FileEnd.Length];
            views.Add(
                file.Length > AccountHealthHistory.MostBytes
                    ? HistoryView.Without(store, Say.Get("history_long", name))
                    : await ReadAsync(stored!.Id, file, (store, name), cancel)
            );
        }

        return views;
    }

    private static bool IsHistory(StoredFile file) =>
        CasePaths.IsKept(file.Path)
        && Path.GetFileName(file.Path).StartsWith(AccountHealthHistory.FileStart, StringComparison.Ordinal)
        && file.Path.EndsWith(FileEnd, StringComparison.Ordinal);

    private async Task<HistoryView> ReadAsync(
        CaseId id,
        StoredFile file,
        (string Store, string Name) of,
        CancellationToken cancel
    )
    {
        try
        {
            await using Stream content = await desk.Store.OpenFileAsync(id, file.Path, cancel: cancel);
            return HistoryView.Of(of.Store, of.Name, AccountHealthHistory.Read(content));
        }
        catch (Exception fault) when (fault is StorageException or IOException or CryptographicException)
        {
            return HistoryView.Without(of.Store, DeskFaults.Sentence(fault) ?? fault.Message);
        }
    }
}
