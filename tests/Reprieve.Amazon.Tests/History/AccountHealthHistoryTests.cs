using Reprieve.Amazon.History;

namespace Reprieve.Amazon.Tests.History;

public sealed class AccountHealthHistoryTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Unknown_fields_pass_missing_ones_are_not_known_and_null_is_no_figure()
    {
        HealthDay day = Read(
            """{"startDate":"2026-08-01","endDate":"2026-08-01","new":[1],"totals":{"sales":{},"accountHealth":{"accountHealthOrderCount":{"value":7,"timeRangeBenchmarking":null},"accountHealthOrderDefectRate":{"value":0.125},"accountHealthRatingScore":null,"other":3}}}"""
        )
            .Days.ShouldHaveSingleItem();
        day.Orders.ShouldBe(7);
        day.OrderDefectRate.ShouldBe(0.125m);
        day.Rating.ShouldBeNull();
        day.Claims.ShouldBeNull();
    }

    [Fact]
    public void Days_come_in_order_and_the_last_line_of_a_day_holds()
    {
        Read(Line("2026-08-03", 3), Line("2026-08-01", 1), "", Line("2026-08-03", 4))
            .Days.Select(day => (day.First.Day, day.Orders))
            .ShouldBe([(1, 1), (3, 4)]);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"startDate":"soon","endDate":"2026-08-01","totals":{"accountHealth":{}}}""")]
    [InlineData("""{"startDate":"2026-08-01","totals":{"accountHealth":{"accountHealthOrderCount":{"value":{}}}}}""")]
    [InlineData("""{"startDate":"2026-08-01","endDate":"2026-08-01","totals":null}""")]
    public void A_line_that_is_none_of_a_history_is_counted_and_the_others_hold(string line)
    {
        AccountHealthHistory history = Read(Line("2026-08-01", 1), line);
        history.Unread.ShouldBe(1);
        history.Days.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_count_that_is_none_is_not_known() =>
        Read(Line("2026-08-01", -1), Line("2026-08-02", 99_999_999_999)).Days.ShouldAllBe(day => day.Orders == null);

    [Fact]
    public void A_file_that_is_not_there_is_said_in_words() =>
        Should
            .Throw<AmazonException>(() => AccountHealthHistory.Read(_file + ".none"))
            .Message.ShouldContain(_file + ".none");

    [Fact]
    public void A_file_that_is_too_long_to_be_one_is_not_read()
    {
        using (FileStream file = File.OpenWrite(_file))
        {
            file.SetLength(AccountHealthHistory.MostBytes + 1);
        }

        Should.Throw<AmazonException>(() => AccountHealthHistory.Read(_file)).Message.ShouldContain("16 MB");
    }

    private AccountHealthHistory Read(params string[] lines)
    {
        File.WriteAllLines(_file, lines);
        return AccountHealthHistory.Read(_file);
    }

    private static string Line(string day, long orders) =>
        "{\"startDate\":\""
        + day
        + "T00:00:00Z\",\"totals\":{\"accountHealth\":{\"accountHealthOrderCount\":{\"value\":"
        + orders
        + "}}}}";
}
