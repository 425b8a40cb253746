using Reprieve.Amazon.Calls;
using Reprieve.Amazon.Operations;
using Reprieve.Knowledge;

namespace Reprieve.Amazon.Pulling;

/// <summary>
/// Has one report made, waits for it and brings its file. That it is asked for is written down before Amazon is asked: when the
/// answer is lost, or the program ends, Amazon's list tells whether there is a report, and none is made twice.
/// </summary>
internal sealed class ReportPull(AmazonAccount account, PullBook book, PullFolder folder, string key)
{
    /// <summary>How long Amazon may take to show a report whose answer was lost.</summary>
    private static readonly TimeSpan ShownWithin = TimeSpan.FromMinutes(3);

    /// <summary>How far this clock and Amazon's may be apart.</summary>
    private static readonly TimeSpan ClockApart = TimeSpan.FromMinutes(15);

    /// <summary>After that a report that is not finished is left for the next run.</summary>
    private static readonly TimeSpan FinishedWithin = TimeSpan.FromHours(12);

    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SlowestLook = TimeSpan.FromMinutes(2);

    private TimeProvider Time => account.Edge.Time;

    /// <exception cref="AmazonException">It cannot be had now.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await OnceAsync(cancel);
        }
        catch (AmazonException gone) when (gone.Status == 404)
        {
            // Amazon keeps a report for weeks; one that it no longer has is made anew.
            book.Change(key, part => part with { ReportId = null, Asked = null, Made = null });
            await OnceAsync(cancel);
        }
    }

    private async Task OnceAsync(CancellationToken cancel)
    {
        string id = await IdAsync(cancel);
        ReportState state = await FinishedAsync(id, cancel);
        if (state.ReportDocumentId is { Length: > 0 } document && state.ProcessingStatus == "DONE")
        {
            string name = book.Part(key).FileName(Knowledge.Extension);
            await new DocumentDownload(account, document, folder.Work).SaveAsync(folder.FileOf(name), cancel);
            book.Change(key, part => part with { End = PullEnd.Brought, Files = [name] });
            return;
        }

        await WithoutAsync(state, cancel);
    }

    private AmazonReport Knowledge =>
        account.Edge.Knowledge.AmazonReports.First(report => report.Code == book.Part(key).ReportType);

    private async Task<string> IdAsync(CancellationToken cancel)
    {
        while (true)
        {
            PullPart part = book.Part(key);
            var order = new ReportOrder(part.ReportType!, part.Stores, part.From, part.Until);
            string? id = part.ReportId;
            if (id is null && part.Asked is { } asked)
            {
                id = (await LookAsync(order, asked, cancel))?.ReportId;
            }

            id ??= await MakeAsync(order, cancel);
            if (id is not null)
            {
                book.Change(key, one => one with { ReportId = id, Made = one.Made ?? Time.GetUtcNow() });
                return id;
            }
        }
    }

    /// <summary>A report that was asked for, but whose id never came.</summary>
    private async Task<ReportState?> LookAsync(ReportOrder order, DateTimeOffset asked, CancellationToken cancel)
    {
        TimeSpan wait = asked + ShownWithin - Time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, Time, cancel);
        }

        return await Reports.FindAsync(account, order, asked - ClockApart, book.ReportIds, cancel);
    }

    /// <summary>The id, or null where the answer was lost.</summary>
    private async Task<string?> MakeAsync(ReportOrder order, CancellationToken cancel)
    {
        book.Change(key, part => part with { Asked = Time.GetUtcNow() });
        try
        {
            return await Reports.CreateAsync(account, order, Knowledge.Role, cancel);
        }
        catch (UncertainCallException)
        {
            return null;
        }
        catch (AmazonException)
        {
            // Amazon said no, or was not reached: there is none.
            book.Change(key, part => part with { Asked = null });
            throw;
        }
    }

    private async Task<ReportState> FinishedAsync(string id, CancellationToken cancel)
    {
        DateTimeOffset made = book.Part(key).Made ?? Time.GetUtcNow();
        for (TimeSpan wait = FirstLook; ; wait = Shorter(wait * 1.5, SlowestLook))
        {
            ReportState state = await Reports.GetAsync(account, id, cancel);
            if (state.ProcessingStatus is not ("IN_QUEUE" or "IN_PROGRESS"))
            {
                return state;
            }

            if (Time.GetUtcNow() - made > FinishedWithin)
            {
                throw new AmazonException(Say.Texts.Get("Report_Slow", Knowledge.Name.In(UserTexts.Language)))
                {
                    Passes = true,
                };
            }

            await Task.Delay(account.Edge.Spread(wait), Time, cancel);
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>A report without a file of data: cancelled, which is also how Amazon says that there is nothing, or failed.</summary>
    private async Task WithoutAsync(ReportState state, CancellationToken cancel)
    {
        string name = Knowledge.Name.In(UserTexts.Language);
        if (state.ProcessingStatus is "CANCELLED" or "DONE")
        {
            book.Change(key, part => part with { End = PullEnd.Empty, Note = Say.Texts.Get("Report_Empty", name) });
            return;
        }

        string? why = null;
        if (state.ReportDocumentId is { Length: > 0 } document)
        {
            why = await new DocumentDownload(account, document, folder.Work).ExplanationAsync(cancel);
        }

        string words = why is { Length: > 0 } ? Cut.Of(why) : state.ProcessingStatus ?? "?";
        book.Change(
            key,
            part => part with { End = PullEnd.Refused, Note = Say.Texts.Get("Report_Failed", name, words) }
        );
    }
}
