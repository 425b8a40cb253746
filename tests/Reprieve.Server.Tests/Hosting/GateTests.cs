using System.Net;

namespace Reprieve.Server.Tests.Hosting;

public sealed class GateTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_printed_address_nobody_comes_in()
    {
        await using RunningServer server = await RunningServer.StartAsync(enter: false);

        using HttpResponseMessage page = await server.Browser.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        using HttpResponseMessage guess = await server.Browser.GetAsync(
            new Uri("/open?token=00", UriKind.Relative),
            Cancel
        );

        page.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        guess.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_printed_address_is_good_once()
    {
        await using RunningServer server = await RunningServer.StartAsync(enter: false);
        Uri address = server.Address;
        using HttpClient second = RunningServer.NewBrowser(address);

        using HttpResponseMessage first = await server.Browser.GetAsync(address, Cancel);
        using HttpResponseMessage again = await second.GetAsync(address, Cancel);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.1.7")]
    public async Task A_foreign_name_for_this_machine_is_refused(string host)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative))
        {
            Headers = { Host = host },
        };

        using HttpResponseMessage page = await server.Browser.SendAsync(request, Cancel);

        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_without_the_token_of_a_page_is_refused()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        using var bare = new FormUrlEncodedContent([new("sure", "yes")]);
        using var upload = new MultipartFormDataContent { { new StringContent("x"), "files", "notice.txt" } };

        using HttpResponseMessage deleted = await server.Browser.PostAsync(
            new Uri(path + "/delete", UriKind.Relative),
            bare,
            Cancel
        );
        using HttpResponseMessage uploaded = await server.Browser.PostAsync(
            new Uri("/new/files", UriKind.Relative),
            upload,
            Cancel
        );

        deleted.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        uploaded.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await server.Store.ListAsync(new Storage.CaseQuery(), Cancel)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Every_page_forbids_what_does_not_come_from_here()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        using HttpResponseMessage page = await server.Browser.GetAsync(new Uri("/", UriKind.Relative), Cancel);

        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Whoever_was_in_is_in_after_a_restart()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        Uri before = server.Address;

        await server.RestartAsync();

        // Another port: cookies hold for the host, as browsers have it.
        Uri after = server.Address;
        after.Host.ShouldBe(before.Host);
        using HttpResponseMessage page = await server.Browser.GetAsync(new Uri(after, "/"), Cancel);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
