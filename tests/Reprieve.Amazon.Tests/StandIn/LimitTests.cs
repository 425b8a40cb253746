using Reprieve.Testing;

namespace Reprieve.Amazon.Tests.StandIns;

public sealed class LimitTests
{
    private const string Report = "/reports/2021-06-30/reports/unknown";

    [Fact]
    public void A_bucket_gives_its_burst_and_then_one_token_at_a_time()
    {
        using Caller caller = new();
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            for (int i = 0; i < 15; i++)
            {
                await caller.GetAsync(Report, 404);
            }

            using (HttpResponseMessage refused = await caller.SendAsync(HttpMethod.Get, Report))
            {
                ((int)refused.StatusCode).ShouldBe(429);
                refused.Headers.Contains("x-amzn-RateLimit-Limit").ShouldBeFalse();
                Caller.Code(await Caller.ReadAsync(refused)).ShouldBe("QuotaExceeded");
            }

            caller.Time.Advance(TimeSpan.FromSeconds(0.49));
            await caller.GetAsync(Report, 429);
            caller.Time.Advance(TimeSpan.FromSeconds(0.01));
            await caller.GetAsync(Report, 404);
            await caller.GetAsync(Report, 429);
        });
        caller.StandIn.Exceeded.Count.ShouldBe(3);
        caller.StandIn.Exceeded[0].Operation.ShouldBe("getReport");
    }

    [Fact]
    public void A_bucket_never_holds_more_than_its_burst()
    {
        using Caller caller = new();
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            await caller.GetAsync(Report, 404);
            caller.Time.Advance(TimeSpan.FromMinutes(50));
            for (int i = 0; i < 15; i++)
            {
                await caller.GetAsync(Report, 404);
            }

            await caller.GetAsync(Report, 429);
        });
    }

    [Fact]
    public void Who_keeps_the_pace_exactly_is_never_refused()
    {
        using Caller caller = new();
        caller.StandIn.SetLimit("getReport", 0.0167, 3);
        // Timers count whole milliseconds.
        TimeSpan pace = TimeSpan.FromMilliseconds(Math.Ceiling(1000 / 0.0167));
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            for (int i = 0; i < 40; i++)
            {
                await caller.GetAsync(Report, 404);
                if (i >= 2)
                {
                    caller.Time.Advance(pace); // Task.Delay would cut it to milliseconds.
                }
            }
        });
        caller.StandIn.Exceeded.ShouldBeEmpty();
    }

    [Fact]
    public void The_limit_changes_while_running_and_the_header_tells()
    {
        using Caller caller = new();
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            (await LimitAsync(caller)).ShouldBe("2");
            caller.StandIn.SetLimit("getReport", 0.5, 1);
            (await LimitAsync(caller)).ShouldBe("0.5");
            await caller.GetAsync(Report, 429);
            caller.Time.Advance(TimeSpan.FromSeconds(2));
            await caller.GetAsync(Report, 404);
        });
    }

    [Fact]
    public void Operations_and_accounts_have_buckets_of_their_own()
    {
        using Caller caller = new();
        caller.StandIn.SetLimit("getReport", 0.001, 1);
        AmazonStandIn.SellerAccount other = new()
        {
            SellerId = "A2OTHER",
            RefreshTokens = ["Atzr|two"],
            Region = "NA",
            Marketplaces = [new(Caller.Us, "Other")],
        };
        caller.StandIn.AddAccount(other);
        caller.Time.Run(async () =>
        {
            await caller.SignInAsync();
            await caller.GetAsync(Report, 404);
            await caller.GetAsync(Report, 429);
            await caller.GetAsync("/sellers/v1/marketplaceParticipations");
            using HttpResponseMessage token = await caller.AskTokenAsync(
                ("client_id", "app"),
                ("client_secret", "secret"),
                ("grant_type", "refresh_token"),
                ("refresh_token", "Atzr|two")
            );
            caller.Token = (await Caller.ReadAsync(token)).GetProperty("access_token").GetString();
            await caller.GetAsync(Report, 404);
        });
    }

    [Fact]
    public void Limits_are_the_published_ones()
    {
        string file = Path.Combine(Repository.Root, "..", "shared", "amazon", "rate-limits.tsv");
        Assert.SkipUnless(File.Exists(file), "../shared/amazon/rate-limits.tsv is not here");
        using Caller caller = new();
        string[][] rows =
        [
            .. File.ReadLines(file).Skip(1).Select(l => l.Split('\t')).Where(r => r[0] != "ordersV0" && r[4] != ""),
        ];

        foreach (string[] row in rows.Where(r => caller.StandIn.LimitOf(r[1]) is not null))
        {
            caller
                .StandIn.LimitOf(row[1])
                .ShouldBe(new(double.Parse(row[4], Invariant), int.Parse(row[5], Invariant)), row[1]);
        }

        rows.Count(r => caller.StandIn.LimitOf(r[1]) is not null).ShouldBe(24);
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static async Task<string> LimitAsync(Caller caller)
    {
        using HttpResponseMessage response = await caller.SendAsync(HttpMethod.Get, Report);
        return response.Headers.GetValues("x-amzn-RateLimit-Limit").Single();
    }
}
