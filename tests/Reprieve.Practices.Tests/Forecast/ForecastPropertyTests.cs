using CsCheck;
using Reprieve.Knowledge;
using Reprieve.Practices.Tests.Metrics;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Forecast;

public sealed class ForecastPropertyTests
{
    [Fact]
    public void The_day_is_the_first_on_which_a_second_reading_of_the_moved_window_meets_the_target() =>
        InventedAccount.Any.Sample(
            account =>
            {
                using CaseFolder folder = account.Write();
                Review review = folder.Review(account.AsOf.ToString("yyyy-MM-dd", null), "amazon.com");
                foreach (MetricForecast forecast in review.Forecast)
                {
                    forecast.MetByAgeing.ShouldBe(FirstDay(account, forecast.Metric, forecast.Program));
                    (forecast.MetByAgeing is null).ShouldBe(forecast.Reason is not null);
                    forecast.CleanOrdersNeeded.ShouldBe(Needed(account, forecast));
                }
            },
            iter: 150,
            threads: 1
        );

    [Fact]
    public void Reversed_claims_are_as_if_the_table_said_denied() =>
        InventedAccount.Any.Sample(
            account =>
            {
                string[] all = [.. account.Claims.Select(claim => claim.Id).Distinct()];
                using CaseFolder folder = account.Write();
                string day = account.AsOf.ToString("yyyy-MM-dd", null);
                Review review = folder.Review(day, "amazon.com", reversed: all);
                InventedAccount denied = account with
                {
                    Claims = [.. account.Claims.Select(c => c with { Type = "a_to_z", Status = "denied" })],
                };
                foreach (MetricForecast forecast in review.Forecast.Where(f => f.IfReversed is not null))
                {
                    (long numerator, long denominator, _) = new SlowReading(denied).Of(
                        forecast.Metric,
                        forecast.Program
                    );
                    ReversedForecast reversed = forecast.IfReversed!;
                    (reversed.Numerator, reversed.Denominator).ShouldBe(((int)numerator, (int)denominator));
                    bool met = SlowReading.Met(forecast.Metric, numerator, denominator);
                    reversed.Status.ShouldBe(met ? "met" : "missed");
                    reversed.MetByAgeing.ShouldBe(met ? null : FirstDay(denied, forecast.Metric, forecast.Program));
                }
            },
            iter: 100,
            threads: 1
        );

    [Fact]
    public void Claims_that_can_still_be_appealed_are_asked_about_by_themselves()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Enumerable.Range(1, 150).Select(n => Order(Id(n), "2026-09-01")))
            .Claims(
                $"{Id(1)}\ta_to_z\t2026-09-10\tgranted",
                $"{Id(2)}\ta_to_z\t2026-09-10\trefunded_after_claim",
                $"{Id(3)}\ta_to_z\t2026-09-10\tdenied"
            );
        MetricForecast forecast = folder.Review().Forecast.ShouldHaveSingleItem();
        ReversedForecast reversed = forecast.IfReversed.ShouldNotBeNull();
        reversed.Orders.ShouldBe([Id(1)]);
        (reversed.Numerator, reversed.Denominator, reversed.Status).ShouldBe((1, 150, "met"));
        forecast.Caution.ShouldNotBeNullOrEmpty();
        folder.Review(reversed: [Id(2)]).Forecast[0].IfReversed!.Orders.ShouldBe([Id(2)]);
        folder.Review(reversed: [Id(3)]).Forecast[0].IfReversed.ShouldBeNull();
    }

    /// <summary>Day by day, as long as the window holds anything.</summary>
    private static DateOnly? FirstDay(InventedAccount account, string metric, Fulfilment program)
    {
        for (int ahead = 1; ahead <= 400; ahead++)
        {
            (long numerator, long denominator, _) = new SlowReading(account, ahead).Of(metric, program);
            if (denominator == 0)
            {
                return null;
            }

            if (SlowReading.Met(metric, numerator, denominator))
            {
                return account.AsOf.AddDays(ahead);
            }
        }

        return null;
    }

    /// <summary>One clean order after the other.</summary>
    private static int Needed(InventedAccount account, MetricForecast forecast)
    {
        (long numerator, long denominator, _) = new SlowReading(account).Of(forecast.Metric, forecast.Program);
        bool moreIsBetter = forecast.Metric is "valid_tracking_rate" or "on_time_delivery_rate";
        int needed = 0;
        while (!SlowReading.Met(forecast.Metric, numerator + (moreIsBetter ? needed : 0), denominator + needed))
        {
            needed++;
        }

        return needed;
    }
}
