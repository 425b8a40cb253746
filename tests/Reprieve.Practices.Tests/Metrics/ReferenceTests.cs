using CsCheck;

namespace Reprieve.Practices.Tests.Metrics;

/// <summary>Every metric against a second, slow reading of the contract that shares no code with the first.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Every_metric_agrees_with_a_second_reading_of_its_definition() =>
        InventedAccount.Any.Sample(
            account =>
            {
                using CaseFolder folder = account.Write();
                Review review = folder.Review(account.AsOf.ToString("yyyy-MM-dd", null), "amazon.com");
                review.Rejected.ShouldBeEmpty();
                var slow = new SlowReading(account);
                foreach (MetricResult metric in review.Metrics)
                {
                    (long numerator, long denominator, List<string> orders) = slow.Of(metric.Code, metric.Program);
                    (metric.Numerator, metric.Denominator).ShouldBe(
                        ((int)numerator, (int)denominator),
                        $"{metric.Code} {metric.Program}"
                    );
                    metric.Orders.ShouldBe(orders, metric.Code);
                    metric.Value.ShouldBe(denominator == 0 ? null : (double)numerator / denominator);
                }
            },
            iter: 150,
            threads: 1
        );
}
