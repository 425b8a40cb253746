using System.Globalization;
using System.Text;
using Reprieve.MailFaults;
using Reprieve.MailWatch;

namespace Reprieve.Mail.Tests.Watching;

/// <summary>What goes wrong, what is said of it, and that it goes on.</summary>
public sealed class WatchFaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_that_is_cut_again_and_again_loses_nothing_and_brings_nothing_twice()
    {
        await using Watched box = await Watched.StartAsync();
        for (int i = 0; i < 300; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{i}");
            box.Dovecot.Store(
                "",
                i % 10 == 0 ? SomeMails.Amazon(name, lines: i * 10) : SomeMails.Other(name, lines: i)
            );
        }

        long after = 3_000;
        box.Proxy.CutsAfter = () => after += 20_000;
        int troubles = 0;
        WatchResult result;
        while ((result = await box.TickAsync()).Trouble is { } trouble)
        {
            trouble.Retry.ShouldBe(Retry.Later);
            troubles++;
            box.Clock.Advance(trouble.NotBefore - box.Clock.GetUtcNow());
        }

        troubles.ShouldBeGreaterThan(5);
        result.PassedOver.ShouldBeEmpty();
        while ((await box.GoodTickAsync()).Taken > 0) { }

        box.Taker.Names.Order().ShouldBe(Enumerable.Range(0, 30).Select(i => $"{i * 10}").Order());
        box.Taker.Again.ShouldBe(0);
    }

    [Fact]
    public async Task A_line_that_is_cut_while_it_waits_is_joined_again()
    {
        await using Watched box = await Watched.StartAsync();
        await box.GoodTickAsync();
        Task wait = box.Watcher().WaitAsync(Cancel);
        box.Proxy.Cut();
        await wait;
        box.Dovecot.Store("", SomeMails.Amazon("a"));
        await box.GoodTickAsync();
        box.Proxy.Cut();
        box.Dovecot.Store("", SomeMails.Amazon("b"));
        await box.GoodTickAsync();
        box.Taker.Names.ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_crash_before_the_mail_was_noted_hands_it_over_again_and_only_that()
    {
        await using Watched box = await Watched.StartAsync();
        box.Dovecot.Store("", SomeMails.Amazon("a"));
        box.Dovecot.Store("", SomeMails.Amazon("b"));
        box.Dovecot.Store("", SomeMails.Amazon("c"));
        box.Taker.After = mail => Throw<CrashException>(KeepingTaker.NameOf(mail) == "b");
        await Should.ThrowAsync<CrashException>(box.TickAsync);
        box.Taker.After = null;
        await box.RestartAsync();
        await box.GoodTickAsync();
        box.Taker.Names.ShouldBe(["a", "b", "c"], ignoreOrder: true);
        box.Taker.Again.ShouldBe(1);
    }

    [Fact]
    public async Task A_taker_that_fails_gets_the_mail_again_after_a_pause()
    {
        await using Watched box = await Watched.StartAsync();
        box.Dovecot.Store("", SomeMails.Amazon("a"));
        box.Taker.Before = _ => Throw<IOException>(true);
        await Should.ThrowAsync<IOException>(box.TickAsync);
        Task wait = box.Watcher().WaitAsync(Cancel);
        wait.IsCompleted.ShouldBeFalse();
        box.Clock.Advance(TimeSpan.FromMinutes(1));
        await wait;
        box.Taker.Before = null;
        await box.GoodTickAsync();
        box.Taker.Names.ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_password_that_is_no_longer_right_is_said_and_not_tried_over_and_over()
    {
        await using Watched box = await Watched.StartAsync();
        await box.GoodTickAsync();
        await box.Dovecot.ChangePasswordAsync("changed");
        // Dovecot notices within a second.
        WatchTrouble? trouble;
        do
        {
            box.Proxy.Cut();
            trouble = (await box.TickAsync()).Trouble;
        } while (trouble is null);

        trouble.Retry.ShouldBe(Retry.WhenPutRight);
        trouble.Sentence.ShouldContain("Check user name and password");
        int connections = box.Proxy.Connections;
        box.Clock.Advance(TimeSpan.FromMinutes(5));
        (await box.TickAsync()).Trouble.ShouldBe(trouble);
        box.Proxy.Connections.ShouldBe(connections);

        Task wait = box.Watcher().WaitAsync(Cancel);
        wait.IsCompleted.ShouldBeFalse();
        await box.Dovecot.ChangePasswordAsync("secret");
        box.Clock.Advance(TimeSpan.FromMinutes(20));
        await wait;
        while ((await box.TickAsync()).Trouble is not null)
        {
            box.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    [Fact]
    public async Task Hostile_mails_do_not_stop_the_others()
    {
        await using Watched box = await Watched.StartAsync();
        box.Options = new WatchOptions { MostBytes = 300_000 };
        box.Dovecot.Store("", [0, 255, 13, 13, 10, 0, 128]);
        box.Dovecot.Store("", []);
        box.Dovecot.Store(
            "",
            Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("X: " + new string('a', 900) + "\r\n", 900)))
        );
        box.Dovecot.Store("", Nested());
        box.Dovecot.Store(
            "",
            Encoding.ASCII.GetBytes("From: Amazon\r\nContent-Type: text/plain; charset=\"\0=?x?\"\r\n\r\n\uFFFF")
        );
        box.Dovecot.Store("", SomeMails.Amazon("too large", lines: 10_000));
        box.Dovecot.Store("", SomeMails.Amazon("good"));
        WatchResult result = await box.GoodTickAsync();
        box.Taker.Names.ShouldBe(["", "good"], ignoreOrder: true);
        PassedOver passed = result.PassedOver.ShouldHaveSingleItem();
        passed.Uid.ShouldNotBeNull();
        passed.Sentence.ShouldContain("0.3 MB");
        (await box.GoodTickAsync()).PassedOver.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_that_the_server_cannot_give_is_reported_in_the_end_and_the_others_do_not_wait_for_it()
    {
        await using Watched box = await Watched.StartAsync();
        box.Dovecot.Store("", SomeMails.Amazon("before"));
        box.Dovecot.Store("", SomeMails.Amazon("broken"));
        box.Dovecot.Store("", SomeMails.Amazon("after"));
        // The index knows it; its file cannot be read.
        await box.AsUserAsync(client => client.Inbox.OpenAsync(MailKit.FolderAccess.ReadOnly, Cancel));
        string broken = Directory
            .EnumerateFiles(box.Dovecot.Maildir, "*.here*", SearchOption.AllDirectories)
            .Single(file => File.ReadAllText(file).Contains("This is broken"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(broken, UnixFileMode.None);
        }

        var passed = new List<PassedOver>();
        for (int i = 0; i < 30 && passed.Count == 0; i++)
        {
            WatchResult result = await box.TickAsync();
            passed.AddRange(result.PassedOver);
            box.Clock.Advance(TimeSpan.FromHours(1));
            if (i == 3)
            {
                box.Taker.Names.ShouldBe(["before", "after"], ignoreOrder: true);
            }
        }

        passed.ShouldHaveSingleItem().Sentence.ShouldContain("8 attempts");
        (await box.GoodTickAsync()).PassedOver.ShouldBeEmpty();
        box.Taker.Names.ShouldBe(["before", "after"], ignoreOrder: true);
    }

    private static byte[] Nested() =>
        Encoding.ASCII.GetBytes(
            string.Concat(
                Enumerable
                    .Range(0, 5_000)
                    .Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n")
            )
        );

    private static void Throw<T>(bool now)
        where T : Exception, new()
    {
        if (now)
        {
            throw new T();
        }
    }
}
