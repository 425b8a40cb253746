using System.Net;
using System.Text.Json;
using Reprieve.Alerts;
using Reprieve.Alerts.Tests.Sending;
using Reprieve.Server.Tests.Api;
using Reprieve.Server.Tests.People;

namespace Reprieve.Server.Tests.Alerting;

/// <summary>Channels and alerts as people and programs see them.</summary>
public sealed class AlertPageTests : IAsyncLifetime
{
    private AlertingServer _alerting = null!;

    private RunningServer Server => _alerting.Server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _alerting = await AlertingServer.StartAsync();

    public ValueTask DisposeAsync() => _alerting.DisposeAsync();

    [Fact]
    public async Task A_channel_is_added_tried_changed_and_removed()
    {
        using var robot = new StandIn(ServiceRules.Of(AlertKind.DingTalk));
        string form = await PageAsync("/alerts/new?kind=ding_talk");
        form.ShouldContain("copy the webhook address");
        (
            await Server.PostAsync(
                "/alerts",
                ("kind", "ding_talk"),
                ("name", "The night shift"),
                ("address", robot.Address.AbsoluteUri),
                ("alertLanguage", "zh-Hans"),
                ("zone", "Asia/Shanghai"),
                ("quietFrom", "22:00"),
                ("quietTo", "07:00"),
                ("digestAt", "09:00")
            )
        ).Dispose();
        string page = await PageAsync("/alerts");
        page.ShouldContain("The night shift");
        page.ShouldContain("once a day at 09:00 · quiet from 22:00 to 07:00 · Asia/Shanghai");
        string id = IdOf("The night shift");

        (await PostAsync($"/alerts/{id}/test")).ShouldContain("The service says that it took the message");
        robot.Taken.ShouldHaveSingleItem().ShouldContain("您的 Reprieve 提醒将发送到这里");

        (await PostAsync($"/alerts/{id}", ("name", "By day"), ("zone", "UTC"))).ShouldContain("Saved.");
        AlertChannel kept = _alerting.Desk.Channels.Channels.Single(one => one.Name == "By day");
        kept.Address.ShouldBe(robot.Address);
        kept.Quiet.ShouldBeNull();

        (await PostAsync($"/alerts/{id}/remove")).ShouldContain("Removed.");
        (await PageAsync("/alerts")).ShouldNotContain("By day");
        (await PostAsync($"/alerts/{id}/test")).ShouldContain("There is no such channel any more.");
    }

    [Theory]
    [InlineData("feishu", "name", "https://robot.example", "22:00", "", "a beginning and an end")]
    [InlineData("feishu", "name", "https://robot.example", "25:00", "07:00", "written like 22:00")]
    [InlineData("feishu", "name", "ftp://robot.example", "", "", "https")]
    [InlineData("feishu", "name", "", "", "", "address is missing")]
    [InlineData("feishu", "", "https://robot.example", "", "", "80")]
    [InlineData("webhook", "name", "https://robot.example", "", "", "16")]
    [InlineData("mail", "name", "no address", "", "", "no mail address")]
    public async Task What_is_wrong_with_a_channel_is_said_and_nothing_is_kept(
        string kind,
        string name,
        string address,
        string from,
        string to,
        string says
    )
    {
        using HttpResponseMessage answer = await Server.PostAsync(
            "/alerts",
            ("kind", kind),
            ("name", name),
            ("address", address),
            ("quietFrom", from),
            ("quietTo", to)
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        RunningServer
            .Between(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)), "role=\"alert\"", "</div>")
            .ShouldContain(says);
        _alerting.Desk.Channels.Channels.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_channel_that_refuses_says_why_and_is_tried_again()
    {
        _alerting.Program.Faults.Enqueue(new(410, "gone"));
        _alerting.Desk.Raise(_alerting.Alert("one", "/cases/7"));
        await _alerting.SettleAsync();

        string page = await PageAsync("/alerts");
        page.ShouldContain("Webhook: needs you");
        page.ShouldContain("1 refused");
        page.ShouldContain("Amazon asks for more");
        page.ShouldContain("href=\"/cases/7\"");

        (await PostAsync($"/alerts/{IdOf("Webhook")}/again")).ShouldContain("Saved.");
        await _alerting.SettleAsync();
        _alerting.Program.Taken.ShouldBe(["one"]);
        (await PageAsync("/alerts")).ShouldNotContain("needs you");
    }

