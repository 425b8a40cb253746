using System.Text;
using System.Text.Json;

namespace Reprieve.AmazonStandIn;

/// <summary>
/// Support API 2025-02-01, reading only. Filters that its model marks as Amazon's own are refused; its usage plan and role
/// are not known.
/// </summary>
internal sealed class SupportOperations(DocumentStore documents)
{
    private const string Root = "/support/2025-02-01/cases";
    private static readonly TimeSpan AttachmentLife = TimeSpan.FromMinutes(15);
    private readonly Pages _pages = new();

    public IEnumerable<Operation> Operations =>
        [
            new("listCases", "POST", Root, Roles.Support, Cases),
            new("getCase", "GET", Root + "/{caseId}", Roles.Support, Case),
            new("listContacts", "GET", Root + "/{caseId}/contacts", Roles.Support, Contacts),
        ];

    private Answer Cases(OperationCall call)
    {
        call.Query.Only();
        JsonElement body = call.Body();
        foreach (JsonProperty field in body.EnumerateObject())
        {
            if (field.Name is not ("sortOrder" or "maxResults" or "nextToken"))
            {
                throw Refusal.Invalid($"The parameter '{field.Name}' is not valid.");
            }
        }

        int size = body.TryGetProperty("maxResults", out JsonElement most) ? Size(most) : 10;
        bool ascending = body.TryGetProperty("sortOrder", out JsonElement order) && order.GetString() == "ASC";
        IEnumerable<SupportCase> cases = call.Account.Data.Cases.OrderByDescending(c => c.Created);
        Page<SupportCase> page = body.TryGetProperty("nextToken", out JsonElement token)
            ? _pages.Next<SupportCase>(call.Account, token.GetString() ?? "")
            : _pages.First<SupportCase>(call.Account, ascending ? [.. cases.Reverse()] : [.. cases], size);
        return Answer.Json(200, new { cases = page.Items.Select(Json).ToArray(), nextToken = page.NextToken });
    }

    private static Answer Case(OperationCall call)
    {
        call.Query.Only();
        return Answer.Json(200, Json(Find(call)));
    }

    private Answer Contacts(OperationCall call)
    {
        call.Query.Only("maxResults", "nextToken", "sortOrder");
        int size = call.Query.Number("maxResults", 10, 1, 50);
        string question = call.Path["caseId"];
        IEnumerable<SupportMail> mails = Find(call).Mails.OrderByDescending(m => m.Sent);
        Page<SupportMail> page = call.Query.Text("nextToken") is { } token
            ? _pages.Next<SupportMail>(call.Account, token, question)
            : _pages.First<SupportMail>(
                call.Account,
                call.Query.List("sortOrder", 1, "ASC", "DESC") is ["ASC"] ? [.. mails.Reverse()] : [.. mails],
                size,
                question
            );
        return Answer.Json(
            200,
            new { contacts = page.Items.Select(m => Contact(call, m)).ToArray(), nextToken = page.NextToken }
        );
    }

    private static SupportCase Find(OperationCall call) =>
        call.Account.Data.Cases.FirstOrDefault(c => c.Id == call.Path["caseId"])
        ?? throw Refusal.Unknown($"There is no case {call.Path["caseId"]}.");

    private static int Size(JsonElement most) =>
        most.ValueKind == JsonValueKind.Number && most.TryGetInt32(out int size) && size is >= 1 and <= 50
            ? size
            : throw Refusal.Invalid("The parameter 'maxResults' is not valid.");

    private static object Json(SupportCase @case) =>
        new
        {
            caseId = @case.Id,
            status = @case.Status,
            subject = @case.Subject,
            primaryEmail = "seller@stand-in.example",
            ccEmails = Array.Empty<string>(),
            createdDate = Iso8601.Write(@case.Created),
            lastUpdatedDate = Iso8601.Write(@case.Updated),
            resolvedDate = @case.Status == "RESOLVED" ? Iso8601.Write(@case.Updated) : null,
        };

    private object Contact(OperationCall call, SupportMail mail) =>
        new
        {
            contactId = mail.Id,
            channel = "EMAIL",
            emailContent = new
            {
                sender = new
                {
                    displayName = mail.ByAmazon ? "Seller Support" : "Stand-in seller",
                    role = mail.ByAmazon ? "AMAZON" : "SELLING_PARTNER",
                },
                message = mail.Text,
                attachments = mail.Attachments.Select(name => new { name, downloadUrl = Link(call, name) }).ToArray(),
            },
            createdDate = Iso8601.Write(mail.Sent),
        };

    private string Link(OperationCall call, string name) =>
        documents.Link(
            new StoredDocument("text/plain", new UTF8Encoding(false), false, () => [$"This is {name}."]),
            call.Now,
            encoded: false,
            AttachmentLife
        );
}
