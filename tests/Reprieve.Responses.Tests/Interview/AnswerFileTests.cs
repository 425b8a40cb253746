using Reprieve.Knowledge;
using Reprieve.Responses.Interview;

namespace Reprieve.Responses.Tests.Interview;

public sealed class AnswerFileTests
{
    private static readonly OpenQuestion[] Two = [Open("late_shipment.cause"), Open("late_shipment.since")];

    private static readonly string[] Files =
    [
        "",
        "# mine\n",
        "seller:\n  store: Shop\n",
        "seller: {store: \"Shop\"}   # keep\nanswers: []\n",
        "answers:\n- id: a\n  value: 'x'  # why not\n",
        "answers:\n    - id: a\n      value: |\n        two\n        lines\n\n\nseller:\n  store: Shop # after\n",
        "answers:   \nseller:\n  store: Shop\n",
        "answers: [{id: a, value: 3}, {id: b, value: [x, y]},]  # tail\n",
        "---\r\nseller:\r\n  store: 店铺\r\nanswers:\r\n  - id: a\r\n    value: 每天\r\n    documents: []\r\n# the end",
        "\uFEFFanswers:\n  - {id: a, value: \"q\\\"q\"}\n  # note on the last\n\n",
        "answers:\n  - id: a\n    value: last line without end",
    ];

    public static TheoryData<string> AllFiles => [.. Files];

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void Adding_keeps_every_byte_that_a_person_wrote(string existing)
    {
        string text = AnswerFile.Add(existing, Two);

        int same = existing.Zip(text).TakeWhile(pair => pair.First == pair.Second).Count();
        (text.Length > existing.Length).ShouldBeTrue();
        text.EndsWith(existing[same..], StringComparison.Ordinal).ShouldBeTrue();
        AnswerFile.Add(text, Two).ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(AllFiles))]
    public void Nothing_open_leaves_the_text_as_it_is(string existing) =>
        AnswerFile.Add(existing, []).ShouldBe(existing);

    [Fact]
    public void A_question_that_is_there_is_not_added_again()
    {
        const string existing = "answers:\n  - id: late_shipment.cause\n    value:\n";

        string text = AnswerFile.Add(existing, Two);

        text.Split("id: late_shipment.cause").Length.ShouldBe(2);
        text.ShouldContain("id: late_shipment.since");
    }

    [Fact]
    public void Whatever_stands_in_a_value_survives_adding() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.String[CsCheck.Gen.Char[' ', '~'], 0, 30],
            value =>
            {
                string quoted = value.Replace("'", "''", StringComparison.Ordinal);
                string existing = $"answers:\n  - id: q\n    value: '{quoted}' # c\n";
                AnswerFile.Add(existing, Two).ShouldStartWith(existing);
            },
            iter: 300
        );

    [Fact]
    public void Values_are_read_as_one_or_as_several()
    {
        AnswerSheet sheet = AnswerFileReader.Read(
            "seller:\n  store: Shop\n  legalName: 深圳\nanswers:\n  - id: a\n    value: [x, 'y z']\n    by: Ann\n    date: 2026年9月3日\n    documents: [p.pdf]\n  - id: b\n    value:\n",
            "answers.yaml"
        );

        sheet.Seller.ShouldBe(new Seller("Shop", "深圳"));
        sheet.Answers[0].Values.ShouldBe(["x", "y z"]);
        sheet.Answers[0].Date.ShouldBe(new DateOnly(2026, 9, 3));
        sheet.Answers[0].Documents.ShouldBe(["p.pdf"]);
        sheet.Answers[0].Line.ShouldBe(5);
        sheet.Answers[1].Value.ShouldBeNull();
    }

    [Theory]
    [InlineData("answers:\n  - id: a\n   value: x\n", "line 3")]
    [InlineData("answers: yes\n", "line 1")]
    [InlineData("answers:\n  - value: x\n", "line 2")]
    [InlineData("- a\n- b\n", "line 1")]
    [InlineData("answers:\n  - id: a\n    value: {x: y}\n", "line 3")]
    [InlineData("a: &x 1\nb: *x\n", "line 2")]
    [InlineData("a: [[[[[[[[[[1]]]]]]]]]]\n", "line 1")]
    [InlineData("answers:\n  - id: a\n    date: soon\n", "line 3")]
    public void A_faulty_file_is_refused_with_its_line(string text, string line) =>
        Should
            .Throw<AnswerFileException>(() => AnswerFileReader.Read(text, "answers.yaml"))
            .Message.ShouldContain(line);

    [Fact]
    public void Junk_never_breaks_reading() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.String[0, 60],
            text =>
            {
                try
                {
                    AnswerFileReader.Read(text, "answers.yaml");
                }
                catch (AnswerFileException)
                {
                    // Refused with a message; anything else thrown fails the test.
                }
            },
            iter: 1000
        );

    private static OpenQuestion Open(string id) =>
        new(KnowledgeLoader.BuiltIn.Playbooks.SelectMany(p => p.Questions).First(q => q.Id == id), null);
}
