using Microsoft.Extensions.Time.Testing;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Tests.Sending;

public sealed class StandInTests
{
    public static TheoryData<AlertKind> Kinds =>
        [AlertKind.Webhook, AlertKind.Slack, AlertKind.Feishu, AlertKind.DingTalk, AlertKind.WeCom];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_service_takes_an_alert_as_its_document_says(AlertKind kind)
    {
        using var service = new StandIn(ServiceRules.Of(kind, signed: true));
        (await SendAsync(service, kind)).ShouldBeOfType<AlertResult.Sent>();
        service
            .Taken.ShouldHaveSingleItem()
            .ShouldContain(kind is AlertKind.Webhook ? "case-7" : "Amazon asks for more");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_service_takes_the_longest_alert(AlertKind kind)
    {
        using var service = new StandIn(ServiceRules.Of(kind, signed: true));
        string much = string.Concat(Enumerable.Repeat("\"字<\n", 3000));
        (
            await SendAsync(service, kind, alert: Samples.Saying(much, much, much, "case-7"))
        ).ShouldBeOfType<AlertResult.Sent>();
        service.Taken.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(AlertKind.Webhook)]
    [InlineData(AlertKind.Feishu)]
    [InlineData(AlertKind.DingTalk)]
    public async Task A_wrong_secret_is_for_a_person(AlertKind kind)
    {
        using var service = new StandIn(ServiceRules.Of(kind, signed: true));
        AlertResult result = await SendAsync(service, kind, secret: "another secret that is wrong");
        string words = result.ShouldBeOfType<AlertResult.Refused>().Words;
        words.ShouldContain(kind is AlertKind.Webhook ? "401" : "signature");
        service.Taken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(AlertKind.Feishu)]
    [InlineData(AlertKind.DingTalk)]
    public async Task The_keyword_Reprieve_is_in_every_message_and_another_is_for_a_person(AlertKind kind)
    {
        using var ours = new StandIn(ServiceRules.Of(kind, keyword: "Reprieve"));
        (await SendAsync(ours, kind)).ShouldBeOfType<AlertResult.Sent>();
        using var other = new StandIn(ServiceRules.Of(kind, keyword: "Monitoring"));
        (await SendAsync(other, kind)).ShouldBeOfType<AlertResult.Refused>().Words.ShouldContain("keyword");
    }

    [Theory]
    [InlineData(AlertKind.Slack, "services/gone")]
    [InlineData(AlertKind.DingTalk, "robot/send?access_token=gone")]
    [InlineData(AlertKind.WeCom, "cgi-bin/webhook/send?key=gone")]
    public async Task A_robot_that_was_removed_is_for_a_person(AlertKind kind, string path)
    {
        using var service = new StandIn(ServiceRules.Of(kind));
        AlertResult result = await SendAsync(service, kind, address: new Uri(service.Address, "/" + path));
        string words = result.ShouldBeOfType<AlertResult.Refused>().Words;
        words.ShouldContain("Make a new one");
        words.ShouldNotContain("gone");
    }

    [Theory]
    [InlineData(AlertKind.Feishu, """{"code":11232,"msg":"too many"}""", 1)]
    [InlineData(
        AlertKind.DingTalk,
        """{"status":1111,"wait":5,"punish":"deny","errcode":130101,"errmsg":"send too fast"}""",
        10
    )]
    [InlineData(AlertKind.WeCom, """{"errcode":45009,"errmsg":"api freq out of limit"}""", 1)]
    public async Task Too_many_messages_wait_as_long_as_the_service_wants(AlertKind kind, string body, int minutes)
    {
        using var service = new StandIn(ServiceRules.Of(kind));
        service.Faults.Enqueue(new StandInAnswer(200, body));
        (await SendAsync(service, kind))
            .ShouldBeOfType<AlertResult.Later>()
            .After.ShouldBe(TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Fri, 27 Nov 2026 02:05:00 GMT", 300)]
    [InlineData("9999999", 86400)]
    [InlineData("Thu, 26 Nov 2026 02:05:00 GMT", 60)]
    [InlineData("nonsense", 60)]
    public async Task Retry_After_is_kept_within_reason(string header, int seconds)
    {
        using var service = new StandIn(ServiceRules.Of(AlertKind.Slack));
        service.Faults.Enqueue(new StandInAnswer(429, "rate_limited") { Header = ("Retry-After", header) });
        (await SendAsync(service, AlertKind.Slack))
            .ShouldBeOfType<AlertResult.Later>()
            .After.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(AlertKind.Slack, 500, "rollup_error")]
    [InlineData(AlertKind.Webhook, 503, "")]
    [InlineData(AlertKind.WeCom, 502, "<html>")]
    [InlineData(AlertKind.WeCom, 200, "<html>a gateway's page")]
    [InlineData(AlertKind.WeCom, 200, """{"errcode":-1,"errmsg":"system busy"}""")]
    [InlineData(AlertKind.Feishu, 200, """{"code":99999,"msg":"new"}""")]
    [InlineData(AlertKind.Feishu, StandInAnswer.Cut, "")]
    [InlineData(AlertKind.DingTalk, 408, "")]
    public async Task A_fault_that_passes_is_tried_again(AlertKind kind, int status, string body)
    {
        using var service = new StandIn(ServiceRules.Of(kind));
        service.Faults.Enqueue(new StandInAnswer(status, body));
        AlertResult.Later later = (await SendAsync(service, kind)).ShouldBeOfType<AlertResult.Later>();
        later.Words.ShouldNotBeNullOrWhiteSpace();
        later.Words.ShouldNotContain("token");
        (await SendAsync(service, kind)).ShouldBeOfType<AlertResult.Sent>();
    }

    [Theory]
    [InlineData(200, "welcome")]
    [InlineData(404, "<html>not here")]
    [InlineData(302, "")]
    public async Task An_answer_that_may_hide_a_message_taken_is_not_tried_again_and_again(int status, string body)
    {
        using var service = new StandIn(ServiceRules.Of(AlertKind.Slack));
        service.Faults.Enqueue(
            new StandInAnswer(status, body) { Header = status == 302 ? ("Location", "/services/T000/B000/XXXX") : null }
        );
        (await SendAsync(service, AlertKind.Slack)).ShouldBeOfType<AlertResult.Refused>();
        service.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_left_after_twenty_seconds()
    {
        FakeTimeProvider clock = Samples.Clock();
        using var service = new StandIn(ServiceRules.Of(AlertKind.Slack));
        service.Faults.Enqueue(new StandInAnswer(StandInAnswer.Hang, ""));
        Task<AlertResult> sending = SendAsync(service, AlertKind.Slack, clock: clock);
        await service.Asked;
        clock.Advance(TimeSpan.FromSeconds(19));
        sending.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(2));
        (await sending).ShouldBeOfType<AlertResult.Later>().Words.ShouldContain("20 seconds");
    }

    [Fact]
    public async Task An_endless_answer_is_read_up_to_a_bound()
    {
        using var service = new StandIn(ServiceRules.Of(AlertKind.WeCom));
        service.Faults.Enqueue(new StandInAnswer(200, "[" + new string(' ', 5_000_000)));
        AlertResult.Later later = (await SendAsync(service, AlertKind.WeCom)).ShouldBeOfType<AlertResult.Later>();
        later.Words.Length.ShouldBeLessThan(400);
    }

    [Fact]
    public async Task Who_cancels_hears_of_it()
    {
        using var cancel = new CancellationTokenSource();
        using var service = new StandIn(ServiceRules.Of(AlertKind.Slack));
        service.Faults.Enqueue(new StandInAnswer(StandInAnswer.Hang, ""));
        Task<AlertResult> sending = SendAsync(service, AlertKind.Slack, cancel: cancel.Token);
        await service.Asked;
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task No_connection_is_tried_again_and_says_no_token()
    {
        Uri address;
        using (var service = new StandIn(ServiceRules.Of(AlertKind.WeCom)))
        {
            address = service.Address;
        }

        using var sender = new AlertSender(KnowledgeLoader.BuiltIn, Samples.Clock());
        AlertResult result = await sender.SendAsync(
            Samples.Channel(AlertKind.WeCom, address.AbsoluteUri),
            [Samples.Alert()],
            TestContext.Current.CancellationToken
        );
        string words = result.ShouldBeOfType<AlertResult.Later>().Words;
        words.ShouldContain("127.0.0.1");
        words.ShouldNotContain("token");
    }

    [Fact]
    public async Task Words_are_in_the_language_of_the_channel()
    {
        using var sender = new AlertSender(KnowledgeLoader.BuiltIn, Samples.Clock());
        AlertResult result = await sender.SendAsync(
            Samples.Channel(AlertKind.Mail) with
            {
                Language = "zh-Hans",
            },
            [Samples.Alert()],
            TestContext.Current.CancellationToken
        );
        result.ShouldBeOfType<AlertResult.Refused>().Words.ShouldContain("邮箱");
    }

    [Fact]
    public async Task Mail_gets_a_subject_and_a_text()
    {
        var mailbox = new Mailbox();
        using var sender = new AlertSender(KnowledgeLoader.BuiltIn, Samples.Clock(), mailbox);
        AlertChannel channel = Samples.Channel(AlertKind.Mail);
        await sender.SendAsync(channel, [Samples.Alert()], TestContext.Current.CancellationToken);
        AlertMail mail = mailbox.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("owner@shop.example");
        mail.Subject.ShouldBe("Reprieve: Amazon asks for more");
        mail.Text.ShouldBe(
            "Case 7 <amazon.\u2060de>: an invoice is missing.\n\nWhat to do: Send the invoice within 3 days.\n\n"
                + "Open in Reprieve: https://reprieve.example/cases/7?tab=a&b=1\n"
        );
        await sender.SendAsync(
            channel,
            [Samples.Saying("a\r\nBcc: x@evil.example")],
            TestContext.Current.CancellationToken
        );
        mailbox.Mails[1].Subject.ShouldNotContain("\n");
    }

    private static async Task<AlertResult> SendAsync(
        StandIn service,
        AlertKind kind,
        string? secret = null,
        Uri? address = null,
        Alert? alert = null,
        FakeTimeProvider? clock = null,
        CancellationToken? cancel = null
    )
    {
        using var sender = new AlertSender(KnowledgeLoader.BuiltIn, clock ?? Samples.Clock());
        AlertChannel channel = Samples.Channel(
            kind,
            (address ?? service.Address).AbsoluteUri,
            secret ?? ServiceRules.Secret
        );
        return await sender.SendAsync(
            channel,
            [alert ?? Samples.Alert()],
            cancel ?? TestContext.Current.CancellationToken
        );
    }

    private sealed class Mailbox : IAlertMail
    {
        public List<AlertMail> Mails { get; } = [];

        public Task<AlertResult> SendAsync(AlertMail mail, CancellationToken cancel)
        {
            Mails.Add(mail);
            return Task.FromResult<AlertResult>(new AlertResult.Sent());
        }
    }
}
