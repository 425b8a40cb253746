using Reprieve.Notices;

namespace Reprieve.Cases.Workflow;

/// <summary>
/// The keys a case has kept, and behind them wherever others are asked for. A signature that was verified once stays
/// verified when Amazon has long published another key, and without the network.
/// </summary>
internal sealed class KeptKeys(IDkimKeys? others) : IDkimKeys
{
    private readonly Dictionary<string, string> _kept = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the keys of a record as known, and forgets those of another; null is a case without one.</summary>
    public void Take(Case? record)
    {
        _kept.Clear();
        IEnumerable<CaseNotice> answers = record?.Rounds.Select(round => round.Answer).OfType<CaseNotice>() ?? [];
        foreach (UsedKey key in (record?.Notices ?? []).Concat(answers).SelectMany(notice => notice.Keys ?? []))
        {
            _kept.TryAdd(key.Name, key.Record);
        }
    }

    /// <inheritdoc/>
    public DkimKeyAnswer Find(string selector, string domain) =>
        _kept.TryGetValue(UsedKey.NameOf(selector, domain), out string? record)
            ? DkimKeyAnswer.Found(record)
            : others?.Find(selector, domain) ?? DkimKeyAnswer.NotAsked;
}
