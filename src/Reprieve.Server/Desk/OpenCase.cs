using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Server.Desk;

/// <summary>
/// A case that lies on the desk: its working folder, and what was read from it in each language. One thing at a time
/// happens to it.
/// </summary>
internal sealed class OpenCase(CaseStore store, CaseId id, Func<DeskSteps> steps, IDkimKeys? keys, TimeProvider clock)
    : IAsyncDisposable,
        IProgress<ReviewProgress>
{
    /// <summary>How often something is done again when a change of somebody else came first.</summary>
    private const int MostTries = 3;

    private readonly Dictionary<string, Task<CaseView>> _views = [];
    private CheckedOutCase? _folder;
    private ReviewProgress? _progress;
    private Task? _settling;

    /// <summary>Whose turn it is with the case.</summary>
    public CaseTurn Turn { get; } = new();

    /// <summary>When it was last wanted.</summary>
    public long LastUsed { get; private set; }

    /// <summary>Bytes of the files that lie in its working folder.</summary>
    public long Bytes { get; private set; }

    void IProgress<ReviewProgress>.Report(ReviewProgress value) => _progress = value;

    /// <summary>The case in the screen's language; a view without work when that takes longer than the patience.</summary>
    public async Task<CaseView> ViewAsync(StoredCase stored, TimeSpan patience, CancellationToken cancel)
    {
        LastUsed = clock.GetTimestamp();
        if (Turn.Stopped == stored.Revision)
        {
            return new CaseView(stored) { IsStopped = true };
        }

        Task<CaseView> view = Begun(stored);
        Task first = await Task.WhenAny(view, Task.Delay(patience, clock, cancel));
        // One that was stopped and is read again has ended without a view.
        return first == view && !view.IsCanceled
            ? (await view) with
            {
                Stored = stored,
            }
            : new CaseView(stored) { Progress = _progress };
    }

    /// <summary>Changes the case in its folder, goes through all steps, and stores the differences.</summary>
    /// <param name="what">Code of the event for the timeline; empty where the steps write their own.</param>
    /// <param name="edit">What is changed in the folder first; false from it leaves the case as it was.</param>
    /// <param name="then">What is done with the case after the steps: recording that it was sent, say.</param>
    /// <exception cref="CaseException">It cannot be done; nothing is stored.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; nothing is stored.</exception>
    public Task ChangeAsync(string who, string what, Func<LaidOutCase, bool>? edit, Func<CaseWork, CaseWork>? then)
    {
        LastUsed = clock.GetTimestamp();
        return Turn.TakeAsync(async cancel =>
        {
            try
            {
                await ChangeAsync(who, what, edit, then, cancel);
                return true;
            }
            catch
            {
                // What was half done lies in the working folder only: it is laid out anew next time.
                await DropFolderAsync();
                Forget();
                throw;
            }
        });
    }

    /// <summary>
    /// Goes through all steps and stores what they write, once however many ask for it meanwhile; a case that was stopped,
    /// or cannot be read, stays as it is.
    /// </summary>
    public Task SettleAsync(string who)
    {
        lock (_views)
        {
            return _settling is { IsCompleted: false } ? _settling : _settling = Task.Run(() => SettleOnceAsync(who));
        }
    }

    /// <summary>Reads the case again after it was stopped.</summary>
    public void GoOn()
    {
        Turn.GoOn();
        Forget();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Turn.DisposeAsync();
        if (_settling is { } settling)
        {
            // It ends by itself now; after it nothing asks the database any more.
            await Task.WhenAny(settling);
        }

        await DropFolderAsync();
    }

    private async Task SettleOnceAsync(string who)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            try
            {
                if (await store.FindAsync(id) is { } stored && stored.Revision != Turn.Stopped)
                {
                    await ChangeAsync(who, "", null, null);
                }

                return;
            }
            catch (CaseChangedException)
            {
                // More files came while these were read.
            }
            catch (OperationCanceledException) when (Turn.IsClosed)
            {
                return;
            }
            catch (OperationCanceledException) when (Turn.Stopped is null)
            {
                // It was stopped, and is to go on.
            }
            catch (Exception fault) when (fault is OperationCanceledException || DeskFaults.Sentence(fault) is not null)
            {
                // The page says so when it reads the case itself.
                return;
            }
        }
    }

    private async Task ChangeAsync(
        string who,
        string what,
        Func<LaidOutCase, bool>? edit,
        Func<CaseWork, CaseWork>? then,
        CancellationToken cancel
    )
    {
        DeskSteps now = steps();
        (CheckedOutCase folder, StoredCase before) = await FreshAsync(cancel);
        var laid = new LaidOutCase(
            folder.Paths,
            () => Known(before) ?? now.Whole.Look(folder.Paths, keys, this, cancel).Work
        );
        if (edit is not null && !await Task.Run(() => edit(laid), cancel))
        {
            return;
        }

        CaseWork work = await Figures.StepsAsync(
            "write",
            () => now.InTurnAsync(() => now.Whole.Write(folder.Paths, keys, this, cancel), cancel)
        );
        work = then?.Invoke(work) ?? work;
        StoredCase stored = await store.CheckInAsync(
            folder,
            CaseSummary.Of(work, now.Knowledge, clock),
            who,
            what,
            sent: now.SentOf(work),
            cancel: cancel
        );
        Forget();
        if (then is null && now == steps())
        {
            Keep(now.ViewOf(stored, work, PagesIn(work)));
        }
    }

    /// <summary>Forgets what was read: it changed, or knowledge did.</summary>
    public void Forget()
    {
        lock (_views)
        {
            _views.Clear();
        }

        _progress = null;
    }

    private Task<CaseView> Begun(StoredCase stored)
    {
        string key = KeyOf(stored);
        lock (_views)
        {
            if (!_views.TryGetValue(key, out Task<CaseView>? view) || view.IsFaulted || view.IsCanceled)
            {
                view = Task.Run(() => Turn.TakeAsync(ReadAsync));
                _views[key] = view;
            }

            return view;
        }
    }

    private async Task<CaseView> ReadAsync(CancellationToken cancel)
    {
        (CheckedOutCase folder, StoredCase stored) = await FreshAsync(cancel);
        try
        {
            if (Turn.Stopped == stored.Revision)
            {
                return new CaseView(stored) { IsStopped = true };
            }

            DeskSteps now = steps();
            return await Figures.StepsAsync("look", () => now.InTurnAsync(Look, cancel));

            CaseView Look()
            {
                (CaseWork work, IReadOnlyDictionary<string, string> pages) = now.Whole.Look(
                    folder.Paths,
                    keys,
                    this,
                    cancel
                );
                return now.ViewOf(stored, work, pages);
            }
        }
        catch (OperationCanceledException) when (Turn.Stopped == stored.Revision)
        {
            return new CaseView(stored) { IsStopped = true };
        }
        catch (Exception fault) when (DeskFaults.Sentence(fault, folder.Paths) is { } sentence)
        {
            return new CaseView(stored) { Fault = sentence };
        }
    }

    /// <summary>The pages of the packages as they were written, those of a linked store by <c>STORE/name</c>.</summary>
    private static Dictionary<string, string> PagesIn(CaseWork work) =>
        work
            .Linked.Prepend(work)
            .SelectMany(one =>
                Directory
                    .EnumerateFiles(one.Paths.Output, "*.md")
                    .Select(file =>
                        (Name: (one.Paths.Store is { } store ? store + "/" : "") + Path.GetFileName(file), file)
                    )
            )
            .ToDictionary(page => page.Name, page => File.ReadAllText(page.file), StringComparer.Ordinal);

    /// <summary>The case as it was read in this state in the screen's language; null when it was not, or not yet.</summary>
    private CaseWork? Known(StoredCase stored)
    {
        lock (_views)
        {
            return _views.TryGetValue(KeyOf(stored), out Task<CaseView>? view) && view.IsCompletedSuccessfully
                ? view.Result.Work
                : null;
        }
    }

    private void Keep(CaseView view)
    {
        lock (_views)
        {
            _views[KeyOf(view.Stored)] = Task.FromResult(view);
        }
    }

    /// <summary>What was only noted changes nothing that is read.</summary>
    private static string KeyOf(StoredCase stored) => $"{stored.ContentKey} {UserTexts.Language}";

    /// <summary>The working folder at the case's revision, and the case.</summary>
    private async Task<(CheckedOutCase Folder, StoredCase Stored)> FreshAsync(CancellationToken cancel)
    {
        StoredCase stored = await store.FindAsync(id, cancel) ?? throw new CaseException(Say.Get("case_gone"));
        Turn.At(stored.Revision);
        bool stands =
            _folder is not null && (_folder.Revision == stored.Revision || await store.BringUpAsync(_folder, cancel));
        if (_folder is null || !stands)
        {
            await DropFolderAsync();
            _folder = await store.CheckOutAsync(id, cancel);
            Figures.Laid(1);
            Bytes = stored.Files.Sum(file => file.Length);
        }

        return (_folder, stored);
    }

    private async ValueTask DropFolderAsync()
    {
        if (_folder is { } folder)
        {
            _folder = null;
            Figures.Laid(-1);
            Bytes = 0;
            await folder.DisposeAsync();
        }
    }
}
