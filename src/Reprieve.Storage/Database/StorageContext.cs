using Microsoft.EntityFrameworkCore;

namespace Reprieve.Storage.Database;

/// <summary>The tables of the workbench, the same on SQLite and PostgreSQL.</summary>
internal sealed class StorageContext(DbContextOptions<StorageContext> options) : DbContext(options)
{
    public DbSet<ClientRow> Clients => Set<ClientRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<EntryRow> Entries => Set<EntryRow>();

    public DbSet<FileRow> Files => Set<FileRow>();

    public DbSet<TaskRow> Tasks => Set<TaskRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ClientRow>(row =>
        {
            row.ToTable("clients");
            row.Property(client => client.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<AccountRow>(row =>
        {
            row.ToTable("accounts");
            row.Property(account => account.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<CaseRow>(row =>
        {
            row.ToTable("cases");
            row.Property(one => one.Id).ValueGeneratedNever();
            row.Property(one => one.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<EntryRow>(row =>
        {
            row.ToTable("timeline");
            row.HasKey(entry => new { entry.CaseId, entry.Number });
        });
        modelBuilder.Entity<FileRow>(row =>
        {
            row.ToTable("files");
            row.HasKey(file => new
            {
                file.CaseId,
                file.PathKey,
                file.Revision,
            });
        });
        modelBuilder.Entity<TaskRow>(row =>
        {
            row.ToTable("tasks");
            row.Property(task => task.Id).ValueGeneratedNever();
        });
    }
}
