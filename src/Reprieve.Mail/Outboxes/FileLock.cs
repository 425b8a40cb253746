namespace Reprieve.Mail.Outboxes;

/// <summary>Holds a mail of the outbox, or a watch book, for one process; let go by the system when that dies.</summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    /// <summary>Takes the lock.</summary>
    /// <param name="path">The file that stands for it.</param>
    /// <param name="held">The text that says that somebody else holds it.</param>
    /// <exception cref="MailException">Somebody else holds it, or the folder is not there.</exception>
    public FileLock(string path, string held)
    {
        try
        {
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MailException(Say.Texts.Get(held, fault.Message), fault);
        }
    }

    public void Dispose() => _file.Dispose();
}
