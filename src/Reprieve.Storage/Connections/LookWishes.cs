using System.Text;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

/// <summary>
/// That an account is to be looked at because Amazon told of a change: on the disk at once, so that no crash forgets it, and gone
/// with the connection.
/// </summary>
public sealed class LookWishes
{
    private const string FileName = "look";

    private readonly Workbench _workbench;

    internal LookWishes(Workbench workbench) => _workbench = workbench;

    /// <summary>Notes that an account is to be looked at.</summary>
    public void Add(Guid connection) =>
        Durable.Write(
            Path.Combine(_workbench.Connections.FolderOf(connection), FileName),
            Encoding.ASCII.GetBytes(Guid.NewGuid().ToString())
        );

    /// <summary>What is wished for, to be handed to <see cref="Done"/> after a look that began later; null for nothing.</summary>
    public string? Find(Guid connection) =>
        File.Exists(PathOf(connection)) ? File.ReadAllText(PathOf(connection), Encoding.ASCII) : null;

    /// <summary>A look saw the account after this was wished for; what was wished for since then stays.</summary>
    /// <param name="wish">As it was before the look; null for none.</param>
    public void Done(Guid connection, string? wish)
    {
        if (wish is not null && Find(connection) == wish)
        {
            File.Delete(PathOf(connection));
        }
    }

    private string PathOf(Guid connection) => Path.Combine(_workbench.Folder.PullsOf(connection), FileName);
}
