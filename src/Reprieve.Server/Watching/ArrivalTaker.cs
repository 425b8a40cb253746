using Reprieve.Answers.Matching;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Notices;
using Reprieve.Storage;

namespace Reprieve.Server.Watching;

/// <summary>
/// Keeps the mails of a mailbox that are about a selling account, until they are sorted. Of all others nothing is kept.
/// </summary>
internal sealed class ArrivalTaker(Mailbox mailbox, MailReading reading, ArrivalBook book, TimeProvider clock)
    : IMailTaker
{
    /// <inheritdoc/>
    public async Task TakeAsync(ArrivedMail mail, CancellationToken cancel)
    {
        if (reading.Read(mail.Bytes, mail.Folder) is not var (read, _) || !MayConcern(read))
        {
            return;
        }

        var arrival = new Arrival
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Client = mailbox.Client,
            At = (mail.Received ?? clock.GetUtcNow()).ToUniversalTime(),
            State = ArrivalState.New,
            Message = new ArrivedMessage
            {
                Mailbox = mailbox.Address,
                Folder = mail.Folder,
                Found = clock.GetUtcNow(),
                Sha256 = read.Sha256,
                Subject = read.Subject,
                Date = read.Date,
                Kind = read.Kind,
                Decision = read.Decision,
                Marketplace = read.Marketplace,
                Reasons = [.. read.Reasons.Select(reason => reason.Code)],
                Verdict = read.Authenticity.Verdict,
            },
        };
        await book.KeepAsync(arrival, mail.Identity, mail.Bytes, cancel);
    }

    /// <summary>Orders, payments and advertising are Amazon's too. What is not surely such is left to the sorting.</summary>
    private static bool MayConcern(Diagnosis read) =>
        read.Kind != NoticeKind.NotAmazon
        && (read.Kind != NoticeKind.OtherAmazonMail || ArrivalSorter.IsDoubtful(read));
}
