using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Alerts;
using Reprieve.AmazonStandIn;
using Reprieve.Server.Alerting;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Selling;

/// <summary>Amazon is asked to tell of an account, what it tells is looked at, and it ends with the connection.</summary>
public sealed class NotificationPageTests : IAsyncLifetime
{
    private SellingServer _selling = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RunningServer Server => _selling.Server;

    private string Seller => _selling.Seller.SellerId;

    public async ValueTask InitializeAsync()
    {
        _selling = await SellingServer.StartAsync();
        await _selling.ConnectAsync(("sellerId", Seller));
        await _selling.LookedAsync(passing: true);
    }

    public ValueTask DisposeAsync() => _selling.DisposeAsync();

    [Fact]
    public async Task Setting_up_makes_a_queue_subscribes_to_all_and_tells_the_steps_that_are_left()
    {
        (HttpStatusCode status, string page) = await _selling.NotifiedAsync();

        status.ShouldBe(HttpStatusCode.OK);
        _selling.Amazon.Subscriptions.Count.ShouldBe(5);
        QueueConnection queue = (await ConnectionAsync()).Queue.ShouldNotBeNull();
        queue.Own.Count.ShouldBe(5);
        _selling.Queues.Lets(queue.Arn!, "437568002678", "sqs:SendMessage").ShouldBeTrue();
        page.ShouldContain(queue.Arn!);
        page.ShouldContain("Partner event sources");
        page.ShouldContain("Tells that the account’s status changed".Replace('’', '\''));
        page.ShouldNotContain(SellingServer.AwsKey.Secret);

        await _selling.NotifiedAsync();
        _selling.Amazon.Subscriptions.Count.ShouldBe(5, "setting up again changes nothing");
        _selling.Queues.Calls.Count(call => call == "CreateQueue").ShouldBe(1);
    }

    [Fact]
    public async Task A_change_of_status_has_the_account_looked_at_at_once_and_opens_the_case()
    {
        await _selling.NotifiedAsync();
        _selling.SetStatus("DEACTIVATED");

        _selling.Sender.StatusChanged(Seller, "NORMAL", "DEACTIVATED").ShouldBe(1);
        await _selling.TakenAsync(1);
        (await _selling.LookedAsync(passing: true)).ShouldBeTrue();

        (await CasesAsync()).ShouldHaveSingleItem();
        await WithoutWishAsync();
        (await _selling.PageAsync($"/connections/{await _selling.IdAsync()}/notifications")).ShouldContain(
            "program started: 1,"
        );
    }