    [Fact]
    public async Task Address_and_secret_are_never_shown_again()
    {
        using Asking program = await Asking.OfMachineAsync(Server);
        string id = IdOf("Webhook");
        foreach (string path in new[] { "/alerts", $"/alerts/{id}" })
        {
            string page = await PageAsync(path);
            page.ShouldContain("Webhook");
            page.ShouldNotContain(ServiceRules.Secret);
            page.ShouldNotContain(_alerting.Program.Address.AbsoluteUri);
        }

        string all = (await program.JsonAsync("GET", "/api/v1/alert-channels")).GetRawText();
        all.ShouldContain("Webhook");
        all.ShouldNotContain(ServiceRules.Secret);
        all.ShouldNotContain(_alerting.Program.Address.AbsoluteUri);
    }

    [Fact]
    public async Task Whoever_is_no_owner_of_all_sees_nothing_of_it()
    {
        using Visitor vera = await Visitor.InvitedAsync(Server, "Vera", "viewer");
        using Asking program = await Asking.OfAsync(Server, vera);
        foreach (string path in new[] { "/alerts", $"/alerts/{IdOf("Webhook")}", "/alerts/new?kind=mail" })
        {
            (await vera.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        foreach (string path in new[] { "/api/v1/alerts", "/api/v1/alert-channels" })
        {
            (await program.SendAsync("GET", path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await vera.PageAsync("/settings")).ShouldNotContain("href=\"/alerts\"");
        (await PageAsync("/settings")).ShouldContain("href=\"/alerts\"");
    }

    [Fact]
    public async Task Without_a_network_the_page_says_that_nothing_is_sent()
    {
        Server.IsOffline = true;
        await Server.RestartAsync();
        Server.Enter();

        (await PageAsync("/alerts")).ShouldContain("was started without a network");
        (await PostAsync($"/alerts/{IdOf("Webhook")}/test")).ShouldContain("was started without a network");
        _alerting.Program.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Programs_do_what_the_page_does()
    {
        using var robot = new StandIn(ServiceRules.Of(AlertKind.Slack));
        using Asking program = await Asking.OfMachineAsync(Server);
        var body = new
        {
            kind = "slack",
            name = "Channel",
            address = robot.Address,
        };
        JsonElement made = await program.JsonAsync("PUT", "/api/v1/alert-channels", body);
        string id = made.GetProperty("id").GetString()!;
        made.GetProperty("kind").GetString().ShouldBe("slack");

        JsonElement test = await program.JsonAsync("POST", $"/api/v1/alert-channels/{id}/test");
        test.GetProperty("sent").GetBoolean().ShouldBeTrue();
        robot.Taken.Count.ShouldBe(1);

        robot.Faults.Enqueue(new(404, "no_service"));
        _alerting.Desk.Raise(_alerting.Alert("one"));
        await _alerting.SettleAsync();
        JsonElement alert = (await program.JsonAsync("GET", "/api/v1/alerts")).GetProperty("items")[0];
        alert.GetProperty("event").GetString().ShouldBe("one");
        alert
            .GetProperty("ways")
            .EnumerateArray()
            .Single(way => way.GetProperty("channel").GetString() == id)
            .GetProperty("state")
            .GetString()
            .ShouldBe("refused");
        await program.JsonAsync("POST", $"/api/v1/alert-channels/{id}/again");
        await _alerting.SettleAsync();
        robot.Taken.Count.ShouldBe(2);

        await program.JsonAsync("DELETE", $"/api/v1/alert-channels/{id}");
        (await program.SendAsync("POST", $"/api/v1/alert-channels/{id}/test")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (
            await program.RefusalAsync("PUT", "/api/v1/alert-channels", body with { address = new Uri("ftp://x") })
        ).ShouldContain("https");
    }

    private string IdOf(string name) => _alerting.Desk.Channels.Channels.Single(one => one.Name == name).Id;

    private async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await Server.PageAsync(path));

    private async Task<string> PostAsync(string path, params (string, string)[] fields)
    {
        using HttpResponseMessage answer = await Server.PostAsync(path, fields);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
