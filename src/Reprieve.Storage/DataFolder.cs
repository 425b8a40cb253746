using Microsoft.EntityFrameworkCore;
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

    public string Lock => Path.Combine(Root, "workbench.lock");

    /// <summary>How the database of these options is reached.</summary>
    public static DbContextOptions<StorageContext> DatabaseOf(WorkbenchOptions options) =>
        options.PostgreSql is { } connection
            ? Connections.PostgreSql(connection)
            : Connections.Sqlite(new DataFolder(Path.GetFullPath(options.Folder)).Database);
}
