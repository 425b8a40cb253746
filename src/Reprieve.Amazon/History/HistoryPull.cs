using Reprieve.Amazon.Operations;
using Reprieve.Amazon.Pulling;

namespace Reprieve.Amazon.History;

/// <summary>
/// Has the account health history of a store made and brings it as it comes, a line of JSON for each day. An answer in several
/// pages takes a query for each.
/// </summary>
internal sealed class HistoryPull(AmazonAccount account, PullBook book, PullFolder folder, string key)
    : MadePull(account, book, folder, key)
{
    public const string Extension = "jsonl";

    protected override string Name =>
        Say.Texts.Get(
            "History_Name",
            Account.Edge.Knowledge.Marketplaces.First(store => store.MarketplaceId == Part.Stores[0]).Code
        );

    private string Query => HistoryQuery.Of(Part.Stores[0], Part.From!.Value, Part.Until!.Value);

    private string Lines => Path.Combine(Folder.Work, Part.Key + ".part");

    protected override Task<string> CreateAsync(CancellationToken cancel) =>
        Queries.CreateAsync(Account, new QueryOrder(Query, Part.Token), cancel);

    protected override Task<string?> FindAsync(
        DateTimeOffset since,
        IReadOnlySet<string> known,
        CancellationToken cancel
    ) => Queries.FindAsync(Account, Query, since, known, cancel);

    protected override async Task<MadeState> StateAsync(string id, CancellationToken cancel)
    {
        QueryState state = await Queries.GetAsync(Account, id, cancel);
        return new MadeState(
            state.ProcessingStatus,
            state.DataDocumentId,
            state.ErrorDocumentId,
            state.Pagination?.NextToken
        );
    }

    protected override DocumentDownload Document(string id) =>
        new(
            Account,
            async cancel => new DocumentLink((await Queries.DocumentAsync(Account, id, cancel)).DocumentUrl, false),
            Folder.Work
        );

    protected override async Task TakeAsync(MadeState state, CancellationToken cancel)
    {
        if (state.Status != "DONE")
        {
            EndWithout(
                PullEnd.Refused,
                state.Status == "CANCELLED"
                    ? Say.Texts.Get("Query_Cancelled", Name)
                    : Say.Texts.Get("Query_Failed", Name, await WhyAsync(state, cancel))
            );
            return;
        }

        long length = Part.Length;
        if (state.Data is { Length: > 0 } document)
        {
            length = await AppendAsync(document, cancel);
        }

        if (state.Next is { Length: > 0 } next)
        {
            Change(part =>
                part with
                {
                    Length = length,
                    Token = next,
                    EarlierIds = [.. part.EarlierIds, part.ReportId!],
                    ReportId = null,
                    Asked = null,
                    Made = null,
                }
            );
        }
        else if (length > 0)
        {
            Finish();
        }
        else
        {
            EndWithout(PullEnd.Empty, Say.Texts.Get("Query_Empty", Name));
        }
    }

    private async Task<long> AppendAsync(string document, CancellationToken cancel)
    {
        string page = Path.Combine(Folder.Work, Part.Key + ".page");
        await Document(document).SaveAsync(page, cancel);
        byte[] lines = File.ReadAllBytes(page);
        long length = CertainFile.Append(
            Lines,
            Part.Length,
            file =>
            {
                file.Write(lines);
                if (lines is [.., not (byte)'\n'])
                {
                    file.WriteByte((byte)'\n');
                }
            }
        );
        File.Delete(page);
        return length;
    }

    /// <summary>The lines stay until the book knows that their file is there.</summary>
    private void Finish()
    {
        string name = Part.FileName(Extension);
        string beside = Path.Combine(Folder.Work, Part.Key + ".new");
        File.Copy(Lines, beside, overwrite: true);
        File.Move(beside, Folder.FileOf(name), overwrite: true);
        Change(part => part with { End = PullEnd.Brought, Files = [name] });
        File.Delete(Lines);
    }
}
