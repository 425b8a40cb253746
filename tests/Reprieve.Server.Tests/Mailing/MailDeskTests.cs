using System.Net;
using Reprieve.Cases;
using Reprieve.Mail;
using Reprieve.MailFaults;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Mailing;

/// <summary>Answers go out by e-mail from the workbench, once, whatever happens in between.</summary>
public sealed class MailDeskTests : IAsyncLifetime
{
    private MailingServer _office = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _office = await MailingServer.StartAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_answer_goes_out_behind_the_page_and_the_round_holds_the_mail()
    {
        (await _office.SendPageAsync()).ShouldContain("seller-performance@amazon.com");

        using HttpResponseMessage page = await _office.SendAsync();
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        await _office.UntilAsync("sent");

        byte[] kept = _office.Sink.Kept.ShouldHaveSingleItem();
        (await FileAsync("rounds/1/message.eml")).ShouldBe(kept);
        StoredCase stored = (await _office.Server.Store.FindAsync(_office.Id, Cancel))!;
        stored.Record.Stage.ShouldBe(CaseStage.Sent);
        stored.Record.Leaving.ShouldBeNull();
        stored.Record.Rounds.Single().Sent.By.ShouldBe("Dana Reyes");
        stored.Files.ShouldNotContain(file => file.Path.StartsWith("rounds/leaving/", StringComparison.Ordinal));
        (await _office.Server.Workbench.VerifyAsync(cancel: Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_known_to_have_arrived_stays_unsent_through_a_restart_until_a_person_says_so()
    {
        _office.Once(SinkStep.Dot, SinkFault.Cut, keeps: true);
        (await _office.SendAsync()).Dispose();
        await _office.UntilAsync("mail_uncertain");
        (await _office.SendPageAsync()).ShouldContain("It is not known whether the mail arrived");

        await _office.Server.RestartAsync();
        _office.Server.Enter();
        (await _office.SendAsync()).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _office.SendPageAsync()).ShouldContain("It is not known whether the mail arrived");
        _office.Sink.Kept.Count.ShouldBe(1);

        using HttpResponseMessage unreasoned = await _office.WordAsync("arrived", "");
        (await unreasoned.Content.ReadAsStringAsync(Cancel)).ShouldContain("and why");
        (await _office.WordAsync("arrived", "It stands in Sent.")).Dispose();

        (await _office.StageAsync()).ShouldBe(CaseStage.Sent);
        (await FileAsync("rounds/1/message.eml")).ShouldBe(_office.Sink.Kept.Single());
        (await _office.Server.Store.TimelineAsync(_office.Id, cancel: Cancel)).ShouldContain(entry =>
            entry.What == "mail_decided"
            && entry.Details["because"] == "It stands in Sent."
            && entry.Who == "Dana Reyes"
        );
    }

    [Fact]
    public async Task What_the_server_puts_off_goes_out_when_its_time_comes()
    {
        _office.Once(SinkStep.Data, SinkFault.Later);
        (await _office.SendAsync()).Dispose();
        await _office.UntilAsync("mail_put_off");
        (await _office.SendPageAsync()).ShouldContain("The mail was not sent yet");

        _office.Server.Clock.Advance(TimeSpan.FromMinutes(2));

        await _office.UntilAsync("sent");
        _office.Sink.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_waits_goes_out_after_a_restart()
    {
        _office.Once(SinkStep.Data, SinkFault.Later);
        (await _office.SendAsync()).Dispose();
        await _office.UntilAsync("mail_put_off");

        await _office.Server.DownAsync();
        _office.Server.Clock.Advance(TimeSpan.FromHours(1));
        await _office.Server.UpAsync();
        _office.Server.Enter();

        await _office.UntilAsync("sent");
        _office.Sink.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_server_refuses_for_good_can_be_sent_anew()
    {
        _office.Once(SinkStep.Rcpt, SinkFault.Never);
        (await _office.SendAsync()).Dispose();
        await _office.UntilAsync("mail_not_sent");

        (await _office.SendAsync()).Dispose();

        await _office.UntilAsync("sent");
        _office.Sink.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public async Task While_a_mail_leaves_nobody_can_say_that_it_went_by_hand()
    {
        _office.Once(SinkStep.Dot, SinkFault.Cut);
        (await _office.SendAsync()).Dispose();
        await _office.UntilAsync("mail_uncertain");

        using HttpResponseMessage byHand = await _office.Server.PostAsync(
            _office.Case + "/sent",
            ("by", "Dana Reyes"),
            ("sure", "yes"),
            ("because-SND-05", "I am in a hurry.")
        );

        byHand.RequestMessage!.RequestUri!.AbsolutePath.ShouldEndWith("/sent");
        (await _office.StageAsync()).ShouldNotBe(CaseStage.Sent);

        (await _office.WordAsync("not_arrived")).Dispose();
        await _office.UntilAsync("sent");
        _office.Sink.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_goes_out_without_a_name_and_a_tick()
    {
        string mailbox = await _office.MailboxAsync();
        using HttpResponseMessage unsure = await _office.Server.PostAsync(
            _office.Case + "/mail",
            ("mailbox", mailbox),
            ("by", "Dana Reyes")
        );
        using HttpResponseMessage nameless = await _office.Server.PostAsync(
            _office.Case + "/mail",
            ("mailbox", mailbox),
            ("sure", "yes")
        );
        using HttpResponseMessage nowhere = await _office.Server.PostAsync(
            _office.Case + "/mail",
            ("sure", "yes"),
            ("by", "Dana Reyes"),
            ("mailbox", Guid.NewGuid().ToString())
        );

        nowhere.RequestMessage!.RequestUri!.AbsolutePath.ShouldEndWith("/mail");
        _office.Sink.Kept.Count.ShouldBe(0);
        (await _office.Server.Store.FindAsync(_office.Id, Cancel))!.Record.Leaving.ShouldBeNull();
    }

    [Fact]
    public async Task A_mailbox_put_right_takes_the_mail_that_waited_for_it()
    {
        // Nobody listens on the port of a sink that is gone.
        int closed;
        using (var gone = new SmtpSink())
        {
            closed = gone.Port;
        }

        (await _office.AddMailboxAsync("/mailboxes", closed)).Dispose();
        (await _office.SendAsync()).Dispose();
        await _office.UntilAsync("mail_put_off");
        (await _office.AddMailboxAsync("/mailboxes")).Dispose();
        _office.Server.Clock.Advance(TimeSpan.FromMinutes(2));

        await _office.UntilAsync("sent");
        _office.Sink.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_waits_lies_encrypted_and_goes_with_its_case()
    {
        _office.Once(SinkStep.Data, SinkFault.Later);
        (await _office.SendAsync()).Dispose();
        await _office.UntilAsync("mail_put_off");
        string outbox = Path.Combine(_office.Server.DataFolder, "outbox", _office.Id.ToString());
        string[] files =
        [
            .. Directory
                .GetFiles(outbox, "*", SearchOption.AllDirectories)
                .Where(file => !file.EndsWith("lock", StringComparison.Ordinal)),
        ];
        files.Length.ShouldBe(2);
        foreach (string file in files)
        {
            (await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1, Cancel)).ShouldNotContain(
                "larkmoor",
                Shouldly.Case.Insensitive
            );
        }

        (await _office.Server.PostAsync(_office.Case + "/delete", ("sure", "yes"))).Dispose();

        Directory.Exists(outbox).ShouldBeFalse();
    }

    [Fact]
    public async Task Offline_nothing_is_sent_and_what_waited_goes_on_waiting()
    {
        _office.Once(SinkStep.Data, SinkFault.Later);
        (await _office.SendAsync()).Dispose();
        await _office.UntilAsync("mail_put_off");
        await _office.GoOfflineAsync();
        _office.Server.Clock.Advance(TimeSpan.FromHours(1));

        using HttpResponseMessage page = await _office.SendAsync();

        (await page.Content.ReadAsStringAsync(Cancel)).ShouldContain("--offline");
        _office.Sink.Kept.Count.ShouldBe(0);
        (await _office.Server.Store.FindAsync(_office.Id, Cancel))!.Record.Leaving.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_mail_that_no_case_speaks_of_was_never_begun_and_is_not_sent()
    {
        _office
            .Server.Store.OutboxOf(_office.Id)
            .Prepare(
                AppealMail.Build(
                    new MailDraft
                    {
                        SendingId = $"{_office.Id}/own/1/1",
                        From = "owner@larkmoor-supply.example",
                        To = ["seller-performance@amazon.com"],
                        Subject = "Left behind",
                        Date = _office.Server.Clock.GetUtcNow(),
                        Text = "Whoever made this stopped before the case was told.",
                    },
                    null
                )
            );
        await _office.Server.RestartAsync();
        _office.Server.Enter();

        // The next one takes its place, and is the only one that goes out.
        using HttpResponseMessage page = await _office.SendAsync();
        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldEndWith("/send");
        await _office.UntilAsync("sent");

        System.Text.Encoding.UTF8.GetString(_office.Sink.Kept.ShouldHaveSingleItem()).ShouldNotContain("Left behind");
    }

    private async Task<byte[]> FileAsync(string path)
    {
        await using Stream content = await _office.Server.Store.OpenFileAsync(_office.Id, path, cancel: Cancel);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    }
}
