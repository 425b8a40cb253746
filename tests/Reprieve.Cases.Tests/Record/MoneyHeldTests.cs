namespace Reprieve.Cases.Tests.Record;

public sealed class MoneyHeldTests
{
    [Theory]
    [InlineData("1234.5", "1234.50")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("1.234,50", "1234.50")]
    [InlineData("1 234,5", "1234.50")]
    [InlineData("1’234’567", "1234567.00")]
    [InlineData("1,234", "1234.00")]
    [InlineData("1.234", "1234.00")]
    [InlineData("12,34", "12.34")]
    [InlineData("12,34,567.8", "1234567.80")]
    [InlineData("１２，３４５", "12345.00")]
    [InlineData("0", "0.00")]
    [InlineData("999999999.99", "999999999.99")]
    public void An_amount_is_read_as_any_country_writes_it(string typed, string amount) =>
        MoneyHeld.Read(typed, "USD").ShouldNotBeNull().Details["amount"].ShouldBe(amount);

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("1.2345")]
    [InlineData("1,23,4")]
    [InlineData("1234567890")]
    [InlineData("about 500")]
    [InlineData("5 USD")]
    [InlineData("1e5")]
    public void What_is_no_amount_is_not_taken(string typed) => MoneyHeld.Read(typed, "USD").ShouldBeNull();

    [Theory]
    [InlineData("usd")]
    [InlineData("US")]
    [InlineData("=1+")]
    public void What_is_no_currency_is_not_taken(string currency) => MoneyHeld.Read("5", currency).ShouldBeNull();

    [Theory]
    [InlineData("1234.5", "1,234.50 JPY")]
    [InlineData("1234", "1,234 JPY")]
    public void It_is_said_with_marks_for_thousands_and_decimals_where_there_are_any(string typed, string text) =>
        MoneyHeld.Read(typed, "JPY").ShouldNotBeNull().Text.ShouldBe(text);

    [Theory]
    [InlineData("money_held", "5.25", "EUR", true)]
    [InlineData("account_set", "5.25", "EUR", false)]
    [InlineData("money_held", "-5", "EUR", false)]
    [InlineData("money_held", "5.255", "EUR", false)]
    [InlineData("money_held", "99999999999", "EUR", false)]
    [InlineData("money_held", "5.25", "Euros", false)]
    [InlineData("money_held", "", "EUR", false)]
    public void An_entry_that_says_an_amount_gives_it_back(string what, string amount, string currency, bool says)
    {
        TimelineEntry entry = Timeline.Next(
            null,
            TimeProvider.System,
            "Dana",
            what,
            new Dictionary<string, string> { ["amount"] = amount, ["currency"] = currency }
        );

        MoneyHeld.Of(entry).ShouldBe(says ? new MoneyHeld(5.25m, "EUR") : null);
    }
}
