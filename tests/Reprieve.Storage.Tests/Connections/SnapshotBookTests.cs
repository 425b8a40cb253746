using Microsoft.EntityFrameworkCore;
using Reprieve.Practices.Standing;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Connections;

public sealed class SnapshotsOnSqlite() : SnapshotBookTests(new SqliteDatabase());

public sealed class SnapshotsOnPostgreSql() : SnapshotBookTests(new PostgreSqlDatabase());

/// <summary>How accounts stood, look by look.</summary>
public abstract class SnapshotBookTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset First = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Looks_come_back_after_a_restart_oldest_first_and_from_the_day_that_is_asked_for()
    {
        StoredConnection connection = Connection(null);
        await using (Workbench workbench = await database.OpenAsync())
        {
            await workbench.Connections.SaveAsync(connection, Cancel);
            await workbench.Snapshots.KeepAsync(connection, Look(First.AddDays(1), "AT_RISK"), Cancel);
            await workbench.Snapshots.KeepAsync(connection, Look(First, "NORMAL"), Cancel);
        }

        await using Workbench again = await database.OpenAsync();
        IReadOnlyList<AccountSnapshot> all = await again.Snapshots.OfAsync(connection.Id, First, Cancel);
        all.Select(one => (one.TakenAt, one.Store, one.Status))
            .ShouldBe([
                (First, "amazon.de", "NORMAL"),
                (First, "amazon.fr", "NORMAL"),
                (First.AddDays(1), "amazon.de", "AT_RISK"),
                (First.AddDays(1), "amazon.fr", "AT_RISK"),
            ]);
        all[0].Counters["listingPolicyViolations"].ShouldBe(3);
        (await again.Snapshots.OfAsync(connection.Id, First.AddDays(1), Cancel)).Count.ShouldBe(2);
        (await again.Snapshots.LastAsync(connection.Id, Cancel)).ShouldBe(First.AddDays(1));
        (await again.Snapshots.LastAsync(Guid.NewGuid(), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_seen_goes_with_the_connection_and_with_the_client()
    {
        await using Workbench workbench = await database.OpenAsync();
        Client client = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "One"), Cancel);
        StoredConnection kept = Connection(client.Id);
        StoredConnection gone = Connection(client.Id);
        foreach (StoredConnection one in new[] { kept, gone })
        {
            await workbench.Connections.SaveAsync(one, Cancel);
            await workbench.Snapshots.KeepAsync(one, Look(First, "NORMAL"), Cancel);
        }

        await workbench.Connections.RemoveAsync(client.Id, gone.Id, Cancel);
        (await workbench.Snapshots.OfAsync(gone.Id, First, Cancel)).ShouldBeEmpty();
        (await workbench.Snapshots.OfAsync(kept.Id, First, Cancel)).Count.ShouldBe(2);

        // A look that ends after its connection was forgotten leaves nothing behind.
        await workbench.Snapshots.KeepAsync(gone, Look(First.AddDays(1), "NORMAL"), Cancel);
        (await workbench.Clients.RemoveAsync(client.Id, Cancel)).ShouldBeTrue();
        await using Database.StorageContext db = workbench.Connect();
        db.Snapshots.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_of_a_look_can_be_read_in_the_database_and_a_changed_one_is_refused()
    {
        await using Workbench workbench = await database.OpenAsync();
        StoredConnection connection = Connection(null);
        await workbench.Connections.SaveAsync(connection, Cancel);
        await workbench.Snapshots.KeepAsync(connection, Look(First, "DEACTIVATED"), Cancel);

        await using Database.StorageContext db = workbench.Connect();
        Database.SnapshotRow row = await db.Snapshots.SingleAsync(Cancel);
        System.Text.Encoding.UTF8.GetString(row.Body).ShouldNotContain("DEACTIVATED");
        row.Body = [.. row.Body[..^1], (byte)(row.Body[^1] ^ 1)];
        await db.SaveChangesAsync(Cancel);

        StorageException fault = await Should.ThrowAsync<StorageException>(() =>
            workbench.Snapshots.OfAsync(connection.Id, First, Cancel)
        );
        fault.Message.ShouldContain("changed outside");
    }

    [Fact]
    public async Task All_connections_are_told_and_one_whose_key_is_gone_hides_no_other()
    {
        await using Workbench workbench = await database.OpenAsync();
        Client client = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "One"), Cancel);
        StoredConnection lost = Connection(client.Id);
        StoredConnection own = Connection(null);
        await workbench.Connections.SaveAsync(lost, Cancel);
        await workbench.Connections.SaveAsync(own, Cancel);
        (await workbench.Connections.AllAsync(Cancel)).Select(one => one.Id).ShouldBe([lost.Id, own.Id], true);

        workbench.Keys.Clients.Destroy(client.Id);
        (await workbench.Connections.AllAsync(Cancel)).ShouldHaveSingleItem().Id.ShouldBe(own.Id);
    }

    private static StoredConnection Connection(Guid? client) =>
        new()
        {
            Id = Guid.NewGuid(),
            Client = client,
            Name = "Own",
            Region = "eu",
            ClientId = "amzn1.application-oa2-client.example",
            ClientSecret = "secret",
            RefreshToken = "token",
        };

    private static AccountSnapshot[] Look(DateTimeOffset at, string status) =>
        [
            .. new[] { "amazon.de", "amazon.fr" }.Select(store => new AccountSnapshot
            {
                TakenAt = at,
                Store = store,
                Status = status,
                Counters = new Dictionary<string, int> { ["listingPolicyViolations"] = 3 },
            }),
        ];
}
