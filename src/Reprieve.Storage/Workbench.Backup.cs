using Reprieve.Storage.Backups;

namespace Reprieve.Storage;

public sealed partial class Workbench
{
    /// <summary>
    /// Writes a backup while the workbench goes on: the database as of one moment and the encrypted files, in one zip,
    /// read again whole before it gets its name. Keys are not in it: they are copied apart, so that a case that was
    /// deleted cannot be read from an older backup.
    /// </summary>
    /// <param name="file">Where it goes; an older file of that name is replaced at the end.</param>
    /// <exception cref="StorageException">It cannot be written, or a stored content is gone.</exception>
    public async Task BackupAsync(string file, CancellationToken cancel = default)
    {
        await Removing.WaitAsync(cancel);
        try
        {
            await new BackupWriter(this).WriteAsync(file, cancel);
        }
        finally
        {
            Removing.Release();
        }
    }

    /// <summary>
    /// Brings a backup back, into a data folder that is empty or holds <c>keys/</c> alone (and an empty database where it
    /// is PostgreSQL). Every byte is checked first; when something is wrong, nothing is left behind.
    /// </summary>
    /// <returns>What came back, and the cases that were left out because their key is not there.</returns>
    /// <exception cref="StorageException">The file is no whole backup, or there is something in the folder.</exception>
    public static Task<RestoredBackup> RestoreAsync(
        string file,
        WorkbenchOptions options,
        TimeProvider clock,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        return Restore.RunAsync(file, options, cancel);
    }
}
