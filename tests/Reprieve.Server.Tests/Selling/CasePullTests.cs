using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.AmazonStandIn;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Server.Selling;
using Reprieve.Server.Tests.Api;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Selling;

/// <summary>What step 2 needs comes from Amazon into a case.</summary>
public sealed class CasePullTests : IAsyncLifetime
{
    private SellingServer _selling = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RunningServer Server => _selling.Server;

    private CasePulls Pulls => Server.Services.GetRequiredService<CasePulls>();

    public async ValueTask InitializeAsync() => _selling = await SellingServer.StartAsync();

    public ValueTask DisposeAsync() => _selling.DisposeAsync();

    [Fact]
    public async Task A_button_on_the_page_brings_the_files_and_the_page_shows_the_metrics()
    {
        string path = await NoticeAsync();
        (await _selling.PageAsync(path + "/review")).ShouldNotContain("From Amazon", customMessage: "no connection");
        await _selling.ConnectAsync();
        (await _selling.PageAsync(path + "/review")).ShouldContain("Download by “Northfold”");

        (HttpStatusCode status, _) = await _selling.PostAsync(
            path + "/pull",
            ("connection", (await _selling.IdAsync()).ToString())
        );
        status.ShouldBe(HttpStatusCode.OK);
        await _selling.PulledAsync(Id(path));

        string page = await _selling.PageAsync(path + "/review");
        page.ShouldContain("All is there");
        page.ShouldContain("Late shipment rate");
        StoredCase filled = (await Server.Store.FindAsync(Id(path), Cancel)).ShouldNotBeNull();
        filled.Files.ShouldContain(file => file.Path == "amazon/performance-report.json");
        filled.Files.ShouldContain(file => file.Path.StartsWith("amazon/all-orders-"));
        filled.Files.ShouldContain(file => file.Path.StartsWith("amazon/shipments-of-"));
        filled.Files.ShouldAllBe(file => !file.Path.Contains("/."));
        Directory
            .EnumerateFiles(Path.Combine(Server.DataFolder, "pulls"), "*", SearchOption.AllDirectories)
            .ShouldBeEmpty("what is in the case does not stay behind");
    }

    [Fact]
    public async Task What_Amazon_finds_wrong_with_listings_is_on_the_page()
    {
        string path = await NoticeAsync();
        await _selling.ConnectAsync(("sellerId", _selling.Seller.SellerId));
        var issue = new ListingIssue("90220", "The brand is missing.", "ERROR", ["brand"], ["MISSING_ATTRIBUTE"], []);
        SellerListing listing = _selling.Seller.Data.Listings[0] with { Issues = [issue] };
        _selling.Seller.Data = _selling.Seller.Data with { Listings = [listing] };

        await BeginAsync(path);

        string page = await _selling.PageAsync(path + "/review");
        page.ShouldContain("Issue that Amazon names");
        page.ShouldContain("The brand is missing.");
        page.ShouldContain(listing.Sku);
    }

    [Fact]
    public async Task How_the_account_went_is_a_picture_with_its_first_and_last_day()
    {
        string path = await NoticeAsync();
        (await _selling.PageAsync(path + "/review")).ShouldNotContain("week by week", customMessage: "no such file");
        await _selling.ConnectAsync();

        await BeginAsync(path);

        string page = await _selling.PageAsync(path + "/review");
        page.ShouldContain("The account in amazon.com, week by week");
        DateOnly last = _selling.Seller.Data.History.Max(day => day.Day);
        page.ShouldContain($"to {UserFigures.Day(last)}");
        page.ShouldContain("Orders confirmed late: ", customMessage: "the words of its line");
    }

    [Fact]
    public async Task Trouble_that_a_person_has_to_put_right_is_said_and_what_came_stays()
    {
        string path = await NoticeAsync();
        await _selling.ConnectAsync();
        await _selling.LookedAsync();
        _selling.Seller.Roles.Remove("Finance and Accounting");

        await BeginAsync(path);

        string page = await _selling.PageAsync(path + "/review");
        page.ShouldContain("something is missing");
        page.ShouldContain("“Finance and Accounting”");
        page.ShouldContain("Download anew");
        (await Server.Store.FindAsync(Id(path), Cancel))
            .ShouldNotBeNull()
            .Files.ShouldContain(file => file.Path.StartsWith("amazon/all-orders-"));
    }

