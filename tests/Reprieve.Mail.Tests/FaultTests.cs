using Microsoft.Extensions.Time.Testing;
using Reprieve.Knowledge;
using Reprieve.MailFaults;

namespace Reprieve.Mail.Tests;

/// <summary>One fault at a time, and what is said of it.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly SmtpSink _sink = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-mail-").FullName;

    [Fact]
    public async Task A_mail_is_sent_once_however_often_it_is_asked_for()
    {
        AppealMail mail = SeedRun.Mail("a");
        SendResult.Sent sent = (await SendAsync(mail)).ShouldBeOfType<SendResult.Sent>();
        sent.Reply.ShouldContain("taken");
        sent.At.ShouldBe(_clock.GetUtcNow());
        (await SendAsync(mail)).ShouldBeOfType<SendResult.Sent>();
        _sink.Kept.ShouldHaveSingleItem().ShouldBe(mail.Bytes.ToArray());
    }

    [Theory]
    [InlineData(SinkStep.Greeting)]
    [InlineData(SinkStep.Ehlo)]
    [InlineData(SinkStep.Auth)]
    [InlineData(SinkStep.Mail)]
    [InlineData(SinkStep.Rcpt)]
    [InlineData(SinkStep.Data)]
    [InlineData(SinkStep.Body)]
    internal async Task A_cut_before_the_end_of_the_mail_is_not_sent_and_tried_again(SinkStep step)
    {
        // Larger than what the network holds on the way, so that the middle of the mail is before its end.
        AppealMail mail = SeedRun.Mail("a", step is SinkStep.Body ? 900_000 : 20);
        Once(step, SinkFault.Cut);
        SendResult.NotSent not = (await SendAsync(mail)).ShouldBeOfType<SendResult.NotSent>();
        not.Retry.ShouldNotBe(Retry.No);
        _sink.Kept.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await SendAsync(mail)).ShouldBeOfType<SendResult.Sent>();
        _sink.Kept.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(SinkFault.Cut, true)]
    [InlineData(SinkFault.Cut, false)]
    [InlineData(SinkFault.Silent, true)]
    internal async Task After_the_end_without_an_answer_it_is_uncertain_until_a_person_decides(
        SinkFault fault,
        bool keeps
    )
    {
        AppealMail mail = SeedRun.Mail("a");
        Once(SinkStep.Dot, fault, keeps);
        SendResult.Uncertain first = (await SendAsync(mail)).ShouldBeOfType<SendResult.Uncertain>();
        first.LookAgainAt.ShouldBeNull();
        _clock.Advance(TimeSpan.FromDays(9));
        (await SendAsync(mail)).ShouldBeOfType<SendResult.Uncertain>();
        _sink.Kept.Count.ShouldBe(keeps ? 1 : 0);

        var outbox = new Outbox(_folder, _clock);
        Should.Throw<MailException>(() => outbox.SettleByPerson(first.Mail, keeps, " ", "looked"));
        outbox.SettleByPerson(first.Mail, keeps, "Li", "looked into the case log").Last.By.ShouldBe("Li");
        (await SendAsync(mail)).ShouldBeOfType<SendResult.Sent>();
        _sink.Kept.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(SinkStep.Rcpt, SinkFault.Later)]
    [InlineData(SinkStep.Dot, SinkFault.Later)]
    [InlineData(SinkStep.Dot, SinkFault.LaterAndCut)]
    internal async Task What_is_put_off_waits_and_is_tried_again(SinkStep step, SinkFault fault)
    {
        AppealMail mail = SeedRun.Mail("a");
        Once(step, fault);
        SendResult.NotSent not = (await SendAsync(mail)).ShouldBeOfType<SendResult.NotSent>();
        not.Reason.ShouldContain("not now");
        not.NotBefore.ShouldBe(_clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        (await SendAsync(mail)).ShouldBeOfType<SendResult.NotSent>();
        _sink.Kept.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await SendAsync(mail)).ShouldBeOfType<SendResult.Sent>();
    }

    [Theory]
    [InlineData(SinkStep.Mail, SinkFault.Never)]
    [InlineData(SinkStep.Rcpt, SinkFault.NeverAndCut)]
    [InlineData(SinkStep.Dot, SinkFault.Never)]
    [InlineData(SinkStep.Dot, SinkFault.NeverAndCut)]
    internal async Task What_is_refused_stays_so_with_the_servers_words(SinkStep step, SinkFault fault)
    {
        AppealMail mail = SeedRun.Mail("a");
        Once(step, fault);
        SendResult.NotSent not = (await SendAsync(mail)).ShouldBeOfType<SendResult.NotSent>();
        not.Reason.ShouldContain("554 never");
        not.Retry.ShouldBe(Retry.No);
        (await SendAsync(mail)).ShouldBeOfType<SendResult.NotSent>().Retry.ShouldBe(Retry.No);
        _sink.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task Other_bytes_changed_bytes_and_another_account_are_not_sent()
    {
        Once(SinkStep.Greeting, SinkFault.Cut);
        AppealMail mail = SeedRun.Mail("a");
        await SendAsync(mail);
        _clock.Advance(TimeSpan.FromHours(1));
        await Should.ThrowAsync<MailException>(() => SendAsync(SeedRun.Mail("a", 3)));
        string eml = Directory.GetFiles(_folder, "message.eml", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(eml, "more", TestContext.Current.CancellationToken);
        await Should.ThrowAsync<MailException>(() => SendAsync(mail));
        _sink.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hundred_seeds_of_faults_and_crashes_arrive_once_or_are_said_not_to()
    {
        SeedResult result = await SeedRun.RunAsync(100, 1, null);
        result.Faults.ShouldBeEmpty();
        result.Sent.ShouldBeGreaterThan(20);
        result.Crashes.ShouldBeGreaterThan(10);
        result.Uncertain.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Killed_while_it_sends_it_never_sends_twice()
    {
        SeedResult result = await KillRun.RunAsync(kills: 6, seed: 3);
        result.Faults.ShouldBeEmpty();
        result.Crashes.ShouldBeGreaterThanOrEqualTo(6);
    }

    public void Dispose()
    {
        _sink.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Once(SinkStep at, SinkFault fault, bool keeps = false)
    {
        var orders = new Queue<SinkOrder>([new SinkOrder(at, fault, keeps)]);
        _sink.Order = () => orders.TryDequeue(out SinkOrder? order) ? order : SinkOrder.Well;
    }

    private Task<SendResult> SendAsync(AppealMail mail) =>
        new MailSender(_clock, SeedRun.Edge with { ToAccept = TimeSpan.FromSeconds(3) }).SendAsync(
            new Outbox(_folder, _clock),
            SeedRun.Account(_sink.Port, null, SentCopy.Unknown),
            mail,
            null,
            TestContext.Current.CancellationToken
        );
}
