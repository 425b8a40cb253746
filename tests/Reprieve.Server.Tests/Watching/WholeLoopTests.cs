using Microsoft.Extensions.DependencyInjection;
using Reprieve.Cases;
using Reprieve.Server.Alerting;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Watching;

/// <summary>From the notice that comes by mail to what was promised: every step that a seller and Amazon take.</summary>
public sealed class WholeLoopTests
{
    private const string Store = "amazon.com";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_by_mail_becomes_a_case_that_is_answered_twice_and_reinstated()
    {
        await using WatchingServer watching = await WatchingServer.StartAsync();
        RunningServer server = watching.Server;
        (await watching.WatchAsync()).Dispose();

        // The notice opens a case with its first hour.
        Arrival notice = await watching.SortedAsync(
            watching.Mails.Signed(await File.ReadAllBytesAsync(Sample("notice.eml"), Cancel), Store)
        );
        notice.State.ShouldBe(ArrivalState.Opened);
        var id = new CaseId(notice.Id);
        string path = $"/cases/{id}";
        (await watching.PageAsync(path)).ShouldContain("Late shipment rate");
        (await server.Store.FindAsync(id, Cancel))!.Title.ShouldContain("Late shipment rate");

        // The seller brings reports and says what happened; the answer goes out.
        await BringAsync(server, id);
        await SendAsync(server, path);
        (await StageAsync(server, id)).ShouldBe(CaseStage.Sent);

        // Amazon wants more.
        server.Clock.Advance(TimeSpan.FromDays(3));
        Arrival more = await watching.SortedAsync(
            Mail(
                watching,
                "more",
                "Thank you for your submission. We reviewed your plan of action, but we need more information before we can "
                    + "reactivate your Amazon.com seller account.\n\nPlease send us greater detail on the steps you have "
                    + "taken to prevent late shipments in the future."
            )
        );
        more.State.ShouldBe(ArrivalState.InCase);
        more.Case.ShouldBe(id);
        (await server.Store.FindAsync(id, Cancel))!.Record.Rounds[0].Answer.ShouldNotBeNull();
        (await watching.PageAsync(path + "/decision")).ShouldContain("Prevention");

        // The second round.
        server.Clock.Advance(TimeSpan.FromDays(1));
        await SendAsync(server, path, ("because-PRC-02", "The detail that Amazon asks for is in the plan now."));
        (await server.Store.FindAsync(id, Cancel))!.Record.Rounds.Count.ShouldBe(2);

        // Reinstated: the case says what to keep up.
        server.Clock.Advance(TimeSpan.FromDays(3));
        Arrival end = await watching.SortedAsync(
            Mail(
                watching,
                "end",
                "Thank you for your plan of action. Your Amazon.com seller account has been reactivated. You may sell in "
                    + "our store again."
            )
        );
        end.Case.ShouldBe(id);
        (await StageAsync(server, id)).ShouldBe(CaseStage.Reinstated);
        (await watching.PageAsync(path + "/decision")).ShouldContain("promised");
        Reprieve.Cases.Case record = (await server.Store.FindAsync(id, Cancel))!.Record;
        record
            .Rounds.Select(round => round.Decision)
            .ShouldBe([Knowledge.Decision.MoreInformation, Knowledge.Decision.Reinstated]);

        // Each mail was said once.
        string[] said =
        [
            .. server
                .Services.GetRequiredService<AlertDesk>()
                .All.Select(kept => kept.Alert)
                .Where(alert => alert.Event.StartsWith("arrival/", StringComparison.Ordinal))
                .OrderBy(alert => alert.At)
                .Select(alert => alert.In("en").Title),
        ];
        said.Length.ShouldBe(3);
        said[0].ShouldStartWith("New notice from Amazon");
        said[1].ShouldStartWith("Amazon asks for more");
        said[2].ShouldStartWith("Amazon reinstated");
    }

    private static byte[] Mail(WatchingServer watching, string name, string text) =>
        watching.Mails.From(
            Store,
            name,
            "Re: Your Amazon seller account has been deactivated",
            $"Hello Larkmoor Supply,\n\n{text}\n\nSeller Performance Team\n",
            watching.Server.Clock.GetUtcNow().AddHours(-1)
        );

    private static async Task BringAsync(RunningServer server, CaseId id)
    {
        foreach (string file in Directory.GetFiles(RunningServer.Sample("late-shipment")))
        {
            if (!file.EndsWith("notice.eml", StringComparison.Ordinal))
            {
                await using FileStream content = File.OpenRead(file);
                await server.Store.PutFileAsync(id, Path.GetFileName(file), content, "Dana Reyes", Cancel);
            }
        }
    }

    private static async Task SendAsync(RunningServer server, string path, params (string, string)[] more)
    {
        using HttpResponseMessage answer = await server.PostAsync(
            path + "/sent",
            [("by", "Dana Reyes"), ("sure", "yes"), .. more]
        );
        string page = await answer.Content.ReadAsStringAsync(Cancel);
        answer.IsSuccessStatusCode.ShouldBeTrue(System.Net.WebUtility.HtmlDecode(page));
    }

    private static async Task<CaseStage> StageAsync(RunningServer server, CaseId id) =>
        (await server.Store.FindAsync(id, Cancel))!.Record.Stage;

    private static string Sample(string file) => Path.Combine(RunningServer.Sample("late-shipment"), file);
}
