using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Reprieve.Cases;
using Reprieve.Storage.Database;
using Reprieve.Storage.Files;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

/// <summary>
/// The data folder of a workbench, opened: cases in a database, their files encrypted beside it, one key a case, those of
/// a client under a key of the client. One
/// process at a time holds it; within the process any number of callers may use it at once.
/// </summary>
public sealed partial class Workbench : IAsyncDisposable
{
    /// <summary>By what name its figures are listened to.</summary>
    public const string FiguresName = "Reprieve.Storage";

    private readonly FileStream _lock;

    private Workbench(DataFolder folder, DbContextOptions<StorageContext> database, TimeProvider clock, FileStream held)
    {
        _lock = held;
        Folder = folder;
        Database = database;
        Clock = clock;
        Keys = new KeyFolder(folder.Keys);
        Prints = new PrintSecret(folder.Keys);
        Blobs = new BlobFolder(folder.Files);
        WorkFolders = new WorkFolders(folder.Work);
        Cases = new CaseStore(this);
        Clients = new ClientBook(this);
        People = new PeopleBook(this);
        Sessions = new SessionBook(this);
        Passkeys = new PasskeyBook(this);
        Intakes = new IntakeBook(this);
        Tokens = new TokenBook(this);
        Replies = new ReplyBook(this);
        Mailboxes = new MailboxBook(this);
        Connections = new ConnectionBook(this);
        Snapshots = new SnapshotBook(this);
        LookWishes = new LookWishes(this);
        Arrivals = new ArrivalBook(this);
        AlertChannels = new AlertChannelBook(this);
    }

    /// <summary>The cases.</summary>
    public CaseStore Cases { get; }

    /// <summary>Clients and their seller accounts.</summary>
    public ClientBook Clients { get; }

    /// <summary>Who works here besides the one who started it.</summary>
    public PeopleBook People { get; }

    /// <summary>Who is signed in.</summary>
    public SessionBook Sessions { get; }

    /// <summary>What people sign in with instead of a password.</summary>
    public PasskeyBook Passkeys { get; }

    /// <summary>Links for clients.</summary>
    public IntakeBook Intakes { get; }

    /// <summary>What programs ask by in the place of people.</summary>
    public TokenBook Tokens { get; }

    /// <summary>What programs were answered.</summary>
    public ReplyBook Replies { get; }

    /// <summary>Mailboxes that answers go from and come to.</summary>
    public MailboxBook Mailboxes { get; }

    /// <summary>Connections to Amazon.</summary>
    public ConnectionBook Connections { get; }

    /// <summary>How the accounts behind connections stood.</summary>
    public SnapshotBook Snapshots { get; }

    /// <summary>Accounts that are to be looked at because Amazon told of a change.</summary>
    public LookWishes LookWishes { get; }

    /// <summary>Mails that arrived in watched mailboxes.</summary>
    public ArrivalBook Arrivals { get; }

    /// <summary>Tells of every change of a case.</summary>
    public CaseFeed Feed { get; } = new();

    /// <summary>Full path of the data folder, for people: what is copied to keep all of it.</summary>
    public string DataPath => Folder.Root;

    /// <summary>Folder of the seller's own knowledge, laid over the built-in; part of backups. Made by whoever writes it.</summary>
    public string KnowledgeFolder => Folder.Knowledge;

    internal DataFolder Folder { get; }

    internal DbContextOptions<StorageContext> Database { get; }

    internal TimeProvider Clock { get; }

    internal KeyFolder Keys { get; }

    internal PrintSecret Prints { get; }

    internal BlobFolder Blobs { get; }

    internal WorkFolders WorkFolders { get; }

    /// <summary>Held while something is written: SQLite takes one writer at a time, and a queue is fairer than its locks.</summary>
    internal SemaphoreSlim Writing { get; } = new(1, 1);

    /// <summary>Held while contents may not go: a backup copies them, a deletion removes them.</summary>
    internal SemaphoreSlim Removing { get; } = new(1, 1);

