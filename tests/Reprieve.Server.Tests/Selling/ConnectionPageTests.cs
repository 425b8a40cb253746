using System.Net;
using System.Text.RegularExpressions;
using Reprieve.Server.Selling;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Selling;

/// <summary>A connection to Amazon is entered, tried, changed and wiped on its page.</summary>
public sealed class ConnectionPageTests : IAsyncLifetime
{
    private SellingServer _selling = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _selling = await SellingServer.StartAsync();

    public ValueTask DisposeAsync() => _selling.DisposeAsync();

    [Fact]
    public async Task A_connection_is_kept_tried_at_once_and_shown_with_what_it_gives()
    {
        (HttpStatusCode status, string page) = await _selling.ConnectAsync(("sellerId", _selling.Seller.SellerId));

        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("It works");
        page.ShouldContain("✓ amazon.com");
        page.ShouldContain("✓ Orders");
        page.ShouldContain("✓ Claims and chargebacks");
        page.ShouldContain("✓ Issues of listings");
        page.ShouldNotContain("✗");
        page.ShouldNotContain(SellingServer.Secret);
        page.ShouldNotContain(_selling.Token);
        string changing = await _selling.PageAsync($"/connections?change={await _selling.IdAsync()}");
        changing.ShouldContain(SellingServer.App);
        changing.ShouldNotContain(SellingServer.Secret);
        changing.ShouldNotContain(_selling.Token);
    }

    [Fact]
    public async Task A_role_that_is_missing_is_named_and_found_when_it_is_given()
    {
        _selling.Seller.Roles.Remove("Finance and Accounting");
        (_, string page) = await _selling.ConnectAsync();

        page.ShouldContain("Something is missing");
        page.ShouldContain("✓ Orders");
        page.ShouldContain("✗ Claims and chargebacks");
        page.ShouldContain("“Finance and Accounting”");
        page.ShouldContain("that needs the merchant token");

        _selling.Seller.Roles.Add("Finance and Accounting");
        (_, page) = await _selling.PostAsync($"/connections/{await _selling.IdAsync()}/test");
        page.ShouldContain("It works");
        page.ShouldNotContain("✗");
    }

