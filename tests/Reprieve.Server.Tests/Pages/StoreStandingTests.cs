using System.Net;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Server.Desk;
using Reprieve.Server.Pages;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Pages;

public sealed class StoreStandingTests
{
    private static readonly Client Harbor = new(Guid.NewGuid(), "Harbor Trade");
    private static readonly Account Northfold = new(Guid.NewGuid(), Harbor.Id, "Northfold", "", []);
    private static readonly Account Lights = new(Guid.NewGuid(), Harbor.Id, "Harbor Lights", "", []);
    private static readonly ClientList Clients = new([Harbor], [Northfold, Lights]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_newest_review_of_each_marketplace_counts()
    {
        StoreStanding standing = Of(
            Line("old", market: "amazon.com", asOf: 1),
            Line("new", market: "amazon.com", asOf: 5),
            Line("german", market: "amazon.de", asOf: 2),
            Line("without", market: "amazon.fr")
        );

        standing.Reviews.Select(line => line.Title).ShouldBe(["new", "german"]);
    }

    [Fact]
    public void Open_cases_are_counted_and_money_is_summed_by_currency()
    {
        StoreStanding standing = Of(
            Line("one") with
            {
                Held = new MoneyHeld(10, "USD"),
            },
            Line("two") with
            {
                Stage = CaseStage.Sent,
                Held = new MoneyHeld(5, "EUR"),
            },
            Line("three") with
            {
                Stage = CaseStage.Reinstated,
                Held = new MoneyHeld(2.5m, "USD"),
            },
            Line("four") with
            {
                Stage = CaseStage.NotAmazon,
            }
        );

        standing.Open.ShouldBe(2);
        standing.Held.Select(held => held.Text).ShouldBe(["5 EUR", "12.50 USD"]);
    }

    [Fact]
    public void A_letter_that_names_another_store_ties_it_and_never_the_own()
    {
        StoreTie tie = Of(
            Line("tied", related: new RelatedAccount(null, "Northfold is related to HARBOR LIGHTS", true))
        )
            .Ties.ShouldHaveSingleItem();

        tie.Other.ShouldBe(Lights);
        tie.OtherFirst.ShouldBeTrue();
    }

    [Fact]
    public void A_store_that_is_not_ours_is_named_only()
    {
        StoreTie tie = Of(Line("tied", related: new RelatedAccount("Elsewhere", null, false)))
            .Ties.ShouldHaveSingleItem();

        tie.Name.ShouldBe("Elsewhere");
        tie.Other.ShouldBeNull();
        tie.OtherFirst.ShouldBeFalse();
        Of(Line("unnamed", related: new RelatedAccount(null, "related to another account", true))).Ties.ShouldBeEmpty();
    }

    [Fact]
    public void A_store_that_is_not_seen_is_no_link()
    {
        var tied = Line("tied", related: new RelatedAccount("Harbor Lights", null, true));

        StoreTie tie = StoreStanding
            .Of([Northfold], [tied], new ClientList([Harbor], [Northfold]))
            .ShouldHaveSingleItem()
            .Ties.ShouldHaveSingleItem();

        tie.Other.ShouldBeNull();
    }

    [Fact]
    public async Task The_page_of_a_client_shows_lights_and_ties_without_opening_a_case()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string late = await server.OpenSampleAsync();
        using HttpResponseMessage pasted = await server.PostAsync(
            "/new/text",
            (
                "text",
                "Hello,\n\nWe have deactivated your Amazon.com account since it is related to another account, "
                    + "\"Northfold\", that is deactivated as well.\n\nTo sell again, reactivate Northfold first.\n\n"
                    + "Seller Performance"
            )
        );
        string tied = pasted.RequestMessage!.RequestUri!.AbsolutePath;
        (await server.PostAsync(late + "/client", ("client", "Harbor Trade"), ("store", "Northfold"))).Dispose();
        (await server.PostAsync(tied + "/client", ("client", "Harbor Trade"), ("store", "Harbor Lights"))).Dispose();
        StoredCase stored = (await server.Store.FindAsync(CaseId.Parse(late.Split('/')[2]), Cancel)).ShouldNotBeNull();
        string client = RunningServer.Between(await server.PageAsync("/clients"), "href=\"/clients/", "\"");

        string page = WebUtility.HtmlDecode(await server.PageAsync("/clients/" + client));

        stored.Summary.Health.ShouldContain(light =>
            light.Code == "late_shipment_rate_30d" && light.Status == "missed"
        );
        string row = RunningServer.Between(page, ">Late shipment rate (30 days)", "</tr>");
        row.ShouldContain("light bad");
        row.ShouldContain("missed · ");
        row.ShouldContain($"href=\"{late}/review\"");
        page.ShouldContain("amazon.com (as of");
        page.ShouldContain("Northfold has to be reinstated first; then appeal here.");
        page.ShouldContain("Harbor Lights waits: this account has to be reinstated first.");
    }

    private static StoreStanding Of(params CaseLine[] lines) =>
        StoreStanding.Of(Clients.Stores, lines, Clients).ShouldHaveSingleItem();

    private static CaseLine Line(
        string title,
        string? market = null,
        int? asOf = null,
        RelatedAccount? related = null
    ) =>
        new(
            new CaseId(Guid.NewGuid()),
            title,
            CaseStage.Preparing,
            new CaseSummary
            {
                Marketplace = market,
                Related = related,
                Health = asOf is { } day
                    ?
                    [
                        new MetricLight(
                            "late_shipment_rate_30d",
                            Fulfilment.Merchant,
                            "met",
                            0.01,
                            new DateOnly(2026, 10, day)
                        ),
                    ]
                    : [],
            },
            new DateTimeOffset(2026, 10, 2, 15, 0, 0, TimeSpan.Zero),
            1
        )
        {
            Account = Northfold.Id,
        };
}
