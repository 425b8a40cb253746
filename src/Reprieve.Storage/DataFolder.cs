using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Database;

namespace Reprieve.Storage;

/// <summary>Where things lie in the data folder.</summary>
internal sealed record DataFolder(string Root)
{
    public string Database => Path.Combine(Root, "reprieve.db");

    public string Files => Path.Combine(Root, "files");

    public string Keys => Path.Combine(Root, "keys");

    public string Work => Path.Combine(Root, "work");

    public string Knowledge => Path.Combine(Root, "knowledge");

    public string Alerts => Path.Combine(Root, "alerts");

    public string Outboxes => Path.Combine(Root, "outbox");

    public string Watches => Path.Combine(Root, "watch");

    public string Pulls => Path.Combine(Root, "pulls");

    public string Lock => Path.Combine(Root, "workbench.lock");

    public string PullsOf(Guid connection) => Path.Combine(Pulls, connection.ToString("D"));

    public string OutboxOf(CaseId id) => Path.Combine(Outboxes, id.Value.ToString("D"));

    public string WatchOf(Guid mailbox) => Path.Combine(Watches, mailbox.ToString("D") + ".book");

    public void RemoveOutbox(CaseId id)
    {
        if (Directory.Exists(OutboxOf(id)))
        {
            Directory.Delete(OutboxOf(id), recursive: true);
        }
    }

    /// <summary>How the database of these options is reached.</summary>
    public static DbContextOptions<StorageContext> DatabaseOf(WorkbenchOptions options) =>
        options.PostgreSql is { } connection
            ? Connections.PostgreSql(connection)
            : Connections.Sqlite(new DataFolder(Path.GetFullPath(options.Folder)).Database);
}