    [Fact]
    public async Task A_wrong_secret_is_said_and_replaced_without_typing_the_rest_again()
    {
        (_, string page) = await _selling.ConnectAsync(("clientSecret", "wrong-one"));
        page.ShouldContain("The account could not be opened");
        page.ShouldContain("copy both anew");
        page.ShouldNotContain("wrong-one");

        (_, page) = await _selling.ConnectAsync(("refreshToken", ""));

        page.ShouldContain("It works");
        (await _selling.Server.Workbench.Connections.OfAsync(null, Cancel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Known_secrets_are_not_taken_for_another_application()
    {
        await _selling.ConnectAsync();
        await _selling.LookedAsync();
        int calls = _selling.Calls.Count;

        (HttpStatusCode status, string page) = await _selling.ConnectAsync(
            ("clientId", "another-app"),
            ("clientSecret", ""),
            ("refreshToken", "")
        );

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("Enter the client secret and the refresh token of this application.");
        page.ShouldContain("another-app", customMessage: "what was typed is there again");
        _selling.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task Stores_that_were_found_can_be_chosen_and_stay_chosen()
    {
        await _selling.ConnectAsync();
        string path = $"/connections?change={await _selling.IdAsync()}";
        (await _selling.PageAsync(path)).ShouldContain("name=\"stores\" value=\"amazon.com\"");

        await _selling.ConnectAsync(("clientSecret", ""), ("refreshToken", ""), ("stores", "amazon.com"));

        StoredConnection kept = (
            await _selling.Server.Workbench.Connections.OfAsync(null, Cancel)
        ).ShouldHaveSingleItem();
        kept.Stores.ShouldBe(["amazon.com"]);
        kept.ClientSecret.ShouldBe(SellingServer.Secret);
        (await _selling.PageAsync(path)).ShouldContain("value=\"amazon.com\" checked");
    }

    [Fact]
    public async Task Disconnecting_asks_once_more_and_wipes_it()
    {
        await _selling.ConnectAsync();
        string remove = $"/connections/{await _selling.IdAsync()}/remove";

        (HttpStatusCode status, string page) = await _selling.PostAsync(remove);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("Tick that you want to disconnect.");
        (await _selling.Server.Workbench.Connections.OfAsync(null, Cancel)).ShouldHaveSingleItem();

        (status, page) = await _selling.PostAsync(remove, ("sure", "yes"));
        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldNotContain("Northfold");
        (await _selling.Server.Workbench.Connections.OfAsync(null, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Offline_it_is_kept_and_said_not_to_be_tried()
    {
        _selling.Server.IsOffline = true;
        await _selling.Server.RestartAsync();
        _selling.Server.Enter();

        (HttpStatusCode status, string page) = await _selling.ConnectAsync();
        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("Started with --offline");
        page.ShouldContain("Not tried since it was entered.");
        (status, page) = await _selling.PostAsync($"/connections/{await _selling.IdAsync()}/test");

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("Not tried since it was entered.");
        _selling.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_steps_name_each_role_once_in_the_language_of_the_screen_and_in_english()
    {
        string english = await _selling.PageAsync("/connections");
        Regex.Count(english, "<li>Selling Partner Insights</li>").ShouldBe(1);
        (await _selling.PostAsync("/settings/language", ("language", "zh-Hans"))).Status.ShouldBe(HttpStatusCode.OK);

        string page = await _selling.PageAsync("/connections");

        foreach (
            string role in new[]
            {
                "销售伙伴洞察 · Selling Partner Insights",
                "库存和订单追踪 · Inventory and Order Tracking",
                "财务和会计 · Finance and Accounting",
                "商品发布 · Product Listing",
                "Amazon Fulfillment",
            }
        )
        {
            Regex.Count(page, Regex.Escape(role) + "</li>").ShouldBe(1, role);
        }

        page.ShouldNotContain("Brand Analytics", customMessage: "nothing asks for what it opens");
        page.ShouldContain("十个授权");
        page.ShouldContain("顾问");
    }

    [Fact]
    public async Task A_client_has_its_own_page_and_settings_lead_to_that_of_who_has_none()
    {
        (await _selling.PageAsync("/settings")).ShouldContain("href=\"/connections\"");
        (await _selling.PostAsync("/clients", ("name", "Harbor Trade"))).Status.ShouldBe(HttpStatusCode.OK);
        Guid client = (await _selling.Server.Workbench.Clients.ClientsAsync(Cancel)).Single().Id;
        string path = $"/clients/{client}/connections";
        (await _selling.PageAsync($"/clients/{client}")).ShouldContain($"href=\"{path}\"");

        (_, string page) = await _selling.PostAsync(
            path,
            ("name", "Of the client"),
            ("region", "na"),
            ("clientId", SellingServer.App),
            ("clientSecret", SellingServer.Secret),
            ("refreshToken", _selling.Token)
        );

        page.ShouldContain("It works");
        page.ShouldContain("Of the client");
        (await _selling.PageAsync("/connections")).ShouldNotContain("Of the client");
    }

    [Fact]
    public async Task Nobody_waits_for_ever_when_amazon_does_not_answer()
    {
        using var silence = new Silence();
        await using SellingServer selling = await SellingServer.StartAsync(silence);
        Task<(HttpStatusCode Status, string Page)> connecting = selling.ConnectAsync();
        await silence.Asked.WaitAsync(TimeSpan.FromMinutes(1), Cancel);

        selling.Server.Clock.Advance(ConnectionDesk.Patience);

        (HttpStatusCode status, string page) = await connecting;
        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("Amazon did not answer in time.");
    }

    /// <summary>Never answers.</summary>
    private sealed class Silence : HttpMessageHandler
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            _asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        }
    }
}
