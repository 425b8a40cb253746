using System.Text.Json;
using Reprieve.Cases;
using Reprieve.Storage;

namespace Reprieve.Server.Mailing;

/// <summary>A mail with an answer that leaves a case.</summary>
/// <param name="Store">Key of the linked store whose answer it is; null for the case's own.</param>
/// <param name="Mail">As the record has it.</param>
internal sealed record LeavingOfStore(string? Store, LeavingMail Mail);

/// <summary>Finds the mails that leave a case in what is stored of it, without reading the case.</summary>
internal static class LeavingMails
{
    private const string LinkedPrefix = $"{CasePaths.OutputName}-";
    private const string LinkedEnding = $"/{CasePaths.RecordName}";

    /// <summary>The mails of the case's own answer and of the linked stores.</summary>
    /// <exception cref="StorageException">A record cannot be opened.</exception>
    public static async Task<IReadOnlyList<LeavingOfStore>> OfAsync(
        CaseStore store,
        StoredCase stored,
        CancellationToken cancel
    )
    {
        List<LeavingOfStore> found = [];
        if (stored.Record.Leaving is { } own)
        {
            found.Add(new LeavingOfStore(null, own));
        }

        foreach (StoredFile file in stored.Files)
        {
            if (
                KeyIn(file.Path) is { } key
                && await RecordAsync(store, stored.Id, file.Path, cancel) is { Leaving: { } mail }
            )
            {
                found.Add(new LeavingOfStore(key, mail));
            }
        }

        return found;
    }

    /// <summary>The key of the linked store whose record lies at a path; null where it is none.</summary>
    internal static string? KeyIn(string path)
    {
        if (
            !path.StartsWith(LinkedPrefix, StringComparison.Ordinal)
            || !path.EndsWith(LinkedEnding, StringComparison.Ordinal)
        )
        {
            return null;
        }

        string key = path[LinkedPrefix.Length..^LinkedEnding.Length];
        return CasePaths.IsStoreKey(key) ? key : null;
    }

    /// <summary>The record of a linked store; null where it cannot be read.</summary>
    internal static async Task<Case?> RecordAsync(CaseStore store, CaseId id, string path, CancellationToken cancel)
    {
        await using Stream content = await store.OpenFileAsync(id, path, cancel: cancel);
        using var reader = new StreamReader(content);
        try
        {
            return CaseJson.Deserialize(await reader.ReadToEndAsync(cancel));
        }
        catch (JsonException)
        {
            // The page of the case says so.
            return null;
        }
    }
}
