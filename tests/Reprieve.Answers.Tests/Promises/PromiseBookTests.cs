using Reprieve.Answers.Promises;
using Reprieve.Appeals;
using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Responses.Evidence;

namespace Reprieve.Answers.Tests.Promises;

public sealed class PromiseBookTests
{
    private static readonly PromiseBook Book = new(KnowledgeLoader.BuiltIn);

    private static readonly SentRound First = Round(
        1,
        Sentence("late_shipment_plan.check", "Every working day, Dana checks.", "check_how_often", "check_who"),
        Sentence("late_shipment_plan.rate_watch", "At 2.5% Dana acts.", "rate_how_often", "rate_who", "alarm_rate")
    );

    [Fact]
    public void A_preventive_sentence_is_a_promise_with_owner_cadence_and_limit()
    {
        IReadOnlyList<Promise> promises = Book.Of([First]);

        promises
            .Select(one => (one.Id, one.Round, one.Owner, one.Cadence, one.Threshold))
            .ShouldBe([
                ("late_shipment_plan.check", 1, "Dana", "every working day", null),
                ("late_shipment_plan.rate_watch", 1, "Dana", "every Monday", "2.5%"),
            ]);
    }

    [Fact]
    public void Headings_and_other_sections_promise_nothing()
    {
        LedgerSentence cause = Sentence("late_shipment_plan.cause", "It was late.", "check_who") with
        {
            Section = PlanSection.RootCause,
        };

        Book.Of([Round(1, Sentence("frame_plan.heading_prevention", "Prevention"), cause)]).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_later_round_words_anew_counts_once_as_the_later_has_it()
    {
        SentRound second = Round(
            2,
            Sentence("late_shipment_plan.check", "Every day, Dana checks.", "check_how_often", "check_who")
        );

        IReadOnlyList<Promise> promises = Book.Of([First, second]);

        promises
            .Select(one => (one.Id, one.Round))
            .ShouldBe([("late_shipment_plan.check", 2), ("late_shipment_plan.rate_watch", 1)]);
        promises[0].Text.ShouldBe("Every day, Dana checks.");
    }

    [Theory]
    [InlineData(0.010, "met", PromiseVerdict.Within)]
    [InlineData(0.0249, "met", PromiseVerdict.Within)]
    [InlineData(0.025, "met", PromiseVerdict.Due)]
    [InlineData(0.039, "met", PromiseVerdict.Due)]
    [InlineData(0.040, "missed", PromiseVerdict.Broken)]
    public void The_figures_test_the_sellers_own_limit_before_Amazons_target(
        double value,
        string status,
        PromiseVerdict verdict
    )
    {
        PromiseState state = Book.Held([First], Figures(value, status)).Single(one => one.Promise.Rate is not null);

        state.Verdict.ShouldBe(verdict);
        state.Metric.ShouldBe("late_shipment_rate_30d");
        state.Value.ShouldBe(value);
    }

    [Theory]
    [InlineData(5, PromiseVerdict.ForAPerson)]
    [InlineData(6, PromiseVerdict.Broken)]
    public void Reports_that_end_before_the_promise_was_sent_break_none(int last, PromiseVerdict verdict)
    {
        // Sent on 5 October in the store's zone, on the 6th in UTC.
        SentRound sent = First with
        {
            Sent = new SentAppeal(
                1,
                new DateTimeOffset(2026, 10, 6, 3, 0, 0, TimeSpan.Zero),
                "Dana",
                RouteChannel.AccountHealth,
                null,
                [],
                []
            ),
        };
        Review review = Figures(0.05, "missed") with
        {
            Files =
            [
                new ReviewedFile(
                    "orders.txt",
                    "all_orders",
                    10,
                    0,
                    new DateOnly(2026, 9, 1),
                    new DateOnly(2026, 10, last)
                ),
                new ReviewedFile("answers.yaml", "answers", null, null, null, new DateOnly(2026, 10, 9)),
            ],
        };

        Book.Held([sent], review).Single(one => one.Promise.Rate is not null).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void Where_no_figure_tells_a_person_has_to_look()
    {
        Book.Held([First], null).ShouldAllBe(state => state.Verdict == PromiseVerdict.ForAPerson);
        Book.Held([First], Figures(0.05, "missed"))
            .Single(state => state.Promise.Id == "late_shipment_plan.check")
            .Verdict.ShouldBe(PromiseVerdict.ForAPerson, "nobody counts whether Dana checked");
    }

    private static LedgerSentence Sentence(string id, string text, params string[] facts) =>
        new(
            id,
            text,
            [.. facts.Select(fact => $"late_shipment.{fact}")],
            "late_shipment",
            PlanSection.Prevention,
            0,
            text.Length
        );

    private static SentRound Round(int number, params LedgerSentence[] sentences) =>
        new()
        {
            Number = number,
            Text = string.Join(' ', sentences.Select(sentence => sentence.Text)),
            Sentences = sentences,
            Facts =
            [
                Fact("check_who", "Dana"),
                Fact("check_how_often", "every working day"),
                Fact("rate_who", "Dana"),
                Fact("rate_how_often", "every Monday"),
                Fact("alarm_rate", "2.5%", "0.025"),
            ],
        };

    private static Fact Fact(string id, string value, string? code = null) =>
        new($"late_shipment.{id}", value, code ?? value, new FactSource { Origin = FactOrigin.Statement });

    private static Review Figures(double value, string status) =>
        new()
        {
            AsOf = new DateOnly(2026, 11, 2),
            Marketplace = "amazon.com",
            TimeZone = "America/Los_Angeles",
            Files = [],
            Drivers = [],
            Listings = [],
            Unreadable = [],
            Forecast = [],
            Metrics =
            [
                new MetricResult
                {
                    Code = "late_shipment_rate_30d",
                    Program = Fulfilment.Merchant,
                    Window = new MetricWindow(new DateOnly(2026, 10, 4), new DateOnly(2026, 11, 2), 30),
                    Numerator = 1,
                    Denominator = 100,
                    Value = value,
                    Target = 0.04,
                    Condition = TargetCondition.LessThan,
                    Status = status,
                    Assumed = 0,
                    Missing = [],
                    Assumptions = [],
                    Orders = [],
                    AmazonReported = null,
                },
            ],
        };
}
