using CsCheck;
using Reprieve.Documents.Fields.Dates;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Tests.Fields;

public sealed class DateTests
{
    private static readonly DateScanner Scanner = new(KnowledgeLoader.BuiltIn);

    [Theory]
    [InlineData("2026-01-31")]
    [InlineData("2026/1/31")]
    [InlineData("2026.01.31")]
    [InlineData("31.01.2026")]
    [InlineData("31/01/2026")]
    [InlineData("01/31/2026")]
    [InlineData("1/31/26")]
    [InlineData("20260131")]
    [InlineData("January 31, 2026")]
    [InlineData("Jan. 31st, 2026")]
    [InlineData("31 January 2026")]
    [InlineData("31st of January 2026")]
    [InlineData("31-Jan-2026")]
    [InlineData("31-JAN-26")]
    [InlineData("Saturday, 31 January 2026")]
    [InlineData("31. Januar 2026")]
    [InlineData("31. Jän. 2026")]
    [InlineData("2026年1月31日")]
    [InlineData("2026 年 01 月 31 日")]
    [InlineData("2026-01-31 10:22")]
    public void A_date_is_read_however_it_is_written(string text)
    {
        WrittenDate? date = Scanner.At(text);

        date.ShouldNotBeNull().Certain.ShouldBeTrue();
        date.DayFirst.ShouldBe(new DateOnly(2026, 1, 31));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Net 30 days")]
    [InlineData("31/02/2026")]
    [InlineData("2026-13-01")]
    [InlineData("0574-55501234")]
    [InlineData("12 34 5678")]
    [InlineData("99999999")]
    [InlineData("1/2/3")]
    public void What_is_no_date_is_none(string text) => Scanner.At(text).ShouldBeNull();

    [Fact]
    public void Day_and_month_that_could_stand_either_way_are_left_open()
    {
        WrittenDate date = Scanner.At("03/04/2026").ShouldNotBeNull();

        date.Certain.ShouldBeFalse();
        date.DayFirst.ShouldBe(new DateOnly(2026, 4, 3));
        date.MonthFirst.ShouldBe(new DateOnly(2026, 3, 4));
    }

    [Theory]
    [InlineData("Due date: 05/30/2026", 3, 4)]
    [InlineData("Due date: 30/05/2026", 4, 3)]
    [InlineData("VAT No. 123 456", 4, 3)]
    [InlineData("Sales tax 8 %", 3, 4)]
    public void Other_dates_or_the_words_of_a_country_settle_the_order(string evidence, int month, int day) =>
        new Paper()
            .At(40, 40, "INVOICE")
            .At(40, 60, "Invoice date: 03/04/2026")
            .At(40, 80, evidence)
            .Read()
            .Date.ShouldBe(new DateOnly(2026, month, day));

    [Fact]
    public void Without_evidence_an_uncertain_date_is_not_guessed() =>
        new Paper().At(40, 40, "INVOICE").At(40, 60, "Invoice date: 03/04/2026").Read().Date.ShouldBeNull();

    [Fact]
    public void Any_date_comes_back_from_its_iso_form() =>
        Gen.Date[new DateTime(1990, 1, 1), new DateTime(2099, 12, 31)]
            .Sample(day =>
            {
                DateOnly date = DateOnly.FromDateTime(day);
                return Scanner
                        .At(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
                        ?.DayFirst == date;
            });

    [Fact]
    public void Any_text_is_read_without_fault() => Gen.String.Sample(text => _ = Scanner.At(text));
}
