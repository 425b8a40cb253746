using Reprieve.Responses.Interview;
using Reprieve.Testing;

namespace Reprieve.Responses.Tests.Interview;

/// <summary>A broken <c>answers.yaml</c> is a sentence that names file and line, never anything else.</summary>
public sealed class BrokenAnswersTests
{
    private const string Sound = """
        seller: {store: "Shop", legalName: 'A & B'}
        answers:
          - id: late_shipment.cause
            why: |
              two
              lines
            value: [x, "y"]  # note
            date: 2026-10-01
        """;

    public static TheoryData<int> Each => [.. Enumerable.Range(0, BrokenYaml.Texts.Count)];

    [Theory]
    [MemberData(nameof(Each))]
    public void It_is_refused_by_line_or_read(int number) => ReadOrRefused(BrokenYaml.Texts[number]);

    [Fact]
    public void So_is_every_beginning_of_a_sound_one_and_every_slip_of_a_key()
    {
        AnswerFileReader.Read(Sound, "answers.yaml").Answers.ShouldHaveSingleItem();
        int refused = BrokenYaml.Of(Sound).Count(text => !ReadOrRefused(text));
        refused.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_list_that_is_not_closed_is_told_where_it_stands()
    {
        AnswerFileException fault = Should.Throw<AnswerFileException>(() =>
            AnswerFileReader.Read("answers:\n  - id: a\n    value: [b, c\n", "answers.yaml")
        );
        fault.Line.ShouldNotBeNull().ShouldBeInRange(3, 4);
        fault.Message.ShouldContain("answers.yaml");
    }

    /// <returns>Whether it could be read.</returns>
    private static bool ReadOrRefused(string text)
    {
        try
        {
            AnswerFileReader.Read(text, "answers.yaml");
            return true;
        }
        catch (AnswerFileException fault)
        {
            fault.Message.ShouldContain("answers.yaml");
            fault.Line.ShouldNotBeNull().ShouldBeGreaterThan(0);
            return false;
        }
    }
}
