using Reprieve.Cases;
using Reprieve.Mail;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

public sealed partial class CaseStore
{
    /// <summary>
    /// The mails of a case that are on their way, sealed with its key. They lie in the data folder, outside the case: a mail's
    /// state is on the disk at once, and no backup or archive brings back one that was sent since.
    /// </summary>
    /// <exception cref="StorageException">The key of the case is gone.</exception>
    public Outbox OutboxOf(CaseId id)
    {
        CaseKey key = _workbench.Keys.Of(id);
        return new Outbox(_workbench.Folder.OutboxOf(id), _workbench.Clock, new MailSeal(Close, Open));

        byte[] Close(byte[] plain, string place) => key.Seal(plain, place);
        byte[] Open(byte[] value, string place) => key.Open(value, place);
    }

    /// <summary>Cases that have an outbox.</summary>
    public IReadOnlyList<CaseId> WithOutbox() =>
        Directory.Exists(_workbench.Folder.Outboxes)
            ?
            [
                .. Directory
                    .EnumerateDirectories(_workbench.Folder.Outboxes)
                    .Select(Path.GetFileName)
                    .Select(name => Guid.TryParseExact(name, "D", out Guid id) ? id : Guid.Empty)
                    .Where(id => id != Guid.Empty)
                    .Select(id => new CaseId(id)),
            ]
            : [];
}
