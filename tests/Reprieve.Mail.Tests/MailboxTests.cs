using System.Text;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Knowledge;
using Reprieve.Mail.Connecting;
using Reprieve.MailFaults;

namespace Reprieve.Mail.Tests;

/// <summary>What the Sent folder of a real server tells.</summary>
public sealed class MailboxTests : IDisposable
{
    private readonly SmtpSink _sink = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-mail-").FullName;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_copy_is_stored_once_byte_by_byte(bool marked)
    {
        using DovecotServer dovecot = await StartAsync(marked);
        AppealMail mail = SeedRun.Mail("a");
        for (int i = 0; i < 2; i++)
        {
            SendResult result = await SendAsync(mail, dovecot, SentCopy.Unknown);
            result.ShouldBeOfType<SendResult.Sent>().Filing.ShouldBeNull();
            result.Mail.State.ShouldBe(OutboxState.Filed);
        }

        // Dovecot keeps line ends as the system has them.
        string stored = Encoding.ASCII.GetString(dovecot.Mails(".Sent").ShouldHaveSingleItem());
        stored.ReplaceLineEndings("\r\n").ShouldBe(Encoding.ASCII.GetString(mail.Bytes.Span));
        (await dovecot.LogsAsync("ID sent: name=Reprieve")).ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_or_a_report_in_the_inbox_tells_that_it_went_out()
    {
        using DovecotServer dovecot = await StartAsync();
        foreach (
            string head in new[]
            {
                "In-Reply-To: <{0}>",
                "Content-Type: multipart/report; boundary=x\r\nReferences: <{0}>",
            }
        )
        {
            AppealMail mail = SeedRun.Mail(head);
            _sink.Order = () => new SinkOrder(SinkStep.Dot, SinkFault.Cut, Keeps: true);
            (await SendAsync(mail, dovecot, SentCopy.Unknown)).ShouldBeOfType<SendResult.Uncertain>();
            string answer =
                $"From: a@example.net\r\n{head.Replace("{0}", mail.MessageId)}\r\n\r\n--x\r\n\r\nHello\r\n--x--\r\n";
            dovecot.Store("", Encoding.ASCII.GetBytes(answer));
            (await SendAsync(mail, dovecot, SentCopy.Unknown)).ShouldBeOfType<SendResult.Sent>();
        }

        _sink.Kept.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Absence_tells_only_where_the_provider_stores_and_only_after_its_time()
    {
        using DovecotServer dovecot = await StartAsync();
        AppealMail mail = SeedRun.Mail("a");
        var orders = new Queue<SinkOrder>([new SinkOrder(SinkStep.Dot, SinkFault.Cut, Keeps: false)]);
        _sink.Order = () => orders.TryDequeue(out SinkOrder? order) ? order : SinkOrder.Well;
        _sink.OnKept = bytes => dovecot.Store(".Sent", bytes);
        SendResult.Uncertain first = (
            await SendAsync(mail, dovecot, SentCopy.Provider)
        ).ShouldBeOfType<SendResult.Uncertain>();
        first.LookAgainAt.ShouldBe(_clock.GetUtcNow() + TimeSpan.FromMinutes(60));
        _clock.Advance(TimeSpan.FromMinutes(59));
        (await SendAsync(mail, dovecot, SentCopy.Provider)).ShouldBeOfType<SendResult.Uncertain>();
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await SendAsync(mail, dovecot, SentCopy.Sender)).ShouldBeOfType<SendResult.Uncertain>();
        _sink.Kept.ShouldBeEmpty();
        (await SendAsync(mail, dovecot, SentCopy.Provider)).ShouldBeOfType<SendResult.Sent>();
        _sink.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Seeds_with_a_sent_folder_are_never_left_uncertain()
    {
        using DovecotServer dovecot = await StartAsync();
        SeedResult result = await SeedRun.RunAsync(25, 1, StoringMailbox.Of(dovecot));
        result.Faults.ShouldBeEmpty();
        result.Uncertain.ShouldBe(0);
        result.Doubted.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task A_trial_says_what_is_wrong_with_the_mailbox()
    {
        using DovecotServer dovecot = await StartAsync();
        MailAccount account = SeedRun.Account(_sink.Port, dovecot.Server, SentCopy.Unknown);
        MailEdge edge = StoringMailbox.Of(dovecot).Edge;
        CancellationToken cancel = TestContext.Current.CancellationToken;
        MailTest good = await new MailSender(_clock, edge).TestAsync(account, cancel);
        good.Smtp.Good.ShouldBeTrue(good.Smtp.Sentence);
        good.Imap.Good.ShouldBeTrue(good.Imap.Sentence);
        MailTest wrong = await new MailSender(_clock, edge).TestAsync(
            account with
            {
                Secret = new MailSecret.Password("wrong"),
            },
            cancel
        );
        wrong.Imap.Good.ShouldBeFalse();
        wrong.Imap.Sentence.ShouldContain("password");
        MailTest untrusted = await new MailSender(_clock, edge with { AlsoTrusted = null }).TestAsync(account, cancel);
        untrusted.Imap.Sentence.ShouldContain("does not trust");
    }

    public void Dispose()
    {
        _sink.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Task<DovecotServer> StartAsync(bool marked = true)
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("REPRIEVE_FAST_TESTS") == "1",
            "REPRIEVE_FAST_TESTS=1 leaves Dovecot out."
        );
        Assert.SkipUnless(DovecotServer.IsInstalled, "Dovecot is not installed (Debian: dovecot-imapd).");
        return DovecotServer.StartAsync(marked);
    }

    private Task<SendResult> SendAsync(AppealMail mail, DovecotServer dovecot, SentCopy storedBy)
    {
        MailAccount account = SeedRun.Account(_sink.Port, dovecot.Server, storedBy);
        return new MailSender(_clock, StoringMailbox.Of(dovecot).Edge).SendAsync(
            new Outbox(_folder, _clock),
            account with
            {
                Provider = account.Provider with { SentFolders = ["Sent"], WantsId = true },
            },
            mail,
            null,
            TestContext.Current.CancellationToken
        );
    }
}
