using System.Globalization;
using System.Text;
using Reprieve.Appeals.Packing;
using Reprieve.Documents;
using Reprieve.Documents.Chasing;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Responses.Export;

namespace Reprieve.Cases.Workflow;

/// <summary>
/// <c>chase-list.md</c>: which paper is wanted for what, from whom, by when, and how far it is; and beside it, for each
/// that somebody else must give, a message to copy.
/// </summary>
internal sealed class ChaseList
{
    public const string Name = "chase-list.md";

    private readonly CaseWork _work;
    private readonly KnowledgeBase _knowledge;
    private readonly List<Row> _rows;

    private ChaseList(CaseWork work, KnowledgeBase knowledge)
    {
        _work = work;
        _knowledge = knowledge;
        _rows = [.. Received(), .. Open()];
    }

    /// <summary>The list and the messages; none where no paper is wanted.</summary>
    public static IReadOnlyList<OutputFile> Files(CaseWork work, KnowledgeBase knowledge)
    {
        var list = new ChaseList(work, knowledge);
        return list._rows.Count == 0 ? [] : [list.Page(), .. list.Messages()];
    }

    /// <summary>Papers in the folder that answer what is wanted, or were meant to.</summary>
    private IEnumerable<Row> Received()
    {
        HashSet<string> going =
        [
            .. ((_work.Response as WrittenResponse)?.Attachments ?? []).Select(attachment => attachment.Path),
        ];
        HashSet<string> wanted =
        [
            .. _work.Notice.Asks.Select(ask => ask.What),
            .. (_work.Response?.Papers ?? []).Select(paper => paper.What),
        ];
        foreach (Document paper in _work.Documents)
        {
            string? ask = paper.Kind
                is DocumentKind.Proforma
                    or DocumentKind.Quote
                    or DocumentKind.OrderConfirmation
                    or DocumentKind.DeliveryNote
                ? "invoices"
                : PaperKinds.Of(paper.Kind);
            if (ask is not null && (wanted.Contains(ask) || going.Contains(paper.Path)))
            {
                DocumentFinding? refused = paper.Findings.FirstOrDefault(f => f.Severity == Severity.Block);
                DocumentFinding? doubt = paper.Findings.FirstOrDefault(f => f.Severity == Severity.Warn);
                yield return new Row(
                    ask,
                    refused is not null ? State.Refused
                        : doubt is not null ? State.Received
                        : State.Accepted,
                    paper.Path,
                    (refused ?? doubt)?.Message
                );
            }
        }
    }

    private IEnumerable<Row> Open() =>
        (_work.Response?.Papers ?? []).Select(paper => new Row(paper.What, State.Open, null, paper.Why, paper));

    private OutputFile Page()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {Text("Chase_Title")}\n");
        foreach (IGrouping<string, Row> rows in _rows.GroupBy(row => row.Ask))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {PaperKinds.Name(rows.Key)}\n\n");
            foreach (Row row in rows)
            {
                string file = row.File is null ? "" : $" `{row.File.Replace('`', '\'')}`";
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"- [{(row.State == State.Accepted ? 'x' : ' ')}] **{Text("Chase_" + row.State)}**{file}"
                );
                page.Append(row.Said is null ? "\n" : $"  \n  {row.Said}\n");
                if (row.Wanted is { } paper)
                {
                    string by = Day(paper.By) is { } day ? Text("Chase_By", day) : Text("Chase_NoLimit");
                    page.Append(CultureInfo.InvariantCulture, $"  {Text("Chase_From", paper.From)} {by}\n");
                }
            }

            if (Message(rows.Key) is not null)
            {
                page.Append(CultureInfo.InvariantCulture, $"\n{Text("Chase_Message", FileOf(rows.Key))}\n");
            }
        }

        return new OutputFile(Name, Encoding.UTF8.GetBytes(page.ToString()));
    }

    private IEnumerable<OutputFile> Messages() =>
        from ask in _rows.Select(row => row.Ask).Distinct()
        let text = Message(ask)
        where text is not null
        select new OutputFile(FileOf(ask), Encoding.UTF8.GetBytes(text));

    /// <summary>What to write to whoever has the paper; null when it is there already, or lies with the seller himself.</summary>
    private string? Message(string ask)
    {
        List<Row> rows = [.. _rows.Where(row => row.Ask == ask)];
        DocumentKind? kind = Enum.GetValues<DocumentKind>()
            .Where(one => PaperKinds.Of(one) == ask)
            .Cast<DocumentKind?>()
            .FirstOrDefault();
        return kind is null || rows.TrueForAll(row => row.State is State.Accepted or State.Received)
            ? null
            : PaperRequest.Text(
                _knowledge,
                kind.Value,
                CasePapers.Context(_work, _knowledge),
                rows.Select(row => row.Wanted?.By)
                    .OfType<DateTimeOffset>()
                    .Select(by => StoreDay.Of(by, _work, _knowledge))
                    .Cast<DateOnly?>()
                    .FirstOrDefault()
            );
    }

    private string? Day(DateTimeOffset? by) =>
        by is { } time
            ? StoreDay.Of(time, _work, _knowledge).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private static string FileOf(string ask) => $"requests/{ask.Replace('_', '-')}.txt";

    private static string Text(string key, params ReadOnlySpan<object?> arguments) => Say.Texts.Get(key, arguments);

    private enum State
    {
        Open,
        Received,
        Refused,
        Accepted,
    }

    /// <summary>A paper that is wanted or there.</summary>
    /// <param name="Said">Why it is wanted, or what is wrong with it.</param>
    private sealed record Row(string Ask, State State, string? File, string? Said, PaperToChase? Wanted = null);
}
