using Reprieve.Knowledge;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Tests.Writing;

namespace Reprieve.Responses.Tests.Interview;

public sealed class WhyChainTests
{
    [Fact]
    public void It_begins_with_the_cause_and_goes_on_from_each_answer()
    {
        Chain().Next!.Id.ShouldBe("late_shipment.why_1");

        WhyChain chain = Chain("The carrier came at 14:30", "Nobody compared the times with the ship-by dates");

        chain.Next!.Id.ShouldBe("late_shipment.why_3");
        chain.Next.Ask.In("en").ShouldContain("Nobody compared the times");
        chain.Steps[1].Why.ShouldContain("The carrier came at 14:30");
        chain.IsDone.ShouldBeFalse();
    }

    [Fact]
    public void Three_steps_that_end_in_a_missing_control_are_enough() =>
        Chain("Parcels left late", "The pick-up was missed", "There was no rule who books a second pick-up")
            .IsDone.ShouldBeTrue();

    [Theory]
    [InlineData("human error")]
    [InlineData("It was a mistake of our new employee.")]
    [InlineData("we did not know the policy")]
    [InlineData("新员工操作失误")]
    [InlineData("疏忽了")]
    [InlineData("Ein Versehen")]
    [InlineData("ヒューマンエラー")]
    public void A_slip_alone_is_no_root(string last)
    {
        WhyChain chain = Chain("Parcels left late", "The label was wrong", last);

        chain.IsDone.ShouldBeFalse();
        chain.Problem.ShouldNotBeNull();
        chain.Next!.Ask.In("en").ShouldContain("second person");
    }

    [Theory]
    [InlineData("A new employee had no training in ship-by dates")]
    [InlineData("新员工没有经过培训")]
    [InlineData("Human error was possible because no second person checked the labels")]
    [InlineData("Der neue Mitarbeiter hatte keine Anweisung")]
    [InlineData("The unmistakeable sign: capacity for 40 parcels, 90 orders a day")]
    public void A_slip_with_the_control_that_was_missing_is_one(string last) =>
        Chain("Parcels left late", "The label was wrong", last).IsDone.ShouldBeTrue();

    [Fact]
    public void After_five_steps_it_ends() =>
        Chain("a", "b", "c", "d", "no check was made")
            .ShouldSatisfyAllConditions(chain => chain.Next.ShouldBeNull(), chain => chain.IsDone.ShouldBeTrue());

    [Fact]
    public void A_gap_ends_the_chain_and_an_unknown_paper_shows_nothing()
    {
        WhyChain chain = Of([Step(1, "a", "none.pdf"), Step(3, "c")]);

        chain.Steps.ShouldHaveSingleItem().Documents.ShouldBeEmpty();
        chain.Next!.Id.ShouldBe("late_shipment.why_2");
    }

    private static WhyChain Chain(params string[] answers) =>
        Of([.. answers.Select((answer, i) => Step(i + 1, answer))]);

    private static Answer Step(int number, string value, params string[] documents) =>
        new($"late_shipment.why_{number}", null, value, [value], "Dana", null, documents, number);

    private static WhyChain Of(Answer[] answers)
    {
        ResponseRequest full = FullCases.Request("late_shipment", "carrier_pickup");
        return new Interviewer(KnowledgeLoader.BuiltIn)
            .Guide(full with { Answers = full.Answers with { Answers = answers } })
            .Whys.ShouldHaveSingleItem();
    }
}
