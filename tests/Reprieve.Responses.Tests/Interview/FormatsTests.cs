using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Tests.Interview;

public sealed class FormatsTests
{
    [Theory]
    [InlineData("en", "a, b and c", "a, b and c")]
    [InlineData("de", "a, b und c", "a, b, und c")]
    [InlineData("zh-Hans", "a、b和c", "a，b，c")]
    [InlineData("ja", "a、b、c", "a、b、c")]
    public void Names_and_clauses_are_joined_as_the_language_does(string language, string names, string clauses)
    {
        Formats formats = Formats.Of(language, "amazon.com");

        formats.List(["a", "b", "c"]).ShouldBe(names);
        formats.Clauses(["a", "b", "c"]).ShouldBe(clauses);
        formats.Clauses(["a"]).ShouldBe("a");
        formats.Clauses([]).ShouldBe("");
    }
}