    /// <summary>
    /// Opens the data folder, and makes it when it is not there (for the user alone). Brings the database to the newest
    /// form, wipes the working folders and what was half-written, and finishes deletions that were interrupted.
    /// </summary>
    /// <exception cref="StorageException">Another process has it open, or the database cannot be used.</exception>
    public static async Task<Workbench> OpenAsync(
        WorkbenchOptions options,
        TimeProvider clock,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = new DataFolder(Path.GetFullPath(options.Folder));
        FileStream held = Hold(folder);
        try
        {
            Durable.MakeFolder(folder.Keys);
            var workbench = new Workbench(folder, DataFolder.DatabaseOf(options), clock, held);
            workbench.Blobs.Prepare();
            workbench.WorkFolders.Prepare();
            await using (StorageContext db = workbench.Connect())
            {
                await ReleaseMigrationsAsync(db, cancel);
                await db.Database.MigrateAsync(cancel);
            }

            await workbench.FinishInterruptedAsync(cancel);
            await workbench.FinishClientKeysAsync(cancel);
            await BoardColumns.FillAsync(workbench, cancel);
            return workbench;
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            await held.DisposeAsync();
            throw new StorageException(Say.Texts.Get("Database_Fault", fault.Message), fault);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Writing.WaitAsync();
        WorkFolders.Wipe();
        await using (StorageContext db = Connect())
        {
            if (db.Database.GetDbConnection() is SqliteConnection sqlite)
            {
                SqliteConnection.ClearPool(sqlite);
            }
        }

        Writing.Dispose();
        Removing.Dispose();
        await _lock.DisposeAsync();
    }

    /// <summary>The cases as somebody sees them who sees only some clients: those of others are not there.</summary>
    public CaseStore CasesSeen(Sight sight) => new(this, sight);

    internal StorageContext Connect(Sight? sight = null) => new(Database, sight);

    /// <summary>Writes to the database, in turn.</summary>
    internal Task WriteAsync(Func<StorageContext, Task> change, CancellationToken cancel) =>
        StorageFigures.TimedAsync(
            "other",
            async () =>
            {
                await WriteInTurnAsync(change, cancel);
                return true;
            }
        );

    private async Task WriteInTurnAsync(Func<StorageContext, Task> change, CancellationToken cancel)
    {
        await Writing.WaitAsync(cancel);
        try
        {
            await using StorageContext db = Connect();
            await change(db);
        }
        finally
        {
            Writing.Release();
        }
    }

    private static FileStream Hold(DataFolder folder)
    {
        try
        {
            Durable.MakeFolder(folder.Root);
            return new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StorageException(Say.Texts.Get("Folder_Denied", folder.Root, fault.Message), fault);
        }
        catch (IOException fault)
        {
            throw File.Exists(folder.Lock)
                ? new FolderTakenException(Say.Texts.Get("Folder_Taken", folder.Root), fault)
                : new StorageException(Say.Texts.Get("Folder_Denied", folder.Root, fault.Message), fault);
        }
    }

    /// <summary>
    /// Takes away the lock that a migration leaves behind in SQLite when its process is killed; every later one would wait
    /// for it forever. The folder is held, so nobody else can be migrating.
    /// </summary>
    private static async Task ReleaseMigrationsAsync(StorageContext db, CancellationToken cancel)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        }
    }

    /// <summary>A case being made is kept when it reached the database; one being deleted is deleted to the end.</summary>
    private async Task FinishInterruptedAsync(CancellationToken cancel)
    {
        foreach (CaseId begun in Keys.Begun)
        {
            await using StorageContext db = Connect();
            if (await db.Cases.AnyAsync(row => row.Id == begun.Value, cancel))
            {
                Keys.Keep(begun);
            }
            else
            {
                Keys.Abandon(begun);
                Blobs.Delete(begun);
            }
        }

        foreach (CaseId gone in Keys.Deleted)
        {
            await Cases.DeleteAsync(gone, Timeline.Reprieve, cancel);
        }
    }
}
