using Reprieve.Amazon.Operations;
using Reprieve.Knowledge;

namespace Reprieve.Amazon.Pulling;

/// <summary>Has one report made, waits for it and brings its file.</summary>
internal sealed class ReportPull(AmazonAccount account, PullBook book, PullFolder folder, string key)
    : MadePull(account, book, folder, key)
{
    protected override string Name => Knowledge.Name.In(UserTexts.Language);

    private AmazonReport Knowledge =>
        Account.Edge.Knowledge.AmazonReports.First(report => report.Code == Part.ReportType);

    private ReportOrder Order => new(Part.ReportType!, Part.Stores, Part.From, Part.Until);

    protected override Task<string> CreateAsync(CancellationToken cancel) =>
        Reports.CreateAsync(Account, Order, Knowledge.Role, cancel);

    protected override async Task<string?> FindAsync(
        DateTimeOffset since,
        IReadOnlySet<string> known,
        CancellationToken cancel
    ) => (await Reports.FindAsync(Account, Order, since, known, cancel))?.ReportId;

    protected override async Task<MadeState> StateAsync(string id, CancellationToken cancel)
    {
        ReportState state = await Reports.GetAsync(Account, id, cancel);
        bool done = state.ProcessingStatus == "DONE";
        string? document = state.ReportDocumentId;
        return new MadeState(state.ProcessingStatus, done ? document : null, done ? null : document, null);
    }

    protected override DocumentDownload Document(string id) =>
        new(
            Account,
            async cancel =>
            {
                ReportDocument document = await Reports.DocumentAsync(Account, id, cancel);
                return new DocumentLink(document.Url, document.CompressionAlgorithm == "GZIP");
            },
            Folder.Work
        );

    protected override async Task TakeAsync(MadeState state, CancellationToken cancel)
    {
        if (state.Data is { Length: > 0 } document)
        {
            string name = Part.FileName(Knowledge.Extension);
            await Document(document).SaveAsync(Folder.FileOf(name), cancel);
            Change(part => part with { End = PullEnd.Brought, Files = [name] });
        }
        else if (state.Status is "CANCELLED" or "DONE")
        {
            // Cancelled is also how Amazon says that there is nothing.
            EndWithout(PullEnd.Empty, Say.Texts.Get("Report_Empty", Name));
        }
        else
        {
            EndWithout(PullEnd.Refused, Say.Texts.Get("Report_Failed", Name, await WhyAsync(state, cancel)));
        }
    }
}
