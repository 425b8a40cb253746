using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Storage;

namespace Reprieve.Server.Desk;

/// <summary>
/// A case that lies on the desk: its working folder, and what was read from it in each language. One thing at a time
/// happens to it.
/// </summary>
internal sealed class OpenCase(CaseStore store, CaseId id, Func<WholeCase> steps, IDkimKeys? keys, TimeProvider clock)
    : IAsyncDisposable,
        IProgress<ReviewProgress>
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Dictionary<string, Task<CaseView>> _views = [];
    private CheckedOutCase? _folder;
    private ReviewProgress? _progress;

    /// <summary>When it was last wanted.</summary>
    public long LastUsed { get; private set; }

    /// <summary>Whether something is being done to it.</summary>
    public bool IsBusy => _turn.CurrentCount == 0;

    void IProgress<ReviewProgress>.Report(ReviewProgress value) => _progress = value;

    /// <summary>The case in the screen's language; a view without work when that takes longer than the patience.</summary>
    public async Task<CaseView> ViewAsync(StoredCase stored, TimeSpan patience, CancellationToken cancel)
    {
        LastUsed = clock.GetTimestamp();
        Task<CaseView> view = Begun(stored.Revision);
        Task first = await Task.WhenAny(view, Task.Delay(patience, clock, cancel));
        return first == view ? (await view) with { } : new CaseView(stored) { Progress = _progress };
    }

    /// <summary>Changes the case in its folder, goes through all steps, and stores the differences.</summary>
    /// <param name="what">Code of the event for the timeline; empty where the steps write their own.</param>
    /// <param name="edit">What is changed in the folder first; false from it leaves the case as it was.</param>
    /// <param name="then">What is done with the case after the steps: recording that it was sent, say.</param>
    /// <exception cref="CaseException">It cannot be done; nothing is stored.</exception>
    public async Task ChangeAsync(
        string who,
        string what,
        Func<LaidOutCase, bool>? edit,
        Func<CaseWork, CaseWork>? then
    )
    {
        LastUsed = clock.GetTimestamp();
        await _turn.WaitAsync(_closing.Token);
        try
        {
            CheckedOutCase folder = await FreshAsync();
            WholeCase now = steps();
            var laid = new LaidOutCase(
                folder.Paths,
                () => Known(folder.Revision) ?? steps().Look(folder.Paths, keys, this, _closing.Token).Work
            );
            if (edit is null || await Task.Run(() => edit(laid)))
            {
                CaseWork work = await Task.Run(() => now.Write(folder.Paths, keys, this, _closing.Token));
                work = then?.Invoke(work) ?? work;
                StoredCase stored = await store.CheckInAsync(
                    folder,
                    CaseSummary.Of(work, clock),
                    who,
                    what,
                    cancel: _closing.Token
                );
                Forget();
                if (then is null && now == steps())
                {
                    Keep(ViewOf(stored, work, PagesIn(folder.Paths)));
                }
            }
        }
        catch
        {
            // What was half done lies in the working folder only: it is laid out anew next time.
            await DropFolderAsync();
            Forget();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Forgets what was read: files came, or knowledge changed.</summary>
    public void Forget()
    {
        lock (_views)
        {
            _views.Clear();
        }

        _progress = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _turn.WaitAsync();
        await DropFolderAsync();
    }

    private Task<CaseView> Begun(int revision)
    {
        string key = KeyOf(revision);
        lock (_views)
        {
            if (!_views.TryGetValue(key, out Task<CaseView>? view))
            {
                view = Task.Run(ReadAsync);
                _views[key] = view;
            }

            return view;
        }
    }

    private async Task<CaseView> ReadAsync()
    {
        await _turn.WaitAsync(_closing.Token);
        try
        {
            CheckedOutCase folder = await FreshAsync();
            StoredCase stored = (await store.FindAsync(id, _closing.Token))!;
            try
            {
                (CaseWork work, IReadOnlyDictionary<string, string> pages) = steps()
                    .Look(folder.Paths, keys, this, _closing.Token);
                return ViewOf(stored, work, pages);
            }
            catch (Exception fault) when (DeskFaults.Sentence(fault, folder.Paths) is { } sentence)
            {
                return new CaseView(stored) { Fault = sentence };
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private CaseView ViewOf(StoredCase stored, CaseWork work, IReadOnlyDictionary<string, string> pages) =>
        new(stored)
        {
            Work = work,
            Pages = pages,
            Explanation = Explained(work),
            Guide = new InterviewCase(steps().Knowledge, clock).Guide(work),
            Round = new NextRoundOfCase(steps().Knowledge, clock).Look(work),
        };

    /// <summary>The pages of the package as they were written.</summary>
    private static Dictionary<string, string> PagesIn(CasePaths paths) =>
        Directory
            .EnumerateFiles(paths.Output, "*.md")
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);

    /// <summary>The case as it was read at a revision in the screen's language; null when it was not, or not yet.</summary>
    private CaseWork? Known(int revision)
    {
        lock (_views)
        {
            return _views.TryGetValue(KeyOf(revision), out Task<CaseView>? view) && view.IsCompletedSuccessfully
                ? view.Result.Work
                : null;
        }
    }

    private void Keep(CaseView view)
    {
        lock (_views)
        {
            _views[KeyOf(view.Stored.Revision)] = Task.FromResult(view);
        }
    }

    private static string KeyOf(int revision) => $"{revision} {UserTexts.Language}";

    /// <summary>The notice with what spoke in it; a mailbox holds several, and the hash tells which.</summary>
    private Explanation? Explained(CaseWork work)
    {
        string file = Path.Combine(work.Paths.Folder, work.Notice.Source);
        Message? message = File.Exists(file)
            ? MessageReader
                .Read(file)
                .Select(result => result.Message)
                .OfType<Message>()
                .FirstOrDefault(read => read.Sha256 == work.Notice.Sha256)
            : null;
        return message is null ? null : new NoticeReader(steps().Knowledge, null).Explain(message);
    }

    /// <summary>The working folder at the case's revision.</summary>
    private async Task<CheckedOutCase> FreshAsync()
    {
        StoredCase stored = await store.FindAsync(id, _closing.Token) ?? throw new CaseException(Say.Get("case_gone"));
        if (_folder is not null && _folder.Revision == stored.Revision)
        {
            return _folder;
        }

        await DropFolderAsync();
        return _folder = await store.CheckOutAsync(id, _closing.Token);
    }

    private async ValueTask DropFolderAsync()
    {
        if (_folder is { } folder)
        {
            _folder = null;
            await folder.DisposeAsync();
        }
    }
}
