namespace Reprieve.Knowledge.Tests;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Text = new(
        new Dictionary<string, string>
        {
            ["en"] = "late",
            ["de"] = "verspätet",
            ["zh-Hans"] = "迟",
        }
    );

    [Theory]
    [InlineData("en", "late")]
    [InlineData("de-AT", "verspätet")]
    [InlineData("zh-Hans", "迟")]
    [InlineData("fr", "late")]
    public void A_text_is_given_in_the_language_or_else_in_english(string language, string expected) =>
        Text.In(language).ShouldBe(expected);

    [Fact]
    public void The_english_fallback_is_not_mistaken_for_a_translation() => Text.Has("fr").ShouldBeFalse();
}
