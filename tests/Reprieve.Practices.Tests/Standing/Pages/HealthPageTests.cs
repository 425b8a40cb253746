using System.Diagnostics;
using CsCheck;
using Reprieve.Practices.Reports;
using Reprieve.Practices.Standing;
using static Reprieve.Practices.Tests.Standing.Invented;

namespace Reprieve.Practices.Tests.Standing.Pages;

/// <summary>What is found in the text of an Account Health page, and what is left for a person.</summary>
public sealed class HealthPageTests
{
    private const string Odr = "order_defect_rate.merchant";
    private const string OdrOfAmazon = "order_defect_rate.amazon";
    private const string Late = "late_shipment_rate_30d.merchant";

    [Fact]
    public void A_whole_page_gives_each_figure_and_leaves_out_what_it_does_not_show()
    {
        string page = File.ReadAllText(
            Path.Combine(Repository.Root, "tests/Reprieve.Practices.Tests/Standing/Pages/account-health-en.txt")
        );

        Found(page)
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["account_status"] = "NORMAL",
                    [Odr] = "0.35",
                    ["account_health_rating"] = "248",
                    ["suspectedIntellectualPropertyViolations"] = "0",
                    ["receivedIntellectualPropertyComplaints"] = "1",
                    ["productAuthenticityCustomerComplaints"] = "2",
                    ["restrictedProductPolicyViolations"] = "4",
                    [Late] = "1.27",
                    ["cancellation_rate.merchant"] = "0",
                    ["valid_tracking_rate.merchant"] = "99.1",
                },
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData("Late shipment rate 3.2 %", Late, "3.2")]
    [InlineData("LATE SHIPMENT\nRATE: 3,2%", Late, "3,2")]
    [InlineData("迟发率 目标：低于 4% 1.5%", Late, "1.5")]
    [InlineData("迟发率\n１．５％", Late, "1.5")]
    [InlineData("出荷遅延率（30日間） 2%", Late, "2")]
    [InlineData("订单缺陷率 卖家自配送 0.5% 亚马逊配送 0.1%", OdrOfAmazon, "0.1")]
    [InlineData("订单缺陷率 卖家自配送 亚马逊配送 0.5% 0.1%", Odr, "0.5")]
    [InlineData("Order defect rate: Fulfilled by Amazon 0.1%", OdrOfAmazon, "0.1")]
    [InlineData("账户状况评级 312", "account_health_rating", "312")]
    [InlineData("其他政策违规 3", "otherPolicyViolations", "3")]
    [InlineData("Listing policy violations (7)", "listingPolicyViolations", "7")]
    [InlineData("Account status: At risk", "account_status", "AT_RISK")]
    [InlineData("Your account has been deactivated.", "account_status", "DEACTIVATED")]
    [InlineData("您的账户存在停用风险。", "account_status", "AT_RISK")]
    [InlineData("账户状态：已停用", "account_status", "DEACTIVATED")]
    public void What_the_page_says_is_found(string page, string field, string value) =>
        Found(page).ShouldContainKeyAndValue(field, value);

    [Theory]
    [InlineData("Late shipment rate N/A")]
    [InlineData("Account status: reviewed")]
    [InlineData("Late shipment rate\n-\n3%")]
    [InlineData("Late shipment rate Target: under 4%")]
    [InlineData("迟发率 目标：低于 4%")]
    [InlineData("Late shipment rate 10 days 2% 30 days 3%")]
    [InlineData("Late shipment rate 2%\nLate shipment rate 3%")]
    [InlineData("Late shipment rate +0.4%")]
    [InlineData("Order defect rate 0.5%")]
    [InlineData("Seller fulfilled Fulfilled by Amazon Order defect rate 0.5%")]
    [InlineData("Chocolate shipment rate 3%")]
    [InlineData("Listing policy violations 180 days")]
    [InlineData("Listing policy violations 2026-11-27")]
    [InlineData("Listing policy violations Voice of the customer 3")]
    [InlineData("Account Health Rating 4800")]
    [InlineData("Your account is at risk if the rating falls.")]
    [InlineData("Your account is healthy. Your account is at risk.")]
    [InlineData("")]
    public void What_is_not_said_or_could_be_meant_in_two_ways_is_left_empty(string page) =>
        Found(page).ShouldBeEmpty();

    [Fact]
    public void The_words_of_the_page_are_shown_with_what_was_read()
    {
        HealthValue value = HealthPage.Read("x Late  Shipment Rate\n\n1.5 % y", Store, Known).ShouldHaveSingleItem();

        value.Seen.ShouldBe("Late Shipment Rate 1.5 %");
    }

    [Fact]
    public void Whatever_the_text_is_a_value_stands_in_it()
    {
        string[] parts =
        [
            "Late shipment rate",
            "Order defect rate",
            "订单缺陷率",
            "Seller fulfilled",
            "Fulfilled by Amazon",
            "Target:",
            "N/A",
            "-",
            "\n",
            " ",
            "%",
            "1.5%",
            "12",
            "١٢",
            "\ud800",
            "account is at risk",
            "Account status: healthy",
            "(",
            "days",
        ];
        Gen.OneOf(Gen.Int[0, parts.Length - 1].Select(i => parts[i]), Gen.String[0, 6])
            .Array[0, 40]
            .Select(all => string.Concat(all))
            .Sample(text =>
                HealthPage
                    .Read(text, Store, Known)
                    .All(value =>
                        value.Key == HealthField.Status
                        || PageText.Plain(text).Contains(value.Value, StringComparison.Ordinal)
                    )
            );
    }

    [Fact]
    public void A_text_without_end_is_refused_and_the_longest_is_read_in_time()
    {
        Should.Throw<ReportException>(() => HealthPage.Read(new string('x', HealthPage.MostChars + 1), Store, Known));
        string longest = string.Concat(Enumerable.Repeat("Late shipment rate seller fulfilled account is at ", 5_242));

        var watch = Stopwatch.StartNew();
        HealthPage.Read(longest, Store, Known).ShouldBeEmpty();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void What_is_entered_is_in_the_snapshot_and_nothing_else()
    {
        var entry = HealthEntry.Of(
            Store,
            new Dictionary<string, string?>
            {
                [Late] = " 1,27 % ",
                [Odr] = "",
                ["account_health_rating"] = "248",
                ["otherPolicyViolations"] = "0",
                ["account_status"] = "AT_RISK",
                ["__token"] = "x",
            },
            At(Today, 12),
            Known
        );

        AccountSnapshot snapshot = entry.Snapshot.ShouldNotBeNull();
        SnapshotFigure figure = snapshot.Figures.ShouldHaveSingleItem();
        (figure.Metric, figure.Rate).ShouldBe(("late_shipment_rate_30d", 0.0127));
        snapshot.Rating.ShouldBe(new HealthRating(248, null));
        snapshot.Counters.ShouldBe(new Dictionary<string, int> { ["otherPolicyViolations"] = 0 });
        snapshot.Status.ShouldBe("AT_RISK");
    }

    [Theory]
    [InlineData(Late, "101")]
    [InlineData(Late, "1.2.3")]
    [InlineData(Late, "-1")]
    [InlineData("account_health_rating", "1001")]
    [InlineData("otherPolicyViolations", "1.5")]
    [InlineData("account_status", "FINE")]
    public void What_cannot_be_meant_is_said_at_its_field(string field, string value)
    {
        var entry = HealthEntry.Of(Store, new Dictionary<string, string?> { [field] = value }, At(Today, 12), Known);

        entry.Snapshot.ShouldBeNull();
        entry.Errors.Keys.ShouldHaveSingleItem().ShouldBe(field);
    }

    [Fact]
    public void An_empty_form_is_no_snapshot() =>
        HealthEntry
            .Of(Store, new Dictionary<string, string?>(), At(Today, 12), Known)
            .Errors.Keys.ShouldHaveSingleItem()
            .ShouldBeEmpty();

    private static Dictionary<string, string> Found(string page) =>
        HealthPage.Read(page, Store, Known).ToDictionary(value => value.Key, value => value.Value);
}
