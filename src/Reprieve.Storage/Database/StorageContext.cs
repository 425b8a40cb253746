using Microsoft.EntityFrameworkCore;

namespace Reprieve.Storage.Database;

/// <summary>The tables of the workbench, the same on SQLite and PostgreSQL.</summary>
/// <param name="sight">What is seen of them; null for all.</param>
internal sealed class StorageContext(DbContextOptions<StorageContext> options, Sight? sight = null) : DbContext(options)
{
    private readonly List<Guid> _clients = [.. sight?.Clients ?? []];
    private readonly List<Guid> _stores = [.. sight?.Stores ?? []];

    public bool IsFiltered { get; } = sight is not null;

    public DbSet<ClientRow> Clients => Set<ClientRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<EntryRow> Entries => Set<EntryRow>();

    public DbSet<FileRow> Files => Set<FileRow>();

    public DbSet<TaskRow> Tasks => Set<TaskRow>();

    public DbSet<PrintRow> Prints => Set<PrintRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<GrantRow> Grants => Set<GrantRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<PasskeyRow> Passkeys => Set<PasskeyRow>();

    public DbSet<IntakeRow> Intakes => Set<IntakeRow>();

    public DbSet<JournalRow> Journal => Set<JournalRow>();

    public DbSet<TokenRow> Tokens => Set<TokenRow>();

    public DbSet<MailboxRow> Mailboxes => Set<MailboxRow>();

    public DbSet<ConnectionRow> Connections => Set<ConnectionRow>();

    public DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();

    public DbSet<ArrivalRow> Arrivals => Set<ArrivalRow>();

    public DbSet<AlertChannelRow> AlertChannels => Set<AlertChannelRow>();

    public DbSet<ReplyRow> Replies => Set<ReplyRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        OfCases(modelBuilder);
        OfPeople(modelBuilder);
        if (IsFiltered)
        {
            Filter(modelBuilder);
        }
    }

    /// <summary>Clients are kept apart: whoever sees some of them finds no row of another, whatever is asked for.</summary>
    private void Filter(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ClientRow>().HasQueryFilter(row => _clients.Contains(row.Id));
        modelBuilder.Entity<AccountRow>().HasQueryFilter(row => _stores.Contains(row.Id));
        modelBuilder
            .Entity<CaseRow>()
            .HasQueryFilter(row => row.AccountId != null && _stores.Contains(row.AccountId.Value));
        modelBuilder.Entity<EntryRow>().HasQueryFilter(row => Cases.Any(one => one.Id == row.CaseId));
        modelBuilder.Entity<FileRow>().HasQueryFilter(row => Cases.Any(one => one.Id == row.CaseId));
        modelBuilder.Entity<TaskRow>().HasQueryFilter(row => Cases.Any(one => one.Id == row.CaseId));
        modelBuilder.Entity<PrintRow>().HasQueryFilter(row => Cases.Any(one => one.Id == row.CaseId));
        modelBuilder.Entity<IntakeRow>().HasQueryFilter(row => Cases.Any(one => one.Id == row.CaseId));
        modelBuilder.Entity<MailboxRow>().HasQueryFilter(row => _clients.Contains(row.ClientId));
        modelBuilder.Entity<ConnectionRow>().HasQueryFilter(row => _clients.Contains(row.ClientId));
        modelBuilder.Entity<SnapshotRow>().HasQueryFilter(row => _clients.Contains(row.ClientId));
        modelBuilder.Entity<ArrivalRow>().HasQueryFilter(row => _clients.Contains(row.ClientId));
        modelBuilder.Entity<PersonRow>().HasQueryFilter(_ => false);
        modelBuilder.Entity<PasskeyRow>().HasQueryFilter(_ => false);
        modelBuilder.Entity<GrantRow>().HasQueryFilter(_ => false);
        modelBuilder.Entity<SessionRow>().HasQueryFilter(_ => false);
        modelBuilder.Entity<JournalRow>().HasQueryFilter(_ => false);
        modelBuilder.Entity<TokenRow>().HasQueryFilter(_ => false);
        modelBuilder.Entity<ReplyRow>().HasQueryFilter(_ => false);
        modelBuilder.Entity<AlertChannelRow>().HasQueryFilter(_ => false);
    }

    private static void OfPeople(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PersonRow>(row =>
        {
            row.ToTable("people");
            row.Property(person => person.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<GrantRow>(row =>
        {
            row.ToTable("grants");
            row.HasKey(grant => new { grant.PersonId, grant.ClientId });
        });
        modelBuilder.Entity<SessionRow>(row =>
        {
            row.ToTable("sessions");
            row.HasKey(session => session.KeyHash);
        });
        modelBuilder.Entity<PasskeyRow>(row =>
        {
            row.ToTable("passkeys");
            row.HasKey(passkey => passkey.Id);
        });
        modelBuilder.Entity<IntakeRow>(row =>
        {
            row.ToTable("intakes");
            row.HasKey(link => link.TokenHash);
        });
        modelBuilder.Entity<JournalRow>(row =>
        {
            row.ToTable("journal");
            row.Property(entry => entry.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<TokenRow>(row =>
        {
            row.ToTable("tokens");
            row.HasKey(token => token.TokenHash);
        });
        modelBuilder.Entity<ReplyRow>(row =>
        {
            row.ToTable("replies");
            row.HasKey(reply => new { reply.TokenId, reply.Key });
        });
        modelBuilder.Entity<AlertChannelRow>(row =>
        {
            row.ToTable("alert_channels");
            row.Property(channel => channel.Id).ValueGeneratedNever();
        });
    }

    private static void OfCases(ModelBuilder modelBuilder)
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
        modelBuilder.Entity<PrintRow>(row =>
        {
            row.ToTable("prints");
            row.HasKey(print => new
            {
                print.CaseId,
                print.Store,
                print.Round,
            });
            row.Property(print => print.Store).HasMaxLength(40);
        });
        modelBuilder.Entity<MailboxRow>(row =>
        {
            row.ToTable("mailboxes");
            row.Property(mailbox => mailbox.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<ConnectionRow>(row =>
        {
            row.ToTable("connections");
            row.Property(connection => connection.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<SnapshotRow>(row =>
        {
            row.ToTable("snapshots");
            row.Property(snapshot => snapshot.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<ArrivalRow>(row =>
        {
            row.ToTable("arrivals");
            row.Property(arrival => arrival.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<TaskRow>(row =>
        {
            row.ToTable("tasks");
            row.Property(task => task.Id).ValueGeneratedNever();
        });
    }
}
