using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Responses.Interview;

namespace Reprieve.Responses.Tests.Interview;

/// <summary>What <c>answers.yaml</c> says of past practice.</summary>
public sealed class SaidOfPracticeTests
{
    [Theory]
    [InlineData("late_shipment_rate_10d.amazon_rate", "6.8 %", "late_shipment_rate_10d", null, 0.068)]
    [InlineData("late_shipment.amazon_rate", "百分之六点八", "late_shipment_rate_30d", null, 0.068)]
    [InlineData("order_defect_rate.amazon_rate", "\"1,61%\"", "order_defect_rate", null, 0.0161)]
    [InlineData("order_defect_rate.amazon.amazon_rate", "0 %", "order_defect_rate", Fulfilment.Amazon, 0)]
    [InlineData("a_to_z_rate.merchant.amazon_rate", "2", "a_to_z_rate", Fulfilment.Merchant, 0.02)]
    public void A_figure_read_off_the_page_is_taken_with_who_says_so(
        string id,
        string value,
        string metric,
        Fulfilment? program,
        double rate
    )
    {
        SaidOfPractice said = Read(
            $"answers:\n  - id: {id}\n    value: {value}\n    by: 李伟\n    date: 2026年9月30日\n"
        );
        said.Problems.ShouldBeEmpty();
        said.Figures.ShouldBe([new StatedFigure(metric, program, rate, "李伟", new DateOnly(2026, 9, 30), 2)]);
    }

    [Theory]
    [InlineData("late_shipment_rate_10d.amazon_rate", "a lot")]
    [InlineData("late_shipment_rate_10d.amazon_rate", "0.068")]
    [InlineData("late_shipment_rate_10d.amazon_rate", "680 %")]
    [InlineData("claims.reversed", "111-123")]
    public void What_cannot_be_taken_is_said_with_its_line(string id, string value)
    {
        SaidOfPractice said = Read($"answers:\n\n  - id: {id}\n    value: {value}\n");
        said.Figures.ShouldBeEmpty();
        said.ReversedClaims.ShouldBeEmpty();
        string problem = said.Problems.ShouldHaveSingleItem();
        problem.ShouldContain(id);
        problem.ShouldContain("3");
    }

    [Theory]
    [InlineData("[111-1234567-1234567, 111-7654321-7654321]")]
    [InlineData("111-1234567-1234567, 111-7654321-7654321")]
    [InlineData("111-1234567-1234567、111-7654321-7654321")]
    [InlineData("\"111-1234567-1234567 111-7654321-7654321\"")]
    public void Orders_may_stand_in_a_list_or_in_a_line(string value) =>
        Read($"answers:\n  - id: claims.reversed\n    value: {value}\n")
            .ReversedClaims.ShouldBe(["111-1234567-1234567", "111-7654321-7654321"]);

    [Fact]
    public void Whatever_the_reports_take_for_an_order_id_is_one() =>
        Read("answers:\n  - id: claims.reversed\n    value: S01-1234567-1234567\n")
            .ReversedClaims.ShouldBe(["S01-1234567-1234567"]);

    [Theory]
    [InlineData("[Northfold, Hill & Dale]")]
    [InlineData("Northfold, Hill & Dale")]
    [InlineData("Northfold；Hill & Dale")]
    public void Brands_keep_their_blanks(string value) =>
        Read($"answers:\n  - id: brands.owned\n    value: {value}\n").OwnBrands.ShouldBe(["Northfold", "Hill & Dale"]);

    [Fact]
    public void The_last_answer_holds_and_an_empty_one_says_nothing()
    {
        SaidOfPractice said = Read(
            """
            answers:
              - {id: cancellation_rate.amazon_rate, value: 3 %}
              - {id: cancellation_rate.amazon_rate, value: 4 %}
              - {id: cancellation_rate.amazon_rate, value: }
              - {id: brands.owned, value: []}
              - {id: claims.reversed, value: }
              - {id: nothing_like_it.amazon_rate, value: 5 %}
              - {id: order_defect_rate.elsewhere.amazon_rate, value: 5 %}
            """
        );
        said.Figures.ShouldHaveSingleItem().Value.ShouldBe(0.04);
        said.OwnBrands.ShouldBeEmpty();
        said.ReversedClaims.ShouldBeEmpty();
        said.Problems.ShouldBeEmpty();
    }

    private static SaidOfPractice Read(string yaml) =>
        SaidOfPractice.Of(AnswerFileReader.Read(yaml, "answers.yaml"), KnowledgeLoader.BuiltIn);
}