    [Fact]
    public async Task A_program_begins_it_sees_how_far_it_is_and_a_foreign_connection_is_refused()
    {
        string path = await NoticeAsync();
        await _selling.ConnectAsync();
        using Asking program = await Asking.OfMachineAsync(Server);
        string pull = $"/api/v1{path}/pull";
        JsonElement before = await program.JsonAsync("GET", pull);
        before.GetProperty("isRunning").GetBoolean().ShouldBeFalse();
        Guid connection = before.GetProperty("connections")[0].GetGuid();

        (await program.RefusalAsync("POST", pull, new { connection = Guid.NewGuid() })).ShouldContain(
            "no such connection"
        );
        await program.JsonAsync("POST", pull, new { connection });
        await _selling.PulledAsync(Id(path));

        JsonElement after = await program.JsonAsync("GET", pull);
        after.GetProperty("files").GetInt32().ShouldBeGreaterThan(8);
        after.GetProperty("troubles").GetArrayLength().ShouldBe(0);
        await program.JsonAsync("DELETE", pull);
        (await program.JsonAsync("GET", pull)).GetProperty("connection").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_was_asked_for_before_the_program_ended_is_gone_on_with()
    {
        string path = await NoticeAsync();
        await _selling.ConnectAsync();
        Guid connection = await _selling.IdAsync();
        await Server.DownAsync();
        PullFolderOfCase.Begin(
            Path.Combine(Server.DataFolder, "pulls", connection.ToString("D")),
            Id(path),
            "Dana",
            "amazon.com"
        );

        await Server.UpAsync();
        while ((await Pulls.ViewAsync(Id(path), Cancel)).Pull is null)
        {
            await Task.Yield();
        }

        await _selling.PulledAsync(Id(path));
        (await Server.Store.FindAsync(Id(path), Cancel))
            .ShouldNotBeNull()
            .Files.First(file => file.Path.StartsWith("amazon/all-orders-", StringComparison.Ordinal))
            .Who.ShouldBe("Dana");
    }

    [Fact]
    public async Task Stopping_and_disconnecting_end_it_and_leave_nothing_behind()
    {
        string path = await NoticeAsync();
        await _selling.ConnectAsync();
        await _selling.LookedAsync();
        Guid connection = await _selling.IdAsync();

        // The clock stands, so what Amazon takes time for never comes.
        await _selling.PostAsync(path + "/pull", ("connection", connection.ToString()));
        (await Pulls.ViewAsync(Id(path), Cancel)).Pull.ShouldNotBeNull().IsRunning.ShouldBeTrue();
        (await _selling.PageAsync(path + "/review")).ShouldContain("Stop downloading");
        await _selling.PostAsync(path + "/pull/stop");
        (await Pulls.ViewAsync(Id(path), Cancel)).Pull.ShouldBeNull();

        await _selling.PostAsync(path + "/pull", ("connection", connection.ToString()));
        await _selling.PostAsync($"/connections/{connection}/remove", ("sure", "yes"));
        (await Pulls.ViewAsync(Id(path), Cancel)).Pull.ShouldBeNull();
        Directory
            .EnumerateFiles(Path.Combine(Server.DataFolder, "pulls"), "*", SearchOption.AllDirectories)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_gets_worse_has_its_data_brought_by_itself()
    {
        await _selling.ConnectAsync();
        await _selling.LookedAsync();
        _selling.SetStatus("AT_RISK");
        await _selling.NextDayAsync();

        CaseLine line = (await Server.Store.ListAsync(new CaseQuery(), Cancel)).Lines.ShouldHaveSingleItem();
        await _selling.PulledAsync(line.Id);

        (await Server.Store.FindAsync(line.Id, Cancel))
            .ShouldNotBeNull()
            .Files.ShouldContain(file => file.Path.StartsWith("amazon/all-orders-"));
    }

    /// <summary>A case with the notice of the sample alone.</summary>
    private Task<string> NoticeAsync() =>
        Server.OpenCaseAsync(
            Directory.GetFiles(RunningServer.Sample("late-shipment"), "*.eml").Order(StringComparer.Ordinal).First()
        );

    private async Task BeginAsync(string path)
    {
        await _selling.PostAsync(path + "/pull", ("connection", (await _selling.IdAsync()).ToString()));
        await _selling.PulledAsync(Id(path));
    }

    private static CaseId Id(string path) => new(Guid.Parse(path.Split('/')[2]));
}
