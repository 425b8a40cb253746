using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Desk;

/// <summary>Where cases are worked on: some lie open, each with its working folder; the rest are in the store.</summary>
internal sealed class CaseDesk(Workbench workbench, ServerOptions options, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Enough for twenty people to go back and forth; what was read of a small case takes less than a megabyte.</summary>
    private const int MostOpen = 60;

    /// <summary>Working folders lie in memory where they can, and what is read of large reports grows with them.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(900);

    private readonly ConcurrentDictionary<CaseId, OpenCase> _open = new();
    private volatile DeskSteps _steps = new(options.Knowledge, clock);

    public CaseStore Store => workbench.Cases;

    /// <summary>The cases as somebody sees them: those of clients that are not the person's are not there.</summary>
    public CaseStore SeenBy(Caller caller, ClientList clients) =>
        caller.SightOf(clients) is { } sight ? workbench.CasesSeen(sight) : Store;

    /// <summary>The cases as whoever asks sees them.</summary>
    public CaseStore SeenBy(HttpContext http) =>
        SeenBy(Caller.Of(http), http.RequestServices.GetRequiredService<ClientShelf>().All);

    public KnowledgeBase Knowledge => _steps.Knowledge;

    public TimeProvider Clock => clock;

    /// <inheritdoc cref="DeskSteps.Wording"/>
    public OwnWording Wording => _steps.Wording;

    /// <inheritdoc cref="DeskSteps.Answers"/>
    public AnswerCase Answers => _steps.Answers;

    /// <inheritdoc cref="DeskSteps.Interview"/>
    public InterviewCase Interview => _steps.Interview;

    /// <summary>Goes by other knowledge from here on; what was read by the old is forgotten.</summary>
    public void Use(KnowledgeBase knowledge)
    {
        _steps = new DeskSteps(knowledge, clock);
        foreach (OpenCase open in _open.Values)
        {
            open.Forget();
        }
    }

    /// <summary>The case in the screen's language; null when there is none of that id.</summary>
    public async Task<CaseView?> ViewAsync(CaseId id, CancellationToken cancel)
    {
        if (await Store.FindAsync(id, cancel) is not { } stored)
        {
            return null;
        }

        if (stored.Files.Count == 0)
        {
            return new CaseView(stored) { Fault = Say.Get("case_empty") };
        }

        try
        {
            return await WithAsync(id, open => open.ViewAsync(stored, Patience, cancel));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // It was deleted while it was read.
            return null;
        }
    }

    /// <summary>The case as it stands for a linked store; without work where it has none, or none of that key.</summary>
    public CaseView Linked(CaseView view, string store)
    {
        CaseWork? work = view.Work?.LinkedTo(store);
        return view with
        {
            Work = work,
            Guide = work is null ? null : _steps.Interview.Guide(work),
            Round = work is null ? null : _steps.RoundOf(work),
        };
    }

    /// <summary>Changes the case in its folder, goes through all steps, and stores the differences (see <see cref="OpenCase"/>).</summary>
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
            await WithAsync(
                id,
                async open =>
                {
                    await open.ChangeAsync(who, what, edit, then);
                    return true;
                }
            );
            return null;
        }
        catch (OperationCanceledException)
        {
            return Say.Get("reading_stopped");
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
    /// <param name="name">Whether the case is named after its notice then: it was only called after a file.</param>
    public Task SettleAsync(CaseId id, string who, bool name = false) =>
        Task.WhenAny(SettledAsync(id, who, name), Task.Delay(Patience, clock));

    /// <summary>The same to its end, however long it takes.</summary>
    public Task SettledAsync(CaseId id, string who, bool name = false) =>
        WithAsync(
            id,
            async open =>
            {
                await open.SettleAsync(who);
                return await open.Turn.TakeAsync(_ => NamedAsync(id, who, name));
            }
        );

    /// <summary>Does something to a case in the store that changes none of its files, when nothing else happens to it.</summary>
    public Task BesideAsync(CaseId id, Func<Task> work) =>
        WithAsync(
            id,
            open =>
                open.Turn.TakeAsync(async _ =>
                {
                    await work();
                    return true;
                })
        );

    /// <summary>Stops reading a case; nothing of it is changed.</summary>
    public void Stop(CaseId id)
    {
        if (_open.TryGetValue(id, out OpenCase? open))
        {
            open.Turn.Stop();
        }
    }

    /// <summary>Reads a case again that was stopped.</summary>
    public void GoOn(CaseId id)
    {
        if (_open.TryGetValue(id, out OpenCase? open))
        {
            open.GoOn();
        }
    }

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

        _steps.Dispose();
    }

    /// <summary>Does something with a case while it lies open.</summary>
    private async Task<T> WithAsync<T>(CaseId id, Func<OpenCase, Task<T>> use)
    {
        OpenCase open = _open.GetOrAdd(id, Unopened);
        while (!open.Turn.TryEnter())
        {
            // It was put away a moment ago.
            _open.TryRemove(KeyValuePair.Create(id, open));
            open = _open.GetOrAdd(id, Unopened);
        }

        try
        {
            PutAway(open);
            return await use(open);
        }
        finally
        {
            open.Turn.Leave();
        }
    }

    private OpenCase Unopened(CaseId id) => new(Store, id, () => _steps, options.Keys, clock);

    /// <summary>Puts away what was wanted longest ago until the rest is not too much; what somebody has to do with stays.</summary>
    private void PutAway(OpenCase but)
    {
        if (!IsTooMuch())
        {
            return;
        }

        foreach (KeyValuePair<CaseId, OpenCase> pair in _open.ToArray().OrderBy(pair => pair.Value.LastUsed))
        {
            if (pair.Value != but && pair.Value.Turn.TryClose() && _open.TryRemove(pair))
            {
                _ = pair.Value.DisposeAsync().AsTask();
                if (!IsTooMuch())
                {
                    return;
                }
            }
        }
    }

    private bool IsTooMuch() => _open.Count > MostOpen || _open.Values.Sum(open => open.Bytes) > MostBytes;

    private async Task<bool> NamedAsync(CaseId id, string who, bool name)
    {
        if (
            name
            && await Store.FindAsync(id) is { Summary: { Kind: not null } summary } stored
            && Words.TitleOf(summary, Knowledge) is var title
            && title != stored.Title
        )
        {
            await Store.RenameAsync(id, title, who);
        }

        return name;
    }
}
