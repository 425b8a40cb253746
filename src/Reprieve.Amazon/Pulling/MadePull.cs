using Reprieve.Amazon.Calls;

namespace Reprieve.Amazon.Pulling;

/// <summary>
/// Has something made that takes Amazon its time, and brings its file. That it is asked for is written down before Amazon is
/// asked: when the answer is lost, or the program ends, Amazon's list tells whether it is there, and nothing is made twice.
/// </summary>
internal abstract class MadePull(AmazonAccount account, PullBook book, PullFolder folder, string key)
{
    /// <summary>How long Amazon may take to show what it made when its answer was lost.</summary>
    private static readonly TimeSpan ShownWithin = TimeSpan.FromMinutes(3);

    /// <summary>How far this clock and Amazon's may be apart.</summary>
    private static readonly TimeSpan ClockApart = TimeSpan.FromMinutes(15);

    /// <summary>After that what is not finished is left for the next run.</summary>
    private static readonly TimeSpan FinishedWithin = TimeSpan.FromHours(12);

    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SlowestLook = TimeSpan.FromMinutes(2);

    protected AmazonAccount Account => account;

    protected PullFolder Folder => folder;

    protected PullPart Part => book.Part(key);

    /// <summary>What it is called, in the screen's language.</summary>
    protected abstract string Name { get; }

    private TimeProvider Time => account.Edge.Time;

    /// <exception cref="AmazonException">It cannot be had now.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await AllAsync(cancel);
        }
        catch (AmazonException gone) when (gone.Status == 404 || (gone.Status == 400 && Part.Token is not null))
        {
            // Amazon keeps what it made for weeks, and a token for less; what it no longer has is made anew.
            Change(part => part with { ReportId = null, Asked = null, Made = null, Token = null, Length = 0 });
            await AllAsync(cancel);
        }
    }

    /// <summary>Has it made. Tells the id.</summary>
    /// <exception cref="UncertainCallException">The answer was lost.</exception>
    protected abstract Task<string> CreateAsync(CancellationToken cancel);

    /// <summary>The id of what was made since a time and whose id never came; null where there is none.</summary>
    protected abstract Task<string?> FindAsync(
        DateTimeOffset since,
        IReadOnlySet<string> known,
        CancellationToken cancel
    );

    protected abstract Task<MadeState> StateAsync(string id, CancellationToken cancel);

    protected abstract DocumentDownload Document(string id);

    /// <summary>Takes what is finished: ends the part, or leaves it with what is to be made next.</summary>
    protected abstract Task TakeAsync(MadeState state, CancellationToken cancel);

    protected void Change(Func<PullPart, PullPart> change) => book.Change(key, change);

    /// <summary>Ends the part without a file.</summary>
    protected void EndWithout(PullEnd end, string note) => Change(part => part with { End = end, Note = note });

    /// <summary>Why it failed, in Amazon's words as far as there are some.</summary>
    protected async Task<string> WhyAsync(MadeState state, CancellationToken cancel)
    {
        string? why = state.Error is { Length: > 0 } document
            ? await Document(document).ExplanationAsync(cancel)
            : null;
        return why is { Length: > 0 } ? Cut.Of(why) : state.Status ?? "?";
    }

    private async Task AllAsync(CancellationToken cancel)
    {
        while (Part.End is PullEnd.Open)
        {
            string id = await IdAsync(cancel);
            await TakeAsync(await FinishedAsync(id, cancel), cancel);
        }
    }

    private async Task<string> IdAsync(CancellationToken cancel)
    {
        while (true)
        {
            PullPart part = Part;
            string? id = part.ReportId;
            if (id is null && part.Asked is { } asked)
            {
                id = await LookAsync(asked, cancel);
            }

            id ??= await MakeAsync(cancel);
            if (id is not null)
            {
                Change(one => one with { ReportId = id, Made = one.Made ?? Time.GetUtcNow() });
                return id;
            }
        }
    }

    /// <summary>What was asked for, but whose id never came.</summary>
    private async Task<string?> LookAsync(DateTimeOffset asked, CancellationToken cancel)
    {
        TimeSpan wait = asked + ShownWithin - Time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, Time, cancel);
        }

        return await FindAsync(asked - ClockApart, book.IdsOf(Part.Kind), cancel);
    }

    /// <summary>The id, or null where the answer was lost.</summary>
    private async Task<string?> MakeAsync(CancellationToken cancel)
    {
        Change(part => part with { Asked = Time.GetUtcNow() });
        try
        {
            return await CreateAsync(cancel);
        }
        catch (UncertainCallException)
        {
            return null;
        }
        catch (AmazonException)
        {
            // Amazon said no, or was not reached: there is none.
            Change(part => part with { Asked = null });
            throw;
        }
    }

    private async Task<MadeState> FinishedAsync(string id, CancellationToken cancel)
    {
        DateTimeOffset made = Part.Made ?? Time.GetUtcNow();
        Task ready = account.Edge.Ready.Of(id);
        try
        {
            for (TimeSpan wait = FirstLook; ; wait = Shorter(wait * 1.5, SlowestLook))
            {
                MadeState state = await StateAsync(id, cancel);
                if (state.Status is not ("IN_QUEUE" or "IN_PROGRESS"))
                {
                    return state;
                }

                if (Time.GetUtcNow() - made > FinishedWithin)
                {
                    throw new AmazonException(Say.Texts.Get("Report_Slow", Name)) { Passes = true };
                }

                await WaitAsync(ready, account.Edge.Spread(wait), cancel);
            }
        }
        finally
        {
            account.Edge.Ready.Forget(id);
        }
    }

    /// <summary>Waits for a time, or until Amazon tells that it is ready; that it tells once, and not always.</summary>
    private async Task WaitAsync(Task ready, TimeSpan time, CancellationToken cancel)
    {
        if (ready.IsCompleted)
        {
            await Task.Delay(time, Time, cancel);
            return;
        }

        try
        {
            await ready.WaitAsync(time, Time, cancel);
        }
        catch (TimeoutException)
        {
            // It told nothing: it is looked all the same.
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

/// <summary>How far Amazon is with what it makes.</summary>
/// <param name="Status">Its word.</param>
/// <param name="Data">The document with the data; null or empty where there are none.</param>
/// <param name="Error">The document that says what went wrong.</param>
/// <param name="Next">The token with which the next page is made.</param>
internal sealed record MadeState(string? Status, string? Data, string? Error, string? Next);
