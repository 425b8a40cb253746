using System.Net;
using Reprieve.Knowledge;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Hosting;

public sealed class RunningWorkbenchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_start_finds_a_way_in_that_is_good_once()
    {
        await using RunningServer server = await RunningServer.StartAsync(enter: false);

        Uri? way = await RunningWorkbench.FindAsync(server.StateFolder, server.Clock, Cancel);

        using HttpClient other = RunningServer.NewBrowser(server.Address);
        using HttpResponseMessage first = await server.Browser.GetAsync(way, Cancel);
        using HttpResponseMessage again = await other.GetAsync(way, Cancel);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Every_second_start_has_a_way_in_of_its_own()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        foreach (int _ in Enumerable.Range(1, 3))
        {
            using HttpClient other = RunningServer.NewBrowser(server.Address);
            Uri? way = await RunningWorkbench.FindAsync(server.StateFolder, server.Clock, Cancel);
            using HttpResponseMessage page = await other.GetAsync(way, Cancel);
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_way_in_that_nobody_took_is_closed_after_five_minutes()
    {
        await using RunningServer server = await RunningServer.StartAsync(enter: false);
        Uri? way = await RunningWorkbench.FindAsync(server.StateFolder, server.Clock, Cancel);

        server.Clock.Advance(TimeSpan.FromMinutes(6));

        using HttpResponseMessage page = await server.Browser.GetAsync(way, Cancel);
        page.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1790953200-00-00")]
    public async Task A_made_up_invitation_opens_nothing(string token)
    {
        await using RunningServer server = await RunningServer.StartAsync(enter: false);

        using HttpResponseMessage page = await server.Browser.GetAsync(
            new Uri("/open?token=" + token, UriKind.Relative),
            Cancel
        );

        page.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Nobody_is_led_to_another_program_on_the_port()
    {
        await using RunningServer mine = await RunningServer.StartAsync();
        await using RunningServer another = await RunningServer.StartAsync();
        string address = Path.Combine(mine.StateFolder, "address");
        File.Exists(address).ShouldBeTrue();

        await File.WriteAllTextAsync(address, another.Address.GetLeftPart(UriPartial.Authority), Cancel);

        (await RunningWorkbench.FindAsync(mine.StateFolder, mine.Clock, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_is_led_to_a_workbench_that_was_stopped()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        await server.DownAsync();

        (await RunningWorkbench.FindAsync(server.StateFolder, server.Clock, Cancel)).ShouldBeNull();
        await server.UpAsync();
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("reprieve-port-");
        await using (
            Workbench second = await Workbench.OpenAsync(
                new WorkbenchOptions { Folder = folder.FullName },
                server.Clock,
                Cancel
            )
        )
        {
            var options = new ServerOptions
            {
                Knowledge = KnowledgeLoader.BuiltIn,
                StateFolder = Path.Combine(folder.FullName, "server"),
                Port = server.Address.Port,
            };

            PortTakenException fault = await Should.ThrowAsync<PortTakenException>(() =>
                WorkbenchServer.StartAsync(second, options, server.Clock, Cancel)
            );

            fault.Message.ShouldContain(
                server.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Two_workbenches_do_not_throw_each_other_out_of_one_browser()
    {
        await using RunningServer mine = await RunningServer.StartAsync();
        await using RunningServer demo = await RunningServer.StartAsync(enter: false);

        using HttpResponseMessage entered = await mine.Browser.GetAsync(demo.Address, Cancel);

        entered.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await mine.PageAsync("/settings")).ShouldNotBeEmpty();
    }
}
