using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reprieve.AmazonStandIn;

/// <summary>Data Kiosk API 2023-11-15.</summary>
internal sealed class KioskOperations(DocumentStore documents)
{
    private const string Root = "/dataKiosk/2023-11-15";
    private const int LongestQuery = 8000;
    private static readonly TimeSpan Queued = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan InProgress = TimeSpan.FromMinutes(2);

    private readonly List<KioskQuery> _queries = [];

    public IEnumerable<Operation> Operations =>
        [
            new("createQuery", "POST", $"{Root}/queries", Roles.BrandAnalytics, Create),
            new("getQuery", "GET", $"{Root}/queries/{{queryId}}", Roles.BrandAnalytics, Get),
            new("cancelQuery", "DELETE", $"{Root}/queries/{{queryId}}", Roles.BrandAnalytics, Cancel),
            new("getDocument", "GET", $"{Root}/documents/{{documentId}}", Roles.BrandAnalytics, Document),
        ];

    private Answer Create(OperationCall call)
    {
        call.Query.Only();
        string query =
            call.Body().TryGetProperty("query", out JsonElement text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()!
                : throw Refusal.Invalid("Missing required field 'query'.");
        if (query.Length > LongestQuery)
        {
            throw Refusal.Invalid("The query is longer than 8000 characters.");
        }

        IReadOnlyList<JsonNode> lines = SellerAnalytics.Answer(query, call.Account, call.Now);
        string id = (900_000_000L + _queries.Count + 1).ToString(CultureInfo.InvariantCulture);
        string documentId = $"amzn1.tortuga.4.{call.Account.Region}.stand-in.{id}";
        if (lines.Count > 0)
        {
            documents.Keep(
                call.Account.SellerId,
                documentId,
                new StoredDocument(
                    "application/x-ndjson",
                    new UTF8Encoding(false),
                    true,
                    () => lines.Select(l => l.ToJsonString() + "\n")
                )
            );
        }

        _queries.Add(
            new KioskQuery(id, call.Account.SellerId, query, call.Now, lines.Count > 0 ? documentId : null, false)
        );
        return Answer.Json(202, new { queryId = id });
    }

    private Answer Get(OperationCall call)
    {
        call.Query.Only();
        KioskQuery query = Find(call);
        string status = query.StatusAt(call.Now);
        return Answer.Json(
            200,
            new
            {
                queryId = query.Id,
                query = query.Text,
                createdTime = Iso8601.Write(query.Created),
                processingStatus = status,
                processingStartTime = status is "IN_PROGRESS" or "DONE" ? Iso8601.Write(query.Created + Queued) : null,
                processingEndTime = status == "DONE" ? Iso8601.Write(query.Created + Queued + InProgress) : null,
                dataDocumentId = status == "DONE" ? query.DocumentId : null,
            }
        );
    }

    private Answer Cancel(OperationCall call)
    {
        call.Query.Only();
        KioskQuery query = Find(call);
        if (query.StatusAt(call.Now) != "IN_QUEUE")
        {
            throw Refusal.Invalid("Only queries with processingStatus IN_QUEUE can be cancelled.");
        }

        _queries[_queries.IndexOf(query)] = query with { Cancelled = true };
        return new Answer(204);
    }

    private Answer Document(OperationCall call)
    {
        call.Query.Only();
        string id = call.Path["documentId"];
        KioskQuery? query = _queries.Find(q =>
            q.DocumentId == id && q.SellerId == call.Account.SellerId && q.StatusAt(call.Now) == "DONE"
        );
        return query is not null && documents.Find(call.Account.SellerId, id) is { } document
            ? Answer.Json(200, new { documentId = id, documentUrl = documents.Link(document, call.Now, encoded: true) })
            : throw Refusal.Unknown($"There is no document {id}.");
    }

    private KioskQuery Find(OperationCall call) =>
        _queries.Find(q => q.Id == call.Path["queryId"] && q.SellerId == call.Account.SellerId)
        ?? throw Refusal.Unknown($"There is no query {call.Path["queryId"]}.");

    private sealed record KioskQuery(
        string Id,
        string SellerId,
        string Text,
        DateTimeOffset Created,
        string? DocumentId,
        bool Cancelled
    )
    {
        public string StatusAt(DateTimeOffset now) =>
            Cancelled ? "CANCELLED"
            : now < Created + Queued ? "IN_QUEUE"
            : now < Created + Queued + InProgress ? "IN_PROGRESS"
            : "DONE";
    }
}
