using Reprieve.Amazon.Notifications;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Connections;

public sealed class QueuesOnSqlite() : QueueConnectionTests(new SqliteDatabase());

public sealed class QueuesOnPostgreSql() : QueueConnectionTests(new PostgreSqlDatabase());

/// <summary>The queue of a connection: sealed with it, gone with it, and what Amazon told kept over a crash.</summary>
public abstract class QueueConnectionTests(TestDatabase database) : IDisposable
{
    private const string Arn = "arn:aws:sqs:us-east-1:111122223333:reprieve";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    private static readonly QueueConnection Queue = new()
    {
        KeyId = "AKIDEXAMPLE",
        KeySecret = "the secret of the key",
        Arn = Arn,
        Own = [new OwnSubscription("ORDER_CHANGE", "old"), new OwnSubscription("REPORT_PROCESSING_FINISHED", "kept")],
    };

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_queue_is_kept_with_its_connection_unless_that_opens_another_account_by_now()
    {
        await using Workbench workbench = await database.OpenAsync();
        StoredConnection connection = await SavedAsync(workbench);

        (await workbench.Connections.KeepQueueAsync(connection, Queue, Cancel)).ShouldNotBeNull();
        StoredConnection kept = (await workbench.Connections.OfAsync(null, Cancel)).Single();
        kept.Queue.ShouldNotBeNull().Key.ShouldBe(Queue.Key);
        kept.Queue.Own.ShouldBe(Queue.Own);
        kept.Queue.Address.ShouldNotBeNull().Arn.ShouldBe(Arn);
        Queue.ToString().ShouldNotContain("secret");

        await workbench.Connections.SaveAsync(kept with { RefreshToken = "another" }, Cancel);
        (await workbench.Connections.KeepQueueAsync(kept, null, Cancel)).ShouldBeNull();
        (await workbench.Connections.OfAsync(null, Cancel)).Single().Queue.ShouldNotBeNull();
    }

    [Fact]
    public void After_a_set_up_a_new_subscription_takes_the_place_of_the_old_one_of_its_type_alone()
    {
        QueueConnection after = Queue.After(
            [
                new SubscriptionOutcome.Subscribed("ORDER_CHANGE", "new", null),
                new SubscriptionOutcome.Subscribed("LISTINGS_ITEM_STATUS_CHANGE", "bus", "aws.partner/source"),
                new SubscriptionOutcome.Elsewhere("ACCOUNT_STATUS_CHANGED", "others", "It goes elsewhere."),
                new SubscriptionOutcome.Refused("REPORT_PROCESSING_FINISHED", "Amazon refuses."),
            ],
            Now
        );

        after.Own.Select(own => own.Id).ShouldBe(["kept", "new", "bus"]);
        StoredSetUp setUp = after.SetUp.ShouldNotBeNull();
        setUp.Types.Select(type => type.Problem).ShouldBe([null, null, "It goes elsewhere.", "Amazon refuses."]);
        setUp.Types[1].EventSource.ShouldBe("aws.partner/source");
        setUp.Types[2].Elsewhere.ShouldBe("others");
        Queue.After([], Now, "It was slow.").Own.ShouldBe(Queue.Own);
    }

    [Fact]
    public async Task A_wish_to_look_stays_over_a_restart_until_a_look_that_began_later_is_done()
    {
        StoredConnection connection;
        await using (Workbench workbench = await database.OpenAsync())
        {
            connection = await SavedAsync(workbench);
            workbench.LookWishes.Find(connection.Id).ShouldBeNull();
            workbench.LookWishes.Add(connection.Id);
        }

        await using Workbench again = await database.OpenAsync();
        string wish = again.LookWishes.Find(connection.Id).ShouldNotBeNull();
        again.LookWishes.Add(connection.Id);
        again.LookWishes.Done(connection.Id, wish);
        string later = again.LookWishes.Find(connection.Id).ShouldNotBeNull("what came while the look ran is not done");
        again.LookWishes.Done(connection.Id, null);
        again.LookWishes.Find(connection.Id).ShouldBe(later);
        again.LookWishes.Done(connection.Id, later);
        again.LookWishes.Find(connection.Id).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_taken_and_wished_for_is_wiped_with_the_connection()
    {
        await using Workbench workbench = await database.OpenAsync();
        StoredConnection connection = await SavedAsync(workbench);
        workbench.LookWishes.Add(connection.Id);
        string folder = workbench.Connections.FolderOf(connection.Id);
        workbench.Connections.NotificationsOf(connection).Dispose();

        await workbench.Connections.RemoveAsync(null, connection.Id, Cancel);
        await workbench.Connections.ForgetRemovedAsync(Cancel);

        Directory.Exists(folder).ShouldBeFalse();
        workbench.LookWishes.Find(connection.Id).ShouldBeNull();
    }

    private static async Task<StoredConnection> SavedAsync(Workbench workbench)
    {
        var connection = new StoredConnection
        {
            Id = Guid.NewGuid(),
            Client = null,
            Name = "An account",
            Region = "na",
            ClientId = "client",
            ClientSecret = "secret",
            RefreshToken = "token",
        };
        await workbench.Connections.SaveAsync(connection, Cancel);
        return connection;
    }
}
