using System.Text;

namespace Reprieve.AmazonStandIn;

/// <summary>Reports API 2021-06-30.</summary>
internal sealed class ReportDesk(DocumentStore documents, Action<CreatedReport> created)
{
    private const string Root = "/reports/2021-06-30";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    private static readonly string[] Statuses = ["CANCELLED", "DONE", "FATAL", "IN_PROGRESS", "IN_QUEUE"];

    private readonly List<CreatedReport> _all = [];
    private readonly Pages _pages = new();

    public IReadOnlyList<CreatedReport> All => _all;

    public (TimeSpan Queued, TimeSpan InProgress) Time { get; set; } =
        (TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(45));

    public IEnumerable<Operation> Operations =>
        [
            new("createReport", "POST", $"{Root}/reports", null, Create),
            new("getReports", "GET", $"{Root}/reports", null, List),
            new("getReport", "GET", $"{Root}/reports/{{reportId}}", null, Get),
            new("cancelReport", "DELETE", $"{Root}/reports/{{reportId}}", null, Cancel),
            new("getReportDocument", "GET", $"{Root}/documents/{{reportDocumentId}}", null, Document),
        ];

    private Answer Create(OperationCall call)
    {
        call.Query.Only();
        ReportOrder order = ReportOrder.Read(call);
        if (order.Type.Role is { } role && !call.Account.Roles.Contains(role))
        {
            throw Refusal.Unauthorized();
        }

        string id = CreatedReport.IdOf(_all.Count + 1);
        string documentId = $"amzn1.spdoc.1.4.{call.Account.Region}.stand-in.{id}";
        DateTimeOffset started = call.Now + Time.Queued;
        (string outcome, StoredDocument? document) = Outcome(order);
        if (document is not null)
        {
            documents.Keep(call.Account.SellerId, documentId, document);
        }

        CreatedReport report = new()
        {
            Id = id,
            SellerId = call.Account.SellerId,
            ClientId = call.ClientId,
            Type = order.Type.Name,
            MarketplaceIds = order.MarketplaceIds,
            From = order.From,
            To = order.To,
            Options = order.Options,
            Created = call.Now,
            Started = started,
            Finished = call.Fault == Fault.HungReport ? DateTimeOffset.MaxValue : started + Time.InProgress,
            Outcome = outcome,
            DocumentId = document is null ? "" : documentId,
        };
        _all.Add(report);
        created(report);
        return Answer.Json(202, new { reportId = id });
    }

    private static (string Outcome, StoredDocument? Document) Outcome(ReportOrder order)
    {
        if (order.Type.Longest is { } longest && order.To - order.From > longest)
        {
            string why = $"The requested date range is longer than {longest.TotalDays:0} days.";
            return ("FATAL", new StoredDocument("text/plain", Encoding.UTF8, false, () => [why]));
        }

        return order.Type.Write(order) is { } document ? ("DONE", document) : ("CANCELLED", null);
    }

    private Answer Get(OperationCall call)
    {
        call.Query.Only();
        return Answer.Json(200, Find(call).ToJson(call.Now));
    }

    private Answer Cancel(OperationCall call)
    {
        call.Query.Only();
        CreatedReport report = Find(call);
        if (report.StatusAt(call.Now) != "IN_QUEUE")
        {
            throw Refusal.Invalid("Only reports with processingStatus IN_QUEUE can be cancelled.");
        }

        _all[_all.IndexOf(report)] = report with
        {
            Outcome = "CANCELLED",
            Started = call.Now,
            Finished = call.Now,
            DocumentId = "",
        };
        return new Answer(200);
    }

    private Answer Document(OperationCall call)
    {
        call.Query.Only("enableContentEncodingUrlHeader");
        bool encoded = call.Query.List("enableContentEncodingUrlHeader", 1, "true", "false") is ["true"];
        string id = call.Path["reportDocumentId"];
        CreatedReport? report = _all.Find(r =>
            r.DocumentId == id && r.SellerId == call.Account.SellerId && r.Finished <= call.Now
        );
        if (report is null || documents.Find(call.Account.SellerId, id) is not { } document)
        {
            throw Refusal.Unknown($"There is no document {id}.");
        }

        return Answer.Json(
            200,
            new
            {
                reportDocumentId = id,
                url = documents.Link(document, call.Now, encoded),
                compressionAlgorithm = document.Compressed ? "GZIP" : null,
            }
        );
    }

    private Answer List(OperationCall call)
    {
        call.Query.Only(
            "reportTypes",
            "processingStatuses",
            "marketplaceIds",
            "pageSize",
            "createdSince",
            "createdUntil",
            "nextToken"
        );
        Page<CreatedReport> page;
        if (call.Query.Text("nextToken") is { } token)
        {
            if (call.Query.Count > 1)
            {
                throw Refusal.Invalid("The parameter 'nextToken' must be the only one.");
            }

            page = _pages.Next<CreatedReport>(call.Account, token);
        }
        else
        {
            page = _pages.First(call.Account, Matching(call), call.Query.Number("pageSize", 10, 1, 100));
        }

        return Answer.Json(
            200,
            new { reports = page.Items.Select(r => Current(r).ToJson(call.Now)).ToArray(), nextToken = page.NextToken }
        );
    }

    private CreatedReport[] Matching(OperationCall call)
    {
        string[] types =
            call.Query.List("reportTypes", 10)
            ?? throw Refusal.Invalid("Either 'reportTypes' or 'nextToken' is required.");
        string[]? statuses = call.Query.List("processingStatuses", 5, Statuses);
        string[]? marketplaces = call.Query.List("marketplaceIds", 10);
        DateTimeOffset since = call.Query.Time("createdSince") ?? call.Now - Kept;
        DateTimeOffset until = call.Query.Time("createdUntil") ?? call.Now;
        return
        [
            .. _all.Where(r =>
                    r.SellerId == call.Account.SellerId
                    && types.Contains(r.Type)
                    && r.Created >= since
                    && r.Created >= call.Now - Kept
                    && r.Created <= until
                    && (statuses is null || statuses.Contains(r.StatusAt(call.Now)))
                    && (marketplaces is null || marketplaces.Intersect(r.MarketplaceIds).Any())
                )
                .OrderByDescending(r => r.Created)
                .ThenByDescending(r => r.Id, StringComparer.Ordinal),
        ];
    }

    private CreatedReport Find(OperationCall call) =>
        _all.Find(r => r.Id == call.Path["reportId"] && r.SellerId == call.Account.SellerId)
        ?? throw Refusal.Unknown($"There is no report {call.Path["reportId"]}.");

    private CreatedReport Current(CreatedReport report) => _all.Find(r => r.Id == report.Id) ?? report;
}
