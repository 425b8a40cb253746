using System.Text;
using Reprieve.Alerts;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Alerts;

public sealed class AlertChannelsOnSqlite() : AlertChannelBookTests(new SqliteDatabase());

public sealed class AlertChannelsOnPostgreSql() : AlertChannelBookTests(new PostgreSqlDatabase());

/// <summary>Channels with their secrets.</summary>
public abstract class AlertChannelBookTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_channel_comes_back_as_it_was_after_a_restart()
    {
        AlertChannel channel = Channel();
        await using (Workbench workbench = await database.OpenAsync())
        {
            await workbench.AlertChannels.SaveAsync(channel with { Name = "before" }, Cancel);
            await workbench.AlertChannels.SaveAsync(channel, Cancel);
        }

        await using Workbench again = await database.OpenAsync();
        KeptChannels kept = await again.AlertChannels.AllAsync(Cancel);
        kept.Channels.ShouldBe([channel]);
        kept.Broken.ShouldBeEmpty();
        await again.AlertChannels.RemoveAsync(Guid.Parse(channel.Id), Cancel);
        (await again.AlertChannels.AllAsync(Cancel)).Channels.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_was_changed_is_said_to_be_broken_and_can_be_removed()
    {
        await using Workbench workbench = await database.OpenAsync();
        AlertChannel sound = Channel();
        AlertChannel broken = Channel();
        await workbench.AlertChannels.SaveAsync(sound, Cancel);
        await workbench.AlertChannels.SaveAsync(broken, Cancel);
        await using (Database.StorageContext db = workbench.Connect())
        {
            var id = Guid.Parse(broken.Id);
            db.AlertChannels.Single(row => row.Id == id).Body = [1, 2, 3];
            await db.SaveChangesAsync(Cancel);
        }

        KeptChannels kept = await workbench.AlertChannels.AllAsync(Cancel);
        kept.Channels.ShouldBe([sound]);
        kept.Broken.ShouldBe([Guid.Parse(broken.Id)]);
        await workbench.AlertChannels.RemoveAsync(kept.Broken[0], Cancel);
        (await workbench.AlertChannels.AllAsync(Cancel)).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Neither_address_nor_secret_can_be_read_from_the_database()
    {
        await using Workbench workbench = await database.OpenAsync();
        await workbench.AlertChannels.SaveAsync(Channel(), Cancel);
        await using Database.StorageContext db = workbench.Connect();
        string row = Encoding.Latin1.GetString(db.AlertChannels.Single().Body);
        row.ShouldNotContain("robot.example");
        row.ShouldNotContain("secret");
    }

    private static AlertChannel Channel() =>
        new()
        {
            Id = Guid.NewGuid().ToString(),
            Name = "The group",
            Kind = AlertKind.Feishu,
            Address = new Uri("https://robot.example/hook/1"),
            Secret = "a secret of the robot",
            Language = "zh-Hans",
            Zone = "Asia/Shanghai",
            Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 30)),
            DigestAt = new TimeOnly(9, 0),
        };
}
