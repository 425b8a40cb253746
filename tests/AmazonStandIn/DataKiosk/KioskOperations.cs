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
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly string[] Statuses = ["CANCELLED", "DONE", "FATAL", "IN_PROGRESS", "IN_QUEUE"];

    private readonly List<CreatedQuery> _queries = [];
    private readonly Pages _pages = new();

    public IReadOnlyList<CreatedQuery> All => _queries;

    /// <summary>Lines on a page of an answer.</summary>
    public int PageLines { get; set; } = int.MaxValue;

    public IEnumerable<Operation> Operations =>
        [
            new("createQuery", "POST", $"{Root}/queries", Roles.BrandAnalytics, Create),
            new("getQueries", "GET", $"{Root}/queries", Roles.BrandAnalytics, List),
            new("getQuery", "GET", $"{Root}/queries/{{queryId}}", Roles.BrandAnalytics, Get),
            new("cancelQuery", "DELETE", $"{Root}/queries/{{queryId}}", Roles.BrandAnalytics, Cancel),
            new("getDocument", "GET", $"{Root}/documents/{{documentId}}", Roles.BrandAnalytics, Document),
        ];

    private Answer Create(OperationCall call)
    {
        call.Query.Only();
        JsonElement body = call.Body();
        string query =
            body.TryGetProperty("query", out JsonElement text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()!
                : throw Refusal.Invalid("Missing required field 'query'.");
        if (query.Length > LongestQuery)
        {
            throw Refusal.Invalid("The query is longer than 8000 characters.");
        }

        int from = body.TryGetProperty("paginationToken", out JsonElement token) ? From(call, query, token) : 0;
        IReadOnlyList<JsonNode> lines = SellerAnalytics.Answer(query, call.Account, call.Now);
        string id = (900_000_000L + _queries.Count + 1).ToString(CultureInfo.InvariantCulture);
        string documentId = $"amzn1.tortuga.4.{call.Account.Region}.stand-in.{id}";
        string outcome = call.Fault switch
        {
            Fault.FailedQuery => "FATAL",
            Fault.CancelledQuery => "CANCELLED",
            _ => "DONE",
        };
        bool any = lines.Count > 0 || outcome == "FATAL";
        if (any)
        {
            documents.Keep(call.Account.SellerId, documentId, Write(outcome, [.. lines.Skip(from).Take(PageLines)]));
        }

        _queries.Add(
            new CreatedQuery(id, call.Account.SellerId, query, from, call.Now, outcome)
            {
                DocumentId = any ? documentId : null,
                NextToken = lines.Count - from > PageLines ? $"{id}-{from + PageLines}" : null,
            }
        );
        return Answer.Json(202, new { queryId = id });
    }

    /// <summary>The first line of a page, by the token of the query before, which must be the same one.</summary>
    private int From(OperationCall call, string query, JsonElement token) =>
        _queries.Find(q => q.SellerId == call.Account.SellerId && q.NextToken == token.GetString() && q.Text == query)
            is { } before
            ? before.Page + PageLines
            : throw Refusal.Invalid("The parameter 'paginationToken' is not valid.");

    private static StoredDocument Write(string outcome, IReadOnlyList<JsonNode> lines) =>
        outcome == "FATAL"
            ? new StoredDocument(
                "application/json",
                new UTF8Encoding(false),
                true,
                () => ["""{"errorMessage":"The dataset has no data for this account."}"""]
            )
            : new StoredDocument(
                "application/x-ndjson",
                new UTF8Encoding(false),
                true,
                () => lines.Select(line => line.ToJsonString() + "\n")
            );

    private Answer List(OperationCall call)
    {
        call.Query.Only("processingStatuses", "pageSize", "createdSince", "createdUntil", "paginationToken");
        string[]? statuses = call.Query.List("processingStatuses", 5, Statuses);
        DateTimeOffset since = call.Query.Time("createdSince") ?? call.Now - Kept;
        DateTimeOffset until = call.Query.Time("createdUntil") ?? call.Now;
        string question = call.Query.Question("paginationToken");
        Page<CreatedQuery> page = call.Query.Text("paginationToken") is { } token
            ? _pages.Next<CreatedQuery>(call.Account, token, question)
            : _pages.First<CreatedQuery>(
                call.Account,
                [
                    .. _queries.Where(q =>
                        q.SellerId == call.Account.SellerId
                        && q.Created >= since
                        && q.Created <= until
                        && (statuses is null || statuses.Contains(q.StatusAt(call.Now)))
                    ),
                ],
                call.Query.Number("pageSize", 10, 1, 100),
                question
            );
        return Answer.Json(
            200,
            new
            {
                queries = page.Items.Select(q => q.ToJson(call.Now)).ToArray(),
                pagination = page.NextToken is { } next ? new { nextToken = next } : null,
            }
        );
    }

    private Answer Get(OperationCall call)
    {
        call.Query.Only();
        return Answer.Json(200, Find(call).ToJson(call.Now));
    }

    private Answer Cancel(OperationCall call)
    {
        call.Query.Only();
        CreatedQuery query = Find(call);
        if (query.StatusAt(call.Now) != "IN_QUEUE")
        {
            throw Refusal.Invalid("Only queries with processingStatus IN_QUEUE can be cancelled.");
        }

        _queries[_queries.IndexOf(query)] = query with { Outcome = "CANCELLED" };
        return new Answer(204);
    }

    private Answer Document(OperationCall call)
    {
        call.Query.Only();
        string id = call.Path["documentId"];
        CreatedQuery? query = _queries.Find(q =>
            q.DocumentId == id && q.SellerId == call.Account.SellerId && q.StatusAt(call.Now) is ("DONE" or "FATAL")
        );
        return query is not null && documents.Find(call.Account.SellerId, id) is { } document
            ? Answer.Json(200, new { documentId = id, documentUrl = documents.Link(document, call.Now, encoded: true) })
            : throw Refusal.Unknown($"There is no document {id}.");
    }

    private CreatedQuery Find(OperationCall call) =>
        _queries.Find(q => q.Id == call.Path["queryId"] && q.SellerId == call.Account.SellerId)
        ?? throw Refusal.Unknown($"There is no query {call.Path["queryId"]}.");
}
