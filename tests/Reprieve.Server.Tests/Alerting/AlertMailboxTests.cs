using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Alerts;
using Reprieve.Server.Alerting;
using Reprieve.Server.Tests.Mailing;

namespace Reprieve.Server.Tests.Alerting;

/// <summary>Alerts by mail, from a mailbox of the workbench.</summary>
public sealed class AlertMailboxTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alert_goes_from_the_workbenchs_own_mailbox()
    {
        await using MailingServer mailing = await MailingServer.StartAsync();
        AlertDesk desk = await AddAsync(mailing.Server, "en");

        desk.Raise(Alert(mailing.Server));
        await desk.TickAsync(Cancel);

        string mail = Encoding.UTF8.GetString(mailing.Sink.Kept.ShouldHaveSingleItem());
        mail.ShouldContain("From: Reprieve <owner@larkmoor-supply.example>");
        mail.ShouldContain("To: boss@larkmoor-supply.example");
        mail.ShouldContain("Subject: Reprieve: Amazon asks for more");
        mail.ShouldContain("An invoice is missing.");
        mail.ShouldContain("Reprieve-Notice: yes");
    }

    [Fact]
    public async Task Without_a_mailbox_a_person_is_told_to_add_one_in_the_language_of_the_channel()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        AlertDesk desk = await AddAsync(server, "zh-Hans");

        desk.Raise(Alert(server));
        await desk.TickAsync(Cancel);

        AlertDelivery way = desk.All.ShouldHaveSingleItem().Deliveries.ShouldHaveSingleItem();
        way.State.ShouldBe(AlertState.Refused);
        way.Words.ShouldNotBeNull().ShouldContain("请在“设置 › 邮箱”中添加");
    }

    private static async Task<AlertDesk> AddAsync(RunningServer server, string language)
    {
        (
            await server.PostAsync(
                "/alerts",
                ("kind", "mail"),
                ("name", "The boss"),
                ("address", "boss@larkmoor-supply.example"),
                ("alertLanguage", language)
            )
        ).Dispose();
        return server.Services.GetRequiredService<AlertDesk>();
    }

    private static Alert Alert(RunningServer server) =>
        new()
        {
            Event = "one",
            At = server.Clock.GetUtcNow(),
            Texts = new Dictionary<string, AlertText>(StringComparer.Ordinal)
            {
                ["en"] = new("Amazon asks for more", "An invoice is missing.", "Send it."),
            },
        };
}
