using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Reprieve.Storage.Database;

/// <summary>Opens the database: SQLite in a file, or PostgreSQL.</summary>
internal static class Connections
{
    /// <summary>A database in a file, made when it is not there.</summary>
    public static DbContextOptions<StorageContext> Sqlite(string file, bool pooled = true) =>
        Common(new DbContextOptionsBuilder<StorageContext>())
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Pooling = pooled }.ConnectionString)
            .AddInterceptors(Durable.Instance)
            .Options;

    public static DbContextOptions<StorageContext> PostgreSql(string connection) =>
        Common(new DbContextOptionsBuilder<StorageContext>()).UseNpgsql(connection).Options;

    /// <summary>The migrations are written by hand for both databases, so there is no snapshot to compare with.</summary>
    private static DbContextOptionsBuilder<StorageContext> Common(DbContextOptionsBuilder<StorageContext> builder) =>
        builder
            .ReplaceService<IModelCacheKeyFactory, SeenModel>()
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    /// <summary>What is acknowledged lies on the disk: the log is written ahead and flushed at every commit.</summary>
    private sealed class Durable : DbConnectionInterceptor
    {
        public static readonly Durable Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
            Set(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection)
        {
            using DbCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";
            command.ExecuteNonQuery();
        }
    }
}
