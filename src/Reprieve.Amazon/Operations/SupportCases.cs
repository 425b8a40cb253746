using Reprieve.Amazon.Calls;

namespace Reprieve.Amazon.Operations;

/// <summary>
/// The Support API, version 2025-02-01, reading only: the seller's cases at Seller Support. Of its model only the examples are at
/// hand, and no real account was asked.
/// </summary>
internal static class SupportCases
{
    private const string Root = "/support/2025-02-01/cases";
    private const int CasesEach = 10;
    private const int ContactsEach = 50;

    /// <summary>A page of cases. It is asked by POST and makes nothing.</summary>
    public static Task<CaseList> CasesAsync(AmazonAccount account, string? token, CancellationToken cancel) =>
        account.SendAsync(
            new AmazonCall("listCases", HttpMethod.Post, Root)
            {
                Body = AmazonCall.Json(new CaseQuestion(CasesEach, token), AmazonJson.Default.CaseQuestion),
            },
            AmazonJson.Default.CaseList,
            cancel
        );

    /// <summary>All that was written in a case.</summary>
    public static async Task<IReadOnlyList<CaseContact>> ContactsAsync(
        AmazonAccount account,
        string caseId,
        CancellationToken cancel
    )
    {
        List<CaseContact> all = [];
        string? next = null;
        do
        {
            List<(string, string)> query = [("maxResults", $"{ContactsEach}")];
            if (next is not null)
            {
                query.Add(("nextToken", next));
            }

            ContactList page = await account.SendAsync(
                new AmazonCall("listContacts", HttpMethod.Get, $"{Root}/{Uri.EscapeDataString(caseId)}/contacts")
                {
                    Query = query,
                },
                AmazonJson.Default.ContactList,
                cancel
            );
            all.AddRange(page.Contacts ?? []);
            next = page.NextToken;
        } while (next is { Length: > 0 });
        return all;
    }
}

internal sealed record CaseQuestion(int MaxResults, string? NextToken);

internal sealed record CaseList(IReadOnlyList<AmazonCase>? Cases, string? NextToken);

/// <summary>A case at Seller Support, without anybody's address.</summary>
internal sealed record AmazonCase(
    string? CaseId,
    string? Status,
    string? Subject,
    DateTimeOffset? CreatedDate,
    DateTimeOffset? LastUpdatedDate,
    DateTimeOffset? ResolvedDate
);

internal sealed record ContactList(IReadOnlyList<CaseContact>? Contacts, string? NextToken);

/// <summary>Something that was written in a case.</summary>
internal sealed record CaseContact(
    string? ContactId,
    string? Channel,
    DateTimeOffset? CreatedDate,
    CaseMail? EmailContent
);

internal sealed record CaseMail(CaseSender? Sender, string? Message, IReadOnlyList<CaseAttachment>? Attachments);

internal sealed record CaseSender(string? Role);

internal sealed record CaseAttachment(string? Name);
