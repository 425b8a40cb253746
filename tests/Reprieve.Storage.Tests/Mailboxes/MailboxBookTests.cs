using System.Text;
using Reprieve.Mail;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Mailboxes;

public sealed class MailboxesOnSqlite() : MailboxBookTests(new SqliteDatabase());

public sealed class MailboxesOnPostgreSql() : MailboxBookTests(new PostgreSqlDatabase());

/// <summary>Mailboxes with their secrets, each client's apart.</summary>
public abstract class MailboxBookTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_mailbox_comes_back_as_it_was_after_a_restart()
    {
        Mailbox mailbox = Of(null) with { Smtp = MailAccount.ServerOf("smtp.example.com:587"), UserName = "dana" };
        await using (Workbench workbench = await database.OpenAsync())
        {
            await workbench.Mailboxes.SaveAsync(mailbox, Cancel);
        }

        await using Workbench again = await database.OpenAsync();
        (await again.Mailboxes.OfAsync(null, Cancel)).ShouldBe([mailbox]);
        mailbox.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task Each_client_has_its_own_and_nobody_elses()
    {
        await using Workbench workbench = await database.OpenAsync();
        Client one = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "One"), Cancel);
        Client two = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "Two"), Cancel);
        await workbench.Mailboxes.SaveAsync(Of(one.Id), Cancel);

        (await workbench.Mailboxes.OfAsync(two.Id, Cancel)).ShouldBeEmpty();
        (await workbench.Mailboxes.OfAsync(null, Cancel)).ShouldBeEmpty();
        Mailbox kept = (await workbench.Mailboxes.OfAsync(one.Id, Cancel)).ShouldHaveSingleItem();
        await workbench.Mailboxes.RemoveAsync(two.Id, kept.Id, Cancel);
        (await workbench.Mailboxes.OfAsync(one.Id, Cancel)).Count.ShouldBe(1);
        (await workbench.Clients.RemoveAsync(one.Id, Cancel)).ShouldBeTrue();
        (await workbench.Mailboxes.OfAsync(one.Id, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_moved_to_another_client_does_not_open()
    {
        await using Workbench workbench = await database.OpenAsync();
        Client one = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "One"), Cancel);
        Client two = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "Two"), Cancel);
        await workbench.Mailboxes.SaveAsync(Of(one.Id), Cancel);
        await workbench.Mailboxes.SaveAsync(Of(two.Id), Cancel);
        await using (Database.StorageContext db = workbench.Connect())
        {
            Database.MailboxRow moved = db.Mailboxes.Single(row => row.ClientId == one.Id);
            moved.ClientId = two.Id;
            await db.SaveChangesAsync(Cancel);
        }

        await Should.ThrowAsync<StorageException>(() => workbench.Mailboxes.OfAsync(two.Id, Cancel));
    }

    [Fact]
    public async Task Neither_address_nor_secret_can_be_read_from_the_database()
    {
        await using (Workbench workbench = await database.OpenAsync())
        {
            await workbench.Mailboxes.SaveAsync(Of(null), Cancel);
            await using Database.StorageContext db = workbench.Connect();
            string row = Encoding.Latin1.GetString(db.Mailboxes.Single().Body);
            row.ShouldNotContain("owner@");
            row.ShouldNotContain("secret");
        }
    }

    private static Mailbox Of(Guid? client) =>
        new()
        {
            Id = Guid.NewGuid(),
            Client = client,
            Address = "owner@harbor.example",
            Password = "a secret",
        };
}
