using Reprieve.Documents.Fields.Lines;

namespace Reprieve.Documents.Tests.Fields;

public sealed class FigureTests
{
    [Theory]
    [InlineData("600", false, 600)]
    [InlineData("1,200", false, 1200)]
    [InlineData("1.200", true, 1200)]
    [InlineData("1 200", true, 1200)]
    [InlineData("1,200.00", false, 1200)]
    [InlineData("1.200,00", true, 1200)]
    [InlineData("48 pcs", false, 48)]
    [InlineData("x 12", false, 12)]
    [InlineData("$4.50", false, 4.5)]
    [InlineData("4,50 €", true, 4.5)]
    [InlineData("10.00", true, 10)]
    public void A_figure_is_read_as_its_language_writes_it(string text, bool commaIsDecimal, double value) =>
        ((double)Figure.Values(text, commaIsDecimal)[0]).ShouldBe(value);

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("BW221")]
    [InlineData("10 x 12 cm")]
    [InlineData("99999999999999999999999")]
    public void What_is_no_single_figure_has_no_value(string text) => Figure.Values(text, false).ShouldBeEmpty();

    [Fact]
    public void Price_times_quantity_settles_what_a_point_means() =>
        new Paper()
            .At(40, 40, "INVOICE")
            .Row(100, (40, "Description"), (250, "Qty"), (330, "Unit price"), (420, "Amount"))
            .Row(114, (40, "Steel bolt"), (250, "2.500"), (330, "0.10"), (420, "250.00"))
            .Read()
            .Lines.ShouldHaveSingleItem()
            .Quantity.ShouldBe(2500);
}
