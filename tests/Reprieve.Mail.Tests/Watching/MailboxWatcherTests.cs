using System.Globalization;
using System.Text;
using MailKit;
using Reprieve.MailWatch;

namespace Reprieve.Mail.Tests.Watching;

/// <summary>What is found, and that it is found once, at a real server.</summary>
public sealed class MailboxWatcherTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_mails_that_concern_Amazon_are_taken_and_none_is_marked_as_read()
    {
        await using Watched box = await Watched.StartAsync();
        for (int i = 0; i < 250; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"mail {i}");
            box.Dovecot.Store(
                "",
                i % 50 == 0 ? SomeMails.Amazon(name, lines: i * 20) : SomeMails.Other(name, lines: i * 5)
            );
        }

        (await box.GoodTickAsync()).Taken.ShouldBe(5);
        box.Taker.Names.Order().ShouldBe(["mail 0", "mail 100", "mail 150", "mail 200", "mail 50"]);
        ArrivedMail large = box.Taker.Mails.Single(mail => KeepingTaker.NameOf(mail) == "mail 200");
        large.Bytes.ToArray().ShouldBe(SomeMails.Amazon("mail 200", lines: 4000));
        large.Folder.ShouldBe("INBOX");
        large.Received.ShouldNotBeNull();
        await box.AsUserAsync(async client =>
        {
            await client.Inbox.OpenAsync(FolderAccess.ReadOnly, Cancel);
            client.Inbox.Count.ShouldBe(250);
            IList<IMessageSummary> flags = await client.Inbox.FetchAsync(0, -1, MessageSummaryItems.Flags, Cancel);
            flags.ShouldAllBe(mail => !mail.Flags!.Value.HasFlag(MessageFlags.Seen));
        });
        (await File.ReadAllBytesAsync(box.BookPath, Cancel)).Length.ShouldBeLessThan(1_000);
        (await box.GoodTickAsync()).Taken.ShouldBe(0);
    }

    [Fact]
    public async Task A_new_mail_ends_the_wait()
    {
        await using Watched box = await Watched.StartAsync();
        await box.GoodTickAsync();
        Task wait = box.Watcher().WaitAsync(Cancel);
        box.Dovecot.Store("", SomeMails.Amazon("late"));
        await wait;
        while (box.Taker.Mails.Count == 0)
        {
            await box.GoodTickAsync();
            await (box.Taker.Mails.Count == 0 ? box.Watcher().WaitAsync(Cancel) : Task.CompletedTask);
        }

        box.Taker.Names.ShouldBe(["late"]);
    }

    [Fact]
    public async Task A_mail_that_came_between_tick_and_wait_is_not_slept_over()
    {
        await using Watched box = await Watched.StartAsync();
        await box.GoodTickAsync();
        box.Dovecot.Store("", SomeMails.Amazon("between"));
        await box.Watcher().WaitAsync(Cancel);
        await box.GoodTickAsync();
        box.Taker.Names.ShouldBe(["between"]);
    }

    [Fact]
    public async Task Without_IDLE_it_looks_again_after_its_pause()
    {
        await using Watched box = await Watched.StartAsync("imap_capability = IMAP4rev1 UIDPLUS");
        await box.GoodTickAsync();
        Task wait = box.Watcher().WaitAsync(Cancel);
        box.Dovecot.Store("", SomeMails.Amazon("polled"));
        wait.IsCompleted.ShouldBeFalse();
        box.Clock.Advance(box.Options.Polling);
        await wait;
        await box.GoodTickAsync();
        box.Taker.Names.ShouldBe(["polled"]);
    }

    [Fact]
    public async Task Other_folders_are_looked_into_while_IDLE_watches_the_inbox()
    {
        await using Watched box = await Watched.StartAsync();
        await box.MoveAllAsync("Junk");
        await box.GoodTickAsync();
        await box.GoodTickAsync();
        Task wait = box.Watcher().WaitAsync(Cancel);
        box.Dovecot.Store(".Junk", SomeMails.Amazon("in junk"));
        box.Clock.Advance(box.Options.OtherFolders);
        await wait;
        await box.GoodTickAsync();
        box.Taker.Mails.ShouldHaveSingleItem().Folder.ShouldBe("Junk");
    }

    [Fact]
    public async Task A_mail_that_was_moved_before_it_was_seen_is_found_and_one_moved_later_is_not_taken_again()
    {
        await using Watched box = await Watched.StartAsync();
        await box.GoodTickAsync();
        box.Dovecot.Store("", SomeMails.Amazon("first"));
        await box.MoveAllAsync("Customers");
        await box.GoodTickAsync();
        box.Taker.Mails.ShouldHaveSingleItem().Folder.ShouldBe("Customers");

        box.Dovecot.Store("", SomeMails.Amazon("second"));
        await box.GoodTickAsync();
        await box.MoveAllAsync("Elsewhere");
        await box.GoodTickAsync();
        box.Taker.Names.ShouldBe(["first", "second"], ignoreOrder: true);
        box.Taker.Again.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_thrown_away_unread_is_found_and_what_lay_in_the_trash_before_is_not()
    {
        await using Watched box = await Watched.StartAsync();
        box.Dovecot.Store("", SomeMails.Amazon("old"));
        await box.MoveAllAsync("Trash");
        (await box.GoodTickAsync()).Taken.ShouldBe(0);
        box.Dovecot.Store("", SomeMails.Amazon("by mistake"));
        await box.MoveAllAsync("Trash");
        await box.GoodTickAsync();
        box.Taker.Names.ShouldBe(["by mistake"]);
    }

    [Fact]
    public async Task Numbers_that_begin_anew_take_nothing_twice_and_miss_nothing()
    {
        await using Watched box = await Watched.StartAsync();
        box.Dovecot.Store("", SomeMails.Amazon("a"));
        box.Dovecot.Store("", SomeMails.Amazon("b"));
        await box.MoveAllAsync("Cases");
        await box.GoodTickAsync();
        uint before = await ValidityAsync(box, "Cases");
        await box.AsUserAsync(async client => await (await client.GetFolderAsync("Cases", Cancel)).DeleteAsync(Cancel));
        box.Dovecot.Store("", SomeMails.Amazon("b"));
        box.Dovecot.Store("", SomeMails.Amazon("c"));
        await box.MoveAllAsync("Cases");
        (await ValidityAsync(box, "Cases")).ShouldNotBe(before);

        (await box.GoodTickAsync()).Taken.ShouldBe(1);
        box.Taker.Names.ShouldBe(["a", "b", "c"], ignoreOrder: true);
        box.Taker.Again.ShouldBe(0);
    }

    [Fact]
    public async Task A_renamed_folder_is_gone_through_and_brings_nothing_again()
    {
        await using Watched box = await Watched.StartAsync();
        box.Dovecot.Store("", SomeMails.Amazon("a"));
        await box.MoveAllAsync("Old");
        await box.GoodTickAsync();
        await box.AsUserAsync(async client =>
        {
            IMailFolder folder = await client.GetFolderAsync("Old", Cancel);
            await folder.RenameAsync(folder.ParentFolder!, "New", Cancel);
        });
        box.Dovecot.Store(".New", SomeMails.Amazon("b"));
        await box.GoodTickAsync();
        box.Taker.Names.ShouldBe(["a", "b"], ignoreOrder: true);
        box.Taker.Again.ShouldBe(0);
    }

    [Fact]
    public async Task A_second_delivery_is_the_same_mail_and_a_borrowed_message_id_is_not()
    {
        await using Watched box = await Watched.StartAsync();
        box.Dovecot.Store("", SomeMails.Amazon("a", received: "one server"));
        box.Dovecot.Store("", SomeMails.Amazon("a", received: "another"));
        string borrowed = Encoding
            .UTF8.GetString(SomeMails.Amazon("a"))
            .Replace("This is", "Pay here:", StringComparison.Ordinal);
        box.Dovecot.Store("", Encoding.UTF8.GetBytes(borrowed));
        await box.GoodTickAsync();
        box.Taker.Mails.Count.ShouldBe(2);
        box.Taker.Mails[0].Identity.ShouldNotBe(box.Taker.Mails[1].Identity);
        box.Taker.Again.ShouldBe(0);
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_where_it_was()
    {
        await using Watched box = await Watched.StartAsync();
        box.Dovecot.Store("", SomeMails.Amazon("a"));
        await box.GoodTickAsync();
        await box.RestartAsync();
        box.Dovecot.Store("", SomeMails.Amazon("b"));
        (await box.GoodTickAsync()).Taken.ShouldBe(1);
        box.Taker.Names.ShouldBe(["a", "b"], ignoreOrder: true);
        box.Taker.Again.ShouldBe(0);
    }

    [Fact]
    public async Task What_the_owner_wrote_is_no_mail_of_Amazons()
    {
        await using Watched box = await Watched.StartAsync();
        box.Dovecot.Store("", Encoding.ASCII.GetBytes("From: seller@example.com\r\nSubject: To Amazon\r\n\r\nAppeal"));
        box.Dovecot.Store(".Sent", SomeMails.Amazon("sent"));
        (await box.GoodTickAsync()).Taken.ShouldBe(0);
    }

    [Fact]
    public async Task A_mailbox_is_searched_from_a_day_on()
    {
        await using Watched box = await Watched.StartAsync();
        box.Options = new WatchOptions { Since = DateTimeOffset.UtcNow.AddDays(-1) };
        await box.AsUserAsync(async client =>
        {
            using var old = new MemoryStream(SomeMails.Amazon("old"));
            using MimeKit.MimeMessage mail = await MimeKit.MimeMessage.LoadAsync(old, Cancel);
            await client.Inbox.AppendAsync(
                new AppendRequest(mail, MessageFlags.None, DateTimeOffset.UtcNow.AddDays(-2)),
                Cancel
            );
        });
        box.Dovecot.Store("", SomeMails.Amazon("new"));
        await box.GoodTickAsync();
        box.Taker.Names.ShouldBe(["new"]);
    }

    private static async Task<uint> ValidityAsync(Watched box, string name)
    {
        uint validity = 0;
        await box.AsUserAsync(async client =>
        {
            IMailFolder folder = await client.GetFolderAsync(name, Cancel);
            await folder.StatusAsync(StatusItems.UidValidity, Cancel);
            validity = folder.UidValidity;
        });
        return validity;
    }
}
