using Reprieve.Amazon.Operations;
using Reprieve.Amazon.Pulling;

namespace Reprieve.Amazon.Support;

/// <summary>Makes two tables of the cases at Seller Support: the cases, and what was written in them. Attachments are named, not brought.</summary>
internal static class SupportCaseRows
{
    public const string CasesHeader = "case-id\tstatus\tsubject\tcreated\tlast-updated\tresolved";

    public const string MailsHeader = "case-id\tcontact-id\tsent\tby\tchannel\tmessage\tattachments";

    private const char Case = 'C';
    private const char Mail = 'M';

    /// <summary>The rows of a case, of both tables; the first sign tells which.</summary>
    public static IEnumerable<string> Of(AmazonCase one, IReadOnlyList<CaseContact> contacts) =>
        contacts
            .Select(contact =>
                Mail
                + TableFile.Row(
                    one.CaseId,
                    contact.ContactId,
                    TableFile.Time(contact.CreatedDate),
                    contact.EmailContent?.Sender?.Role,
                    contact.Channel,
                    contact.EmailContent?.Message,
                    string.Join("; ", (contact.EmailContent?.Attachments ?? []).Select(file => file.Name))
                )
            )
            .Prepend(
                Case
                    + TableFile.Row(
                        one.CaseId,
                        one.Status,
                        one.Subject,
                        TableFile.Time(one.CreatedDate),
                        TableFile.Time(one.LastUpdatedDate),
                        TableFile.Time(one.ResolvedDate)
                    )
            );

    /// <summary>Writes both tables.</summary>
    public static IReadOnlyList<string> Write(PullFolder folder, PullPart part, IEnumerable<string> rows) =>
        [
            .. TableFile.Write(folder, part.FileName("txt"), CasesHeader, TableFile.Only(rows, Case)),
            .. TableFile.Write(folder, part.FileName("mails.txt"), MailsHeader, TableFile.Only(rows, Mail)),
        ];
}
