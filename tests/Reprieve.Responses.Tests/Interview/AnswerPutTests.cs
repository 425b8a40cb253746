using Reprieve.Knowledge;
using Reprieve.Responses.Interview;

namespace Reprieve.Responses.Tests.Interview;

public sealed class AnswerPutTests
{
    private static readonly GivenAnswer Given = new(
        ["carrier_pickup"],
        "Wei: \"Ning\"",
        new(2026, 10, 1),
        ["proof #1.pdf"]
    );

    private static readonly Question Cause = KnowledgeLoader
        .BuiltIn.Playbooks.SelectMany(playbook => playbook.Questions)
        .First(question => question.Id == "late_shipment.cause");

    public static TheoryData<string> Files => AnswerFileTests.AllFiles;

    [Theory]
    [MemberData(nameof(Files))]
    public void A_question_that_was_never_asked_is_added_with_its_answer(string existing)
    {
        string text = AnswerFile.Put(existing, Cause, Given);

        int same = existing.Zip(text).TakeWhile(pair => pair.First == pair.Second).Count();
        text.EndsWith(existing[same..], StringComparison.Ordinal).ShouldBeTrue();
        Last(text)
            .ShouldSatisfyAllConditions(
                answer => answer.Value.ShouldBe("carrier_pickup"),
                answer => answer.By.ShouldBe("Wei: \"Ning\""),
                answer => answer.Date.ShouldBe(new DateOnly(2026, 10, 1)),
                answer => answer.Documents.ShouldBe(["proof #1.pdf"])
            );
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void An_answer_that_was_taken_back_holds_no_longer_until_it_is_given_again(string existing)
    {
        string given = AnswerFile.Put(existing, Cause, Given);

        string taken = AnswerFile.Put(given, Cause, GivenAnswer.TakenBack("Ann"));
        string again = AnswerFile.Put(taken, Cause, Given with { Values = ["staffing"] });

        Sheet(given).Given(Cause.Id)!.Value.ShouldBe("carrier_pickup");
        Sheet(taken).Given(Cause.Id).ShouldBeNull();
        Sheet(taken)
            .Answers.ShouldContain(answer => answer.Value == "carrier_pickup", "what was said stays in the file");
        Sheet(again).Given(Cause.Id)!.Value.ShouldBe("staffing");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_question_that_stands_open_is_answered_in_its_place(string existing)
    {
        string asked = AnswerFile.Add(existing, [new OpenQuestion(Cause, null)]);

        string text = AnswerFile.Put(asked, Cause, Given);

        text.Split("late_shipment.cause")
            .Length.ShouldBe(asked.Contains("{id: late", StringComparison.Ordinal) ? 3 : 2);
        Last(text).Value.ShouldBe("carrier_pickup");
        Last(text).Documents.ShouldBe(["proof #1.pdf"]);
    }

    [Theory]
    [InlineData("value:")]
    [InlineData("value:   # still open")]
    [InlineData("value: ~")]
    [InlineData("value: \"\"")]
    [InlineData("value: null # x")]
    public void An_open_value_is_filled_however_it_is_written(string value)
    {
        string text = AnswerFile.Put(
            $"answers:\n- id: late_shipment.cause\n  {value}\n  by: Ann\n  date:\n  documents: [ ]\n- id: z\n  value: 3\n",
            Cause,
            Given
        );

        Last(text).Value.ShouldBe("carrier_pickup");
        Last(text).By.ShouldBe("Ann");
        text.ShouldEndWith("- id: z\n  value: 3\n");
        text.ShouldContain(
            value.Contains('#', StringComparison.Ordinal) ? value[value.IndexOf('#', StringComparison.Ordinal)..] : ""
        );
    }

    [Fact]
    public void A_later_answer_stands_beside_the_earlier_one()
    {
        const string existing = "answers:\n  - id: late_shipment.cause\n    value: staffing\n";

        string text = AnswerFile.Put(existing, Cause, Given);

        text.ShouldStartWith(existing);
        Last(text).Value.ShouldBe("carrier_pickup");
    }

    [Fact]
    public void A_wording_in_the_language_of_the_answer_is_kept_beside_the_words()
    {
        string text = AnswerFile.Put(
            "",
            Cause,
            Given with
            {
                Values = ["李伟"],
                Translation = ("en", "Li Wei: \\ \"x\""),
            }
        );

        Last(text).Value.ShouldBe("李伟");
        Last(text).In("en").ShouldBe("Li Wei: \\ \"x\"");
        Last(text).In("en-GB").ShouldBe("Li Wei: \\ \"x\"");
        Last(text).In("de").ShouldBeNull();
    }

    [Fact]
    public void Whatever_is_typed_comes_back_as_it_was() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.String[CsCheck.Gen.Char[' ', '\u4e00'], 1, 40],
            typed =>
            {
                string line = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                if (line.Length > 0)
                {
                    Last(AnswerFile.Put("", Cause, Given with { Values = [line] })).Value.ShouldBe(line);
                }
            },
            iter: 500
        );

    private static Answer Last(string text) => Sheet(text).Answers.Last(answer => answer.Id == Cause.Id);

    private static AnswerSheet Sheet(string text) => AnswerFileReader.Read(text, "answers.yaml");
}
