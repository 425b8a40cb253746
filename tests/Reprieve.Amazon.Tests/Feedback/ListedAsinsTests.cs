using Reprieve.Amazon.Feedback;

namespace Reprieve.Amazon.Tests.Feedback;

public sealed class ListedAsinsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Items_come_in_the_order_of_the_report_each_once_and_no_more_than_twenty()
    {
        string[] asins = [.. Enumerable.Range(1, 30).Select(number => $"B0ABCDEF{number:00}")];
        Of(["item-name\tasin1\tasin2", .. asins.SelectMany(asin => new[] { $"x\t{asin}\t", $"y\t{asin}\t" })])
            .ShouldBe(asins.Take(20));
    }

    [Fact]
    public void What_is_no_item_number_is_passed_over() =>
        Of("asin1\titem-name", "\tx", "B0ABCDEF1\tx", "../B0ABCDE\tx", " B0ABCDEFGH \tx").ShouldBe(["B0ABCDEFGH"]);

    [Theory]
    [InlineData("")]
    [InlineData("item-name\tprice\nB0ABCDEFGH\t1")]
    public void A_report_without_that_column_has_none(string text) => Of(text.Split('\n')).ShouldBeEmpty();

    [Fact]
    public void A_report_that_is_not_there_has_none() => ListedAsins.Of(_file + ".none").ShouldBeEmpty();

    private IReadOnlyList<string> Of(params string[] lines)
    {
        File.WriteAllLines(_file, lines);
        return ListedAsins.Of(_file);
    }
}
