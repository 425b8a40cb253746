using System.Collections.Concurrent;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Server.Desk;

/// <summary>Where cases are worked on: a few lie open, each with its working folder; the rest are in the store.</summary>
internal sealed class CaseDesk(Workbench workbench, ServerOptions options, TimeProvider clock) : IAsyncDisposable
{
    private const int MostOpen = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);

    private readonly ConcurrentDictionary<CaseId, OpenCase> _open = new();
    private WholeCase _steps = new(options.Knowledge, clock);

    public CaseStore Store => workbench.Cases;

    public KnowledgeBase Knowledge => _steps.Knowledge;

    public TimeProvider Clock => clock;

    /// <summary>Writes and checks answers.</summary>
    public AnswerCase Answers => new(Knowledge, clock);

    /// <summary>Goes by other knowledge from here on; what was read by the old is forgotten.</summary>
    public void Use(KnowledgeBase knowledge)
    {
        _steps = new WholeCase(knowledge, clock);
        foreach (OpenCase open in _open.Values)
        {
            open.Forget();
        }
    }

    /// <summary>The case in the screen's language; null when there is none of that id.</summary>
    public async Task<CaseView?> ViewAsync(CaseId id, CancellationToken cancel) =>
        await Store.FindAsync(id, cancel) is not { } stored ? null
        : stored.Files.Count == 0 ? new CaseView(stored) { Fault = Say.Get("case_empty") }
        : await Opened(id).ViewAsync(stored, Patience, cancel);

    /// <inheritdoc cref="OpenCase.ChangeAsync"/>
    /// <returns>Why it could not be done, for people; null when it was.</returns>
    public async Task<string?> TryAsync(
        CaseId id,
        string who,
        string what,
        Func<LaidOutCase, bool>? edit = null,
        Func<CaseWork, CaseWork>? then = null
    )
    {
        try
        {
            await Opened(id).ChangeAsync(who, what, edit, then);
            return null;
        }
        catch (Exception fault) when (DeskFaults.Sentence(fault) is { } sentence)
        {
            return sentence;
        }
    }

    /// <summary>
    /// Goes through all steps and writes the package and what lists show; a case that cannot be read stays as it is. What
    /// takes long goes on behind the page, which shows how far it is.
    /// </summary>
    public Task SettleAsync(CaseId id, string who) =>
        Task.WhenAny(Task.Run(() => TryAsync(id, who, "")), Task.Delay(Patience, clock));

    /// <summary>Takes a case off the desk and out of the store.</summary>
    public async Task DeleteAsync(CaseId id, string who, CancellationToken cancel)
    {
        if (_open.TryRemove(id, out OpenCase? open))
        {
            await open.DisposeAsync();
        }

        await Store.DeleteAsync(id, who, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (OpenCase open in _open.Values)
        {
            await open.DisposeAsync();
        }
    }

    private OpenCase Opened(CaseId id)
    {
        OpenCase open = _open.GetOrAdd(id, _ => new OpenCase(Store, id, () => _steps, options.Keys, clock));
        if (_open.Count > MostOpen)
        {
            PutAway(open);
        }

        return open;
    }

    /// <summary>Puts the one away that was wanted longest ago.</summary>
    private void PutAway(OpenCase but)
    {
        KeyValuePair<CaseId, OpenCase> oldest = _open
            .Where(pair => pair.Value != but && !pair.Value.IsBusy)
            .MinBy(pair => pair.Value.LastUsed);
        if (oldest.Value is { } open && _open.TryRemove(oldest))
        {
            _ = open.DisposeAsync().AsTask();
        }
    }
}
