using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reprieve.Cases;
using Reprieve.Server.Alerting;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Alerting;

/// <summary>Looking through the cases of a running workbench.</summary>
public sealed class CaseRoundsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_day_of_a_case_alerts_once_and_its_link_opens_the_case()
    {
        await using AlertingServer alerting = await AlertingServer.StartAsync();
        string page = await alerting.Server.OpenSampleAsync();
        CaseLine line = (await alerting.Server.Store.ListAsync(new CaseQuery(), Cancel)).Lines.Single();
        DateTimeOffset due = line.Summary.Dates!.Single().Limits[0].Due;
        alerting.Server.Clock.SetUtcNow(due.AddHours(-5));

        for (int i = 0; i < 2; i++)
        {
            await RoundsOf(alerting).LookAsync(Cancel);
            await alerting.SettleAsync();
        }

        alerting.Program.Taken.ShouldHaveSingleItem().ShouldEndWith("/day");
        alerting.Group.Taken.ShouldHaveSingleItem();
        Uri link = alerting.Desk.All.Single().Alert.Link.ShouldNotBeNull();
        link.AbsolutePath.ShouldBe(page);
        (await alerting.Server.Browser.GetAsync(link, Cancel)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_task_of_today_alerts_and_one_that_is_done_does_not()
    {
        await using AlertingServer alerting = await AlertingServer.StartAsync();
        CaseStore store = alerting.Server.Store;
        CaseId id = (await store.AddAsync("Harbor Trade", "Dana", Cancel)).Id;
        DateTimeOffset today = alerting.Server.Clock.GetUtcNow().AddHours(8);
        await store.AddTaskAsync(id, "Call the supplier", today, "Dana", Cancel);
        CaseTask done = await store.AddTaskAsync(id, "Write", today, "Dana", Cancel);
        await store.DoneTaskAsync(id, done.Id, "Dana", Cancel);

        await RoundsOf(alerting).LookAsync(Cancel);

        alerting.Desk.All.ShouldHaveSingleItem().Alert.In("en").Text.ShouldBe("Call the supplier");
    }

    [Fact]
    public async Task The_workbench_looks_by_itself_when_it_starts()
    {
        await using AlertingServer alerting = await AlertingServer.StartAsync();
        CaseId id = (await alerting.Server.Store.AddAsync("Harbor Trade", "Dana", Cancel)).Id;
        DateTimeOffset today = alerting.Server.Clock.GetUtcNow().AddHours(8);
        await alerting.Server.Store.AddTaskAsync(id, "Call the supplier", today, "Dana", Cancel);

        await alerting.Server.RestartAsync();

        await alerting.Program.Asked.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
    }

    private static CaseRounds RoundsOf(AlertingServer alerting) =>
        alerting.Server.Services.GetServices<IHostedService>().OfType<CaseRounds>().Single();
}
