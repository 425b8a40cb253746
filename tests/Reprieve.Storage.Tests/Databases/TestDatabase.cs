using Microsoft.Extensions.Time.Testing;

namespace Reprieve.Storage.Tests.Databases;

/// <summary>A data folder for one test, on one of the two databases.</summary>
public abstract class TestDatabase : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("reprieve-storage-").FullName;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));

    public abstract WorkbenchOptions Options { get; }

    /// <summary>A place for another workbench on the same kind of database.</summary>
    public abstract WorkbenchOptions Another();

    public Task<Workbench> OpenAsync() => Workbench.OpenAsync(Options, Clock, TestContext.Current.CancellationToken);

    public virtual void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>SQLite in the data folder.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    public override WorkbenchOptions Options => new() { Folder = Path.Combine(Folder, "data") };

    public override WorkbenchOptions Another() => new() { Folder = Path.Combine(Folder, "another") };
}

/// <summary>A database of its own on the throw-away server.</summary>
public sealed class PostgreSqlDatabase : TestDatabase
{
    private readonly string _connection = PostgreSqlServer.NewDatabase();
    private readonly string _other = PostgreSqlServer.NewDatabase();

    public override WorkbenchOptions Options =>
        new() { Folder = Path.Combine(Folder, "data"), PostgreSql = _connection };

    public override WorkbenchOptions Another() =>
        new() { Folder = Path.Combine(Folder, "another"), PostgreSql = _other };
}
