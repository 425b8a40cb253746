using System.Net;
using Reprieve.Cases;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Actions;

/// <summary>Two people at the same lists at once: nobody's words vanish.</summary>
public sealed class SameListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tasks_that_many_note_and_tick_at_once_are_all_there()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        var id = new CaseId(Guid.Parse(path["/cases/".Length..]));

        await Task.WhenAll(Enumerable.Range(1, 12).Select(one => PostAsync("/tasks", ("text", $"Task {one}"))));
        IReadOnlyList<CaseTask> noted = await server.Store.TasksAsync(id, Cancel);
        await Task.WhenAll(
            noted
                .Take(6)
                .SelectMany(task =>
                    new[] { PostAsync($"/tasks/{task.Id}/done"), PostAsync("/tasks", ("text", "More")) }
                )
        );

        noted.Select(task => task.Text).Order().ShouldBe(Enumerable.Range(1, 12).Select(one => $"Task {one}").Order());
        IReadOnlyList<CaseTask> all = await server.Store.TasksAsync(id, Cancel);
        all.Count.ShouldBe(18);
        all.Count(task => task.DoneAt is not null).ShouldBe(6);

        async Task PostAsync(string to, params (string, string)[] fields) =>
            (await server.PostAsync(path + to, fields)).Dispose();
    }

    [Fact]
    public async Task Ticks_that_two_set_on_different_repairs_both_stand()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string[] keys =
        [
            .. (await server.PageAsync(path + "/review"))
                .Split("name=\"done\" value=\"")
                .Skip(1)
                .Select(part => WebUtility.HtmlDecode(part[..part.IndexOf('"', StringComparison.Ordinal)]))
                .Take(2),
        ];
        keys.Length.ShouldBe(2);

        await Task.WhenAll(
            keys.Select(async key => (await server.PostAsync(path + "/repairs", ("done", key))).Dispose())
        );

        string page = WebUtility.HtmlDecode(await server.PageAsync(path + "/review"));
        foreach (string key in keys)
        {
            page.ShouldContain($"name=\"open\" value=\"{key}\"");
        }
    }

    [Fact]
    public async Task A_store_that_another_changed_meanwhile_is_not_gone_over()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        (await server.PostAsync(path + "/client", ("client", "Harbor Trade"), ("store", "Northfold"))).Dispose();
        Account known = (await server.Workbench.Clients.AccountsAsync(Cancel)).ShouldHaveSingleItem();

        string first = await SaveAsync("Northfold Outlet");
        string second = await SaveAsync("Northfold Goods");

        first.ShouldContain("Northfold Outlet");
        second.ShouldContain("Northfold Outlet");
        second.ShouldContain("changed");

        async Task<string> SaveAsync(string name)
        {
            using HttpResponseMessage answer = await server.PostAsync(
                $"/clients/{known.Client}/stores/{known.Id}",
                ("store", name),
                ("legal", ""),
                ("marketplaces", "amazon.com"),
                ("was", ClientShelf.Shown(known))
            );
            return await answer.Content.ReadAsStringAsync(Cancel);
        }
    }
}