    [Fact]
    public async Task A_change_of_an_order_has_the_orders_looked_at_and_nothing_else()
    {
        await _selling.NotifiedAsync();
        Server.Clock.Advance(TimeSpan.FromMinutes(20));
        int looks = OrderLooks();

        _selling.Sender.OrderChanged(Seller, "111-1111111-1111111").ShouldBe(1);
        await _selling.TakenAsync(1);
        (await _selling.LookedAsync(passing: true)).ShouldBeTrue();

        OrderLooks().ShouldBe(looks + 1);
        _selling.Reports.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_told_just_before_the_program_ended_is_looked_at_after_the_next_start()
    {
        Server.Workbench.LookWishes.Add(await _selling.IdAsync());

        await Server.RestartAsync();
        Server.Enter();
        (await _selling.LookedAsync(passing: true)).ShouldBeTrue();

        _selling.Reports.Count.ShouldBe(2);
        Server.Workbench.LookWishes.Find(await _selling.IdAsync()).ShouldBeNull();
        await Server.RestartAsync();
        Server.Enter();
        (await _selling.LookedAsync(passing: true)).ShouldBeTrue();
        _selling.Reports.Count.ShouldBe(2, "once");
    }

    [Fact]
    public async Task A_listing_that_Amazon_suppressed_alerts_once_with_Amazons_words()
    {
        await _selling.NotifiedAsync();
        SellerListing listing = WithIssue("ERROR", "LISTING_SUPPRESSED");

        _selling.Sender.IssuesChanged(Seller, listing).ShouldBe(1);
        _selling.Sender.IssuesChanged(Seller, listing);
        await _selling.TakenAsync(2);

        Alert alert = ListingAlerts().ShouldHaveSingleItem();
        alert.Urgent.ShouldBeTrue();
        alert.In("en").Title.ShouldContain(listing.Sku);
        alert.In("en").Text.ShouldContain("An invented fault");
        alert.In("zh-Hans").Do.ShouldContain("管理库存");
    }

    [Fact]
    public async Task A_listing_that_was_mended_meanwhile_alerts_nobody()
    {
        await _selling.NotifiedAsync();
        SellerListing told = WithIssue("ERROR", "LISTING_SUPPRESSED");
        _selling.Seller.Data = _selling.Seller.Data with
        {
            Listings = [told with { Issues = [] }, .. _selling.Seller.Data.Listings.Skip(1)],
        };

        _selling.Sender.IssuesChanged(Seller, told);
        await _selling.TakenAsync(1);

        ListingAlerts().ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_right_to_look_at_a_listing_the_alert_says_what_was_told()
    {
        await _selling.NotifiedAsync();
        SellerListing listing = WithIssue("ERROR", "SEARCH_SUPPRESSED");
        _selling.Seller.Roles.Remove("Product Listing");

        _selling.Sender.IssuesChanged(Seller, listing);
        await _selling.TakenAsync(1);

        ListingAlerts().ShouldHaveSingleItem().In("en").Text.ShouldContain("SEARCH_SUPPRESSED");
    }

    [Fact]
    public async Task Disconnecting_ends_what_Amazon_sends_and_wipes_the_key()
    {
        await _selling.NotifiedAsync();
        Guid id = await _selling.IdAsync();

        (HttpStatusCode status, _) = await _selling.PressAsync($"/connections/{id}/remove", ("sure", "yes"));

        status.ShouldBe(HttpStatusCode.OK);
        _selling.Amazon.Subscriptions.ShouldBeEmpty();
        (await Server.Workbench.Connections.AllAsync(Cancel)).ShouldBeEmpty();
        await _selling.LookedAsync(passing: true);
        Directory.Exists(Path.Combine(Server.DataFolder, "pulls", id.ToString())).ShouldBeFalse();
    }

    [Fact]
    public async Task After_the_authorization_was_withdrawn_what_was_written_down_still_ends()
    {
        await _selling.NotifiedAsync();
        _selling.Seller.RefreshTokens.Clear();

        await _selling.PressAsync($"/connections/{await _selling.IdAsync()}/remove", ("sure", "yes"));

        _selling.Amazon.Subscriptions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ending_keeps_the_connection_and_leaves_no_subscription()
    {
        await _selling.NotifiedAsync();

        (_, string page) = await _selling.PressAsync($"/connections/{await _selling.IdAsync()}/notifications/end");

        _selling.Amazon.Subscriptions.ShouldBeEmpty();
        (await ConnectionAsync()).Queue.ShouldBeNull();
        page.ShouldContain("Have Amazon notify you");
    }

    [Fact]
    public async Task A_wrong_key_is_said_in_words_and_what_was_typed_stays()
    {
        (_, string page) = await _selling.NotifiedAsync(("queue", ""), ("keyId", "AKIDOFNOBODY"));

        page.ShouldContain("Not set up to its end");
        page.ShouldContain("AKIDOFNOBODY");
        _selling.Amazon.Subscriptions.ShouldBeEmpty();

        (HttpStatusCode status, page) = await _selling.NotifiedAsync(("keyId", "not a key"), ("queue", "somewhere"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("letters and digits alone");
    }

    [Fact]
    public async Task A_queue_serves_one_connection()
    {
        await _selling.NotifiedAsync();
        string arn = (await ConnectionAsync()).Queue!.Arn!;
        await _selling.ConnectAsync(("name", "Second"));
        StoredConnection second = (await Server.Workbench.Connections.AllAsync(Cancel)).Single(one =>
            one.Name == "Second"
        );

        (HttpStatusCode status, string page) = await _selling.PressAsync(
            $"/connections/{second.Id}/notifications",
            ("keyId", SellingServer.AwsKeyId),
            ("keySecret", SellingServer.AwsKey.Secret),
            ("queue", arn)
        );

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ShouldContain("“Northfold” has this queue");
    }

    [Fact]
    public async Task What_another_program_listens_to_is_left_and_replaced_when_a_person_says_so()
    {
        await _selling.NotifiedAsync();
        StoredConnection connection = await ConnectionAsync();
        // As if the subscriptions had been made by somebody else: nobody here knows them, and they go to another queue.
        await Server.Workbench.Connections.KeepQueueAsync(connection, null, Cancel);
        string other = _selling.Queues.Make("us-east-1", "another");

        (_, string page) = await _selling.NotifiedAsync(("queue", other));
        page.ShouldContain("already goes to");
        page.ShouldContain("Have replaced");

        (_, page) = await _selling.NotifiedAsync(
            ("replace", "ACCOUNT_STATUS_CHANGED"),
            ("replace", "ORDER_CHANGE"),
            ("replace", "REPORT_PROCESSING_FINISHED")
        );
        page.ShouldNotContain("already goes to");
        _selling.Amazon.Subscriptions.Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_steps_by_hand_are_shown_for_an_AWS_account()
    {
        string page = await _selling.PageAsync(
            $"/connections/{await _selling.IdAsync()}/notifications?account=1111-2222-3333"
        );

        page.ShouldContain("arn:aws:sqs:us-east-1:111122223333:reprieve-");
        page.ShouldContain("437568002678");
    }

    private async Task<StoredConnection> ConnectionAsync() =>
        (await Server.Workbench.Connections.AllAsync(Cancel)).Single(one => one.Name == "Northfold");

    private async Task<IReadOnlyList<CaseLine>> CasesAsync() =>
        (await Server.Store.ListAsync(new CaseQuery(), Cancel)).Lines;

    private int OrderLooks() => _selling.Calls.Count(call => call.Operation == "searchOrders");

    private async Task WithoutWishAsync() =>
        Server.Workbench.LookWishes.Find(await _selling.IdAsync()).ShouldBeNull("the wish was fulfilled");

    private IReadOnlyList<Alert> ListingAlerts() =>
        [
            .. Server
                .Services.GetRequiredService<AlertDesk>()
                .All.Select(one => one.Alert)
                .Where(alert => alert.Event.StartsWith("listing/", StringComparison.Ordinal)),
        ];

    /// <summary>The first listing of the account, as it stands with Amazon now.</summary>
    private SellerListing WithIssue(string severity, string action)
    {
        SellerListing listing = _selling.Seller.Data.Listings[0] with
        {
            Issues = [new ListingIssue("1234", "An invented fault", severity, [], [], [action])],
        };
        _selling.Seller.Data = _selling.Seller.Data with
        {
            Listings = [listing, .. _selling.Seller.Data.Listings.Skip(1)],
        };
        return listing;
    }
}
