namespace Reprieve.Storage;

/// <summary>The workbench's data cannot be used; the message says what, where and what to do, in the screen's language.</summary>
public class StorageException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Another process has the data folder open.</summary>
public sealed class FolderTakenException(string message, Exception inner) : StorageException(message, inner);

/// <summary>Another change of the case came first; nothing of this one was kept. Check the case out again.</summary>
/// <param name="revision">The newer revision that stands now.</param>
public sealed class CaseChangedException(int revision) : Exception(Say.Texts.Get("Case_Changed"))
{
    /// <summary>The newer revision that stands now.</summary>
    public int Revision { get; } = revision;
}
