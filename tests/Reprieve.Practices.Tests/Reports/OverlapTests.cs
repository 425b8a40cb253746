using System.Globalization;
using CsCheck;
using Reprieve.Practices.Tests.Reports.Containers;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Reports;

public sealed class OverlapTests
{
    private const string FeedbackHeader = "Date\tRating\tComments\tYour Response\tOrder ID";
    private const string OrderReportHeader = "order-id\torder-item-id\tBuyer Requested Cancel";

    [Fact]
    public void Files_that_overlap_and_rows_that_repeat_count_once() =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    var dice = new Random(seed);
                    (string Name, string Header, List<string> Rows)[] tables = Account(dice);
                    using var once = new CaseFolder();
                    using var again = new CaseFolder();
                    foreach ((string name, string header, List<string> rows) in tables)
                    {
                        once.With(name + ".txt", header, rows);
                        // A row is in the first file, the second or both, there perhaps twice; the second lies in an archive.
                        List<string> first = [.. rows.Where((_, i) => i % 3 != 1)];
                        List<string> second =
                        [
                            .. rows.Where((_, i) => i % 3 != 2)
                                .SelectMany(row => Enumerable.Repeat(row, 1 + dice.Next(2))),
                        ];
                        again.With(name + ".txt", header, first);
                        again.WithBytes(
                            name + ".zip",
                            Zipped.Of("x.txt", string.Join('\n', second.Prepend(header)) + "\n")
                        );
                    }

                    Review expected = once.Review();
                    Review review = again.Review();
                    review.Rejected.ShouldBeEmpty();
                    review.Metrics.Select(Shown).ShouldBe(expected.Metrics.Select(Shown));
                    review.Sales.ShouldBe(expected.Sales);
                },
                iter: 40,
                threads: 1
            );

    private static (string, string, List<string>)[] Account(Random dice)
    {
        List<string> orders = [];
        List<string> feedback = [];
        List<string> claims = [];
        List<string> shipments = [];
        List<string> asked = [];
        for (int n = 1; n <= 60; n++)
        {
            string day = new DateOnly(2026, 9, 29).AddDays(-dice.Next(80)).ToString("O", CultureInfo.InvariantCulture);
            bool cancelled = dice.Next(4) == 0;
            orders.Add(Order(Id(n), day, cancelled ? "Cancelled" : "Shipped"));
            if (dice.Next(3) == 0)
            {
                orders.Add(Order(Id(n), day, cancelled ? "Cancelled" : "Shipped", sku: "SKU-2", quantity: "2"));
            }

            if (dice.Next(5) == 0)
            {
                feedback.Add($"{day}\t{1 + dice.Next(5)}\t\t\t{Id(n)}");
            }

            if (dice.Next(6) == 0)
            {
                claims.Add($"{Id(n)}\ta_to_z\t{day}\tgranted");
            }

            if (cancelled)
            {
                asked.Add($"{Id(n)}\t{n}\t{(dice.Next(2) == 0 ? "true" : "false")}");
            }

            shipments.Add(
                $"{Id(n)}\t2026-09-0{1 + dice.Next(9)}\t2026-09-0{1 + dice.Next(9)}\tUPS\t{(dice.Next(3) == 0 ? "" : $"1Z{n}")}\t2026-09-05\t2026-09-1{dice.Next(9)}\t2026-09-1{dice.Next(9)}\t{1 + dice.Next(3)}"
            );
        }

        return
        [
            ("orders", OrderHeader, orders),
            ("feedback", FeedbackHeader, feedback),
            ("claims", ClaimHeader, claims),
            ("shipments", ShipmentHeader, shipments),
            ("asked", OrderReportHeader, asked),
        ];
    }

    private static string Shown(MetricResult metric) =>
        $"{metric.Code} {metric.Program} {metric.Numerator}/{metric.Denominator} {metric.Assumed} {string.Join(' ', metric.Orders)}";
}
