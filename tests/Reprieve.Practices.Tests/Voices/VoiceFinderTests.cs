using Reprieve.Knowledge;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Voices;

public sealed class VoiceFinderTests
{
    private const string FbaReturns =
        "return-date\torder-id\tsku\tasin\tdetailed-disposition\treason\tlicense-plate-number\tcustomer-comments";

    [Fact]
    public void Feedback_and_returns_are_grouped_into_causes_with_their_metrics_and_asins()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(
                Order(Id(1), "2026-08-01", asin: "B000000001"),
                Order(Id(2), "2026-08-01", asin: "B000000001"),
                Order(Id(3), "2026-08-01", asin: "B000000002")
            )
            .Feedback(
                $"2026-08-10\t1\tNever arrived. Shame.\t\t{Id(1)}\tx@example.com",
                $"2026-08-10\t2\tArrived broken\t\t{Id(2)}\t"
            )
            .With(
                "returns.txt",
                FbaReturns,
                $"2026-08-12\t{Id(3)}\tS\tB000000002\tSELLABLE\tDEFECTIVE\tL1\tneeds repair"
            );
        IReadOnlyList<Voice> voices = folder.Review().Voices;
        voices.Select(v => v.Cause).ShouldBe(["damaged", "defective", "item_not_received"]);
        Voice lost = voices[2];
        lost.Tag.ShouldBe(PracticeArea.SalesProcess);
        (lost.Orders, lost.Feedback, lost.Returns).ShouldBe((1, 1, 0));
        lost.Asins.ShouldBe([new VoiceAsin("B000000001", 1)]);
        lost.Metrics[0].ShouldBe(new VoiceMetric("order_defect_rate", Fulfilment.Merchant, 1));
        lost.Quotes.ShouldBe([
            new VoiceQuote("feedback", "feedback.txt", Id(1), "B000000001", new DateOnly(2026, 8, 10), "Never arrived"),
        ]);
        voices[1].Tag.ShouldBe(PracticeArea.ProductSelection);
        (voices[1].Returns, voices[1].Quotes.Count).ShouldBe((1, 0));
    }

    [Fact]
    public void Overlapping_files_and_several_units_of_an_order_count_it_once()
    {
        string row = $"2026-08-12\t{Id(1)}\tS\tB000000001\tSELLABLE\tDEFECTIVE\tL1\tdoes not work";
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"))
            .With("a.txt", FbaReturns, row, row.Replace("L1", "L2", StringComparison.Ordinal))
            .With("b.txt", FbaReturns, row);
        Voice voice = folder.Review().Voices.ShouldHaveSingleItem();
        (voice.Orders, voice.Returns, voice.Quotes.Count).ShouldBe((1, 1, 1));
    }

    [Fact]
    public void Another_stores_orders_praise_and_what_came_after_the_day_are_not_heard()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(
                Order(Id(1), "2026-08-01"),
                Order(Id(2), "2026-08-01", store: "Amazon.ca"),
                Order(Id(3), "2026-08-01"),
                Order(Id(4), "2026-08-01")
            )
            .Feedback(
                $"2026-08-10\t1\tArrived broken\t\t{Id(2)}\t",
                $"2026-10-10\t1\tArrived broken\t\t{Id(3)}\t",
                $"2026-08-10\t5\tCame late, but lovely\t\t{Id(4)}\t"
            );
        folder.Review(marketplace: "amazon.com").Voices.ShouldBeEmpty();
    }

    [Fact]
    public void A_return_of_an_order_that_no_report_has_is_heard()
    {
        using CaseFolder folder = new CaseFolder()
            .Orders(Order(Id(1), "2026-08-01"))
            .With(
                "returns.txt",
                "Order ID\tReturn request date\tA-to-Z Claim\tASIN\tReturn Reason",
                $"{Id(9)}\t12-Aug-2026\tN\tB000000009\tCR-QUALITY_UNACCEPTABLE"
            );
        Voice voice = folder.Review().Voices.ShouldHaveSingleItem();
        (voice.Cause, voice.Asins[0].Asin).ShouldBe(("quality", "B000000009"));
    }
}
