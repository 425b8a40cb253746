using System.Text;
using System.Text.Json;
using Reprieve.Amazon;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Connections;

public sealed class ConnectionsOnSqlite() : ConnectionBookTests(new SqliteDatabase());

public sealed class ConnectionsOnPostgreSql() : ConnectionBookTests(new PostgreSqlDatabase());

/// <summary>Connections to Amazon with their secrets, each client's apart.</summary>
public abstract class ConnectionBookTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly ConnectionTrial Found = new(
        new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero),
        [new FoundStore("amazon.de", "A1PA6795UKMFR9", ListingsInactive: true)],
        [new ConnectionRight("searchOrders", "Inventory and Order Tracking", "Amazon denies it.")]
    );

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_connection_comes_back_as_it_was_after_a_restart()
    {
        StoredConnection connection = Of(null) with { SellerId = "A2EXAMPLE", Stores = ["amazon.de"], Trial = Found };
        await using (Workbench workbench = await database.OpenAsync())
        {
            await workbench.Connections.SaveAsync(connection with { Name = "Before" }, Cancel);
            await workbench.Connections.SaveAsync(connection, Cancel);
        }

        await using Workbench again = await database.OpenAsync();
        Text((await again.Connections.OfAsync(null, Cancel)).ShouldHaveSingleItem()).ShouldBe(Text(connection));
        connection.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task Each_client_has_its_own_and_loses_them_with_itself()
    {
        await using Workbench workbench = await database.OpenAsync();
        Client one = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "One"), Cancel);
        Client two = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "Two"), Cancel);
        await workbench.Connections.SaveAsync(Of(one.Id), Cancel);

        (await workbench.Connections.OfAsync(two.Id, Cancel)).ShouldBeEmpty();
        (await workbench.Connections.OfAsync(null, Cancel)).ShouldBeEmpty();
        StoredConnection kept = (await workbench.Connections.OfAsync(one.Id, Cancel)).ShouldHaveSingleItem();
        await workbench.Connections.RemoveAsync(two.Id, kept.Id, Cancel);
        (await workbench.Connections.OfAsync(one.Id, Cancel)).Count.ShouldBe(1);
        (await workbench.Clients.RemoveAsync(one.Id, Cancel)).ShouldBeTrue();
        await using Database.StorageContext db = workbench.Connect();
        db.Connections.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_watch_kept_by_hand_has_no_secrets_and_nothing_that_asks_amazon_takes_it()
    {
        StoredConnection hand = StoredConnection.OfHand(Guid.NewGuid(), null, "Our shop", "eu", "amazon.de");
        await using (Workbench workbench = await database.OpenAsync())
        {
            await workbench.Connections.SaveAsync(hand, Cancel);
            await workbench.Connections.SaveAsync(Of(null), Cancel);
        }

        await using Workbench again = await database.OpenAsync();
        (await again.Connections.AllAsync(Cancel)).ShouldHaveSingleItem().Name.ShouldBe("Northfold");
        StoredConnection kept = (await again.Connections.ByHandAsync(Cancel)).ShouldHaveSingleItem();
        Text(kept).ShouldBe(Text(hand));
        (kept.ClientId + kept.ClientSecret + kept.RefreshToken).ShouldBeEmpty();
        (await again.Connections.OfAsync(null, Cancel)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_of_one_that_was_forgotten_stays_in_the_database()
    {
        await using Workbench workbench = await database.OpenAsync();
        StoredConnection connection = Of(null);
        await workbench.Connections.SaveAsync(connection, Cancel);

        await workbench.Connections.RemoveAsync(null, connection.Id, Cancel);
        await workbench.Connections.RemoveAsync(null, connection.Id, Cancel);

        await using Database.StorageContext db = workbench.Connect();
        db.Connections.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_trial_found_is_kept_with_the_connection_it_tried()
    {
        await using Workbench workbench = await database.OpenAsync();
        StoredConnection tried = Of(null);
        await workbench.Connections.SaveAsync(tried with { Stores = ["amazon.de"] }, Cancel);

        await workbench.Connections.KeepTrialAsync(tried, Found, Cancel);

        StoredConnection kept = (await workbench.Connections.OfAsync(null, Cancel)).ShouldHaveSingleItem();
        Text(kept.Trial).ShouldBe(Text(Found));
        kept.Stores.ShouldBe(["amazon.de"], "what else was changed meanwhile stays");
    }

    [Fact]
    public async Task What_a_trial_found_is_dropped_when_the_connection_was_changed_or_forgotten_meanwhile()
    {
        await using Workbench workbench = await database.OpenAsync();
        StoredConnection tried = Of(null);
        await workbench.Connections.SaveAsync(tried with { ClientSecret = "another secret" }, Cancel);

        await workbench.Connections.KeepTrialAsync(tried, Found, Cancel);
        (await workbench.Connections.OfAsync(null, Cancel)).ShouldHaveSingleItem().Trial.ShouldBeNull();
        await workbench.Connections.RemoveAsync(null, tried.Id, Cancel);
        await workbench.Connections.KeepTrialAsync(tried, Found, Cancel);

        (await workbench.Connections.OfAsync(null, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_moved_to_another_client_does_not_open()
    {
        await using Workbench workbench = await database.OpenAsync();
        Client one = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "One"), Cancel);
        Client two = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "Two"), Cancel);
        await workbench.Connections.SaveAsync(Of(one.Id), Cancel);
        await workbench.Connections.SaveAsync(Of(two.Id), Cancel);
        await using (Database.StorageContext db = workbench.Connect())
        {
            Database.ConnectionRow moved = db.Connections.Single(row => row.ClientId == one.Id);
            moved.ClientId = two.Id;
            await db.SaveChangesAsync(Cancel);
        }

        await Should.ThrowAsync<StorageException>(() => workbench.Connections.OfAsync(two.Id, Cancel));
    }

    [Fact]
    public async Task Neither_names_nor_secrets_can_be_read_from_the_database()
    {
        await using Workbench workbench = await database.OpenAsync();
        await workbench.Connections.SaveAsync(Of(null), Cancel);
        await using Database.StorageContext db = workbench.Connect();
        string row = Encoding.Latin1.GetString(db.Connections.Single().Body);
        row.ShouldNotContain("Northfold");
        row.ShouldNotContain("our-app");
        row.ShouldNotContain("secret");
        row.ShouldNotContain("token");
    }

    /// <summary>All of it; lists are equal only as the same object.</summary>
    private static string Text<T>(T value) => JsonSerializer.Serialize(value);

    private static StoredConnection Of(Guid? client) =>
        new()
        {
            Id = Guid.NewGuid(),
            Client = client,
            Name = "Northfold",
            Region = "eu",
            ClientId = "our-app",
            ClientSecret = "a secret",
            RefreshToken = "a token",
        };
}
