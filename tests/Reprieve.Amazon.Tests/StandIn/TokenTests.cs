using System.Text.Json;

namespace Reprieve.Amazon.Tests.StandIns;

public sealed class TokenTests
{
    private const string Participations = "/sellers/v1/marketplaceParticipations";

    [Theory]
    [InlineData("app", "wrong", "refresh_token", "Atzr|one", 401, "invalid_client")]
    [InlineData("app", "secret", "refresh_token", "Atzr|other", 400, "invalid_grant")]
    [InlineData("app", "secret", "password", "Atzr|one", 400, "unsupported_grant_type")]
    [InlineData("app", "secret", "refresh_token", "Atzr|one", 200, null)]
    public void A_token_is_given_for_what_is_true(
        string app,
        string secret,
        string grant,
        string refresh,
        int status,
        string? error
    )
    {
        using Caller caller = new();
        caller.Time.Run(async () =>
        {
            using HttpResponseMessage response = await caller.AskTokenAsync(
                ("client_id", app),
                ("client_secret", secret),
                ("grant_type", grant),
                ("refresh_token", refresh)
            );
            JsonElement body = await Caller.ReadAsync(response);
            ((int)response.StatusCode).ShouldBe(status);
            if (error is not null)
            {
                body.GetProperty("error").GetString().ShouldBe(error);
            }
            else
            {
                body.GetProperty("expires_in").GetInt32().ShouldBe(3600);
                body.GetProperty("access_token").GetString().ShouldNotBeNullOrEmpty();
            }
        });
    }

    [Fact]
    public void An_access_token_is_good_for_an_hour()
    {
        using Caller caller = new();
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            caller.Time.Advance(TimeSpan.FromMinutes(59.9));
            await caller.GetAsync(Participations);
            caller.Time.Advance(TimeSpan.FromMinutes(0.1));
            Caller.Code(await caller.GetAsync(Participations, 403)).ShouldBe("Unauthorized");
        });
    }

    [Fact]
    public void No_token_a_false_one_another_region_and_a_blocked_account_are_refused()
    {
        using Caller caller = new();
        caller.Time.Run(async () =>
        {
            await caller.GetAsync(Participations, 403);
            caller.Token = "Atza|invented";
            await caller.GetAsync(Participations, 403);
            await caller.SignInAsync();
            caller.Host = "sellingpartnerapi-eu.amazon.com";
            await caller.GetAsync(Participations, 403);
            caller.Host = "sandbox.sellingpartnerapi-na.amazon.com";
            await caller.GetAsync(Participations);
            caller.Account.Blocked = true;
            await caller.GetAsync(Participations, 403);
        });
    }

    [Fact]
    public void A_missing_role_is_refused_by_operation_and_by_report_type()
    {
        using Caller caller = new();
        caller.Account.Roles.Remove(AmazonStandIn.Roles.SellingPartnerInsights);
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            await caller.GetAsync(Participations, 403);
            object order = new
            {
                reportType = "GET_V2_SELLER_PERFORMANCE_REPORT",
                marketplaceIds = new[] { Caller.Us },
            };
            await caller.CallAsync(HttpMethod.Post, "/reports/2021-06-30/reports", order, 403);
        });
        caller.StandIn.Reports.ShouldBeEmpty();
    }

    [Fact]
    public void Grantless_operations_want_a_grantless_token_and_others_do_not_take_it()
    {
        using Caller caller = new();
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            await caller.GetAsync("/notifications/v1/destinations", 403);
            await caller.SignInAsync("sellingpartnerapi::notifications");
            await caller.GetAsync("/notifications/v1/destinations");
            await caller.GetAsync(Participations, 403);
        });
    }
}
