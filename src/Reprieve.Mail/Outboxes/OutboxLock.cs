namespace Reprieve.Mail.Outboxes;

/// <summary>Holds a mail of the outbox for one process; let go by the system when that dies.</summary>
internal sealed class OutboxLock : IDisposable
{
    private readonly FileStream _file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="MailException">Somebody else holds it, or the folder is not there.</exception>
    public OutboxLock(string path)
    {
        try
        {
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MailException(Say.Texts.Get("Held", fault.Message), fault);
        }
    }

    public void Dispose() => _file.Dispose();
}
