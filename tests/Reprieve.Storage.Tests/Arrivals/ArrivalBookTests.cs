using System.Text;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Arrivals;

public sealed class ArrivalsOnSqlite() : ArrivalBookTests(new SqliteDatabase());

public sealed class ArrivalsOnPostgreSql() : ArrivalBookTests(new PostgreSqlDatabase());

/// <summary>Mails that arrived: each once, sealed, and gone when they are sorted.</summary>
public abstract class ArrivalBookTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly byte[] Mail = "Subject: secret words\r\n\r\nThe account"u8.ToArray();

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_mail_is_kept_once_for_a_client_however_often_it_comes()
    {
        Arrival first = Of(null);
        await using (Workbench workbench = await database.OpenAsync())
        {
            (await workbench.Arrivals.KeepAsync(first, "one", Mail, Cancel)).ShouldBeTrue();
        }

        await using Workbench again = await database.OpenAsync();
        (await again.Arrivals.KeepAsync(Of(null), "one", Mail, Cancel)).ShouldBeFalse();
        (await again.Arrivals.NewAsync(null, Cancel)).ShouldHaveSingleItem().Id.ShouldBe(first.Id);
        (await again.Arrivals.MailAsync(first.Id, Cancel)).ShouldBe(Mail);

        Client client = await again.Clients.SaveAsync(new Client(Guid.NewGuid(), "One"), Cancel);
        (await again.Arrivals.KeepAsync(Of(client.Id), "one", Mail, Cancel)).ShouldBeTrue();
        (await again.Arrivals.CountAsync([client.Id], [ArrivalState.New], Cancel)).ShouldBe(1);
        (await again.Arrivals.CountAsync([null], [ArrivalState.New], Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_new_comes_oldest_first_and_lists_show_the_newest_first()
    {
        await using Workbench workbench = await database.OpenAsync();
        foreach (int day in new[] { 2, 1, 3 })
        {
            await workbench.Arrivals.KeepAsync(Of(null, day), $"{day}", Mail, Cancel);
        }

        (await workbench.Arrivals.NewAsync(null, Cancel)).Select(one => one.At.Day).ShouldBe([1, 2, 3]);
        (await workbench.Arrivals.ListAsync(null, [ArrivalState.New], 2, Cancel))
            .Select(one => one.At.Day)
            .ShouldBe([3, 2]);
    }

    [Theory]
    [InlineData(ArrivalState.InCase, false, true)]
    [InlineData(ArrivalState.Opened, false, true)]
    [InlineData(ArrivalState.ToSort, true, true)]
    [InlineData(ArrivalState.Flagged, true, true)]
    [InlineData(ArrivalState.SetAside, false, false)]
    public async Task The_mail_is_kept_until_it_is_sorted(ArrivalState state, bool mail, bool message)
    {
        await using Workbench workbench = await database.OpenAsync();
        Arrival arrival = Of(null);
        await workbench.Arrivals.KeepAsync(arrival, "one", Mail, Cancel);
        (await workbench.Arrivals.SettleAsync(arrival with { State = state }, ArrivalState.New, Cancel)).ShouldBeTrue();

        (await workbench.Arrivals.MailAsync(arrival.Id, Cancel) is not null).ShouldBe(mail);
        Arrival kept = (await workbench.Arrivals.FindAsync(arrival.Id, Cancel)).ShouldNotBeNull();
        kept.State.ShouldBe(state);
        (kept.Message is not null).ShouldBe(message);
        // Its coming is remembered, so that it is not taken again.
        (await workbench.Arrivals.KeepAsync(Of(null), "one", Mail, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_comes_second_changes_nothing()
    {
        await using Workbench workbench = await database.OpenAsync();
        Arrival arrival = Of(null);
        await workbench.Arrivals.KeepAsync(arrival, "one", Mail, Cancel);
        await workbench.Arrivals.SettleAsync(arrival with { State = ArrivalState.SetAside }, ArrivalState.New, Cancel);
        bool second = await workbench.Arrivals.SettleAsync(
            arrival with
            {
                State = ArrivalState.ToSort,
            },
            ArrivalState.New,
            Cancel
        );
        second.ShouldBeFalse();
        (await workbench.Arrivals.FindAsync(arrival.Id, Cancel))
            .ShouldNotBeNull()
            .State.ShouldBe(ArrivalState.SetAside);
    }

    [Fact]
    public async Task Nothing_that_a_mail_says_can_be_read_from_the_database()
    {
        await using Workbench workbench = await database.OpenAsync();
        await workbench.Arrivals.KeepAsync(Of(null), "secret-identity", Mail, Cancel);
        await using Database.StorageContext db = workbench.Connect();
        Database.ArrivalRow row = db.Arrivals.Single();
        string text = Encoding.Latin1.GetString(row.Body) + Encoding.Latin1.GetString(row.Mail!) + row.Print;
        text.ShouldNotContain("secret");
        text.ShouldNotContain("owner@");
    }

    [Fact]
    public async Task It_goes_with_its_client_and_with_its_case()
    {
        await using Workbench workbench = await database.OpenAsync();
        Client client = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "One"), Cancel);
        await workbench.Arrivals.KeepAsync(Of(client.Id), "one", Mail, Cancel);
        StoredCase opened = await workbench.Cases.AddAsync("A case", "us", Cancel);
        Arrival taken = Of(null);
        await workbench.Arrivals.KeepAsync(taken, "two", Mail, Cancel);
        await workbench.Arrivals.SettleAsync(
            taken with
            {
                State = ArrivalState.InCase,
                Case = opened.Id,
            },
            ArrivalState.New,
            Cancel
        );

        (await workbench.Clients.RemoveAsync(client.Id, Cancel)).ShouldBeTrue();
        await workbench.Cases.DeleteAsync(opened.Id, "us", Cancel);
        (await workbench.Arrivals.ListAsync(null, Enum.GetValues<ArrivalState>(), cancel: Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_brings_them_back_with_their_mails()
    {
        Arrival arrival = Of(null);
        string file = Path.Combine(database.Folder, "backup.zip");
        await using (Workbench workbench = await database.OpenAsync())
        {
            await workbench.Arrivals.KeepAsync(arrival, "one", Mail, Cancel);
            await workbench.BackupAsync(file, Cancel);
            await workbench.Arrivals.RemoveAsync(arrival.Id, Cancel);
        }

        WorkbenchOptions other = database.Another();
        string keys = Directory.CreateDirectory(Path.Combine(other.Folder, "keys")).FullName;
        foreach (
            string from in Directory.EnumerateFiles(
                Path.Combine(database.Options.Folder, "keys"),
                "*",
                SearchOption.AllDirectories
            )
        )
        {
            string to = Path.Combine(keys, Path.GetRelativePath(Path.Combine(database.Options.Folder, "keys"), from));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }

        await Workbench.RestoreAsync(file, other, database.Clock, Cancel);
        await using Workbench restored = await Workbench.OpenAsync(other, database.Clock, Cancel);
        (await restored.Arrivals.MailAsync(arrival.Id, Cancel)).ShouldBe(Mail);
        (await restored.Arrivals.KeepAsync(Of(null), "one", Mail, Cancel)).ShouldBeFalse();
    }

    private static Arrival Of(Guid? client, int day = 1) =>
        new()
        {
            Id = Guid.NewGuid(),
            Client = client,
            At = new DateTimeOffset(2026, 11, day, 8, 0, 0, TimeSpan.Zero),
            State = ArrivalState.New,
            Message = new ArrivedMessage
            {
                Mailbox = "owner@harbor.example",
                Folder = "INBOX",
                Sha256 = new string('a', 64),
                Subject = "secret subject",
                Kind = NoticeKind.Reinstated,
                Verdict = AuthenticityVerdict.Genuine,
            },
        };
}
