using CsCheck;

namespace Reprieve.Notices.Tests.Cues;

public sealed class WordKeyTests
{
    private static readonly Gen<string> PlainWords = Gen.Char['a', 'z'].Array[1, 12].Select(word => new string(word));

    [Fact]
    public void Plain_words_of_up_to_twelve_letters_share_no_key() =>
        Gen.Select(PlainWords, PlainWords)
            .Sample(
                (one, other) =>
                {
                    WordKey.IsWhole(WordKey.Of(one)).ShouldBeTrue();
                    (WordKey.Of(one) == WordKey.Of(other)).ShouldBe(one == other);
                }
            );

    [Theory]
    [InlineData("abcdefghijklm")]
    [InlineData("b2b")]
    [InlineData("don't")]
    [InlineData("账户")]
    public void What_is_no_short_plain_word_is_compared_by_its_letters(string word) =>
        WordKey.IsWhole(WordKey.Of(word)).ShouldBeFalse();

    [Fact]
    public void The_key_of_a_beginning_is_that_of_the_letters_alone() =>
        Gen.String[Gen.Char["abcxyz1ß账"], 1, 20]
            .Sample(word =>
            {
                for (int length = 1; length <= word.Length; length++)
                {
                    WordKey.OfBeginning(word, WordKey.Of(word), length).ShouldBe(WordKey.Of(word.AsSpan(0, length)));
                }
            });

    [Theory]
    [InlineData("Account deactivated", "account")]
    [InlineData("Leistungsbenachrichtigung,", "leistungsbenachrichtigung")]
    [InlineData("72 hours", "")]
    public void The_key_of_the_letters_a_text_begins_with_is_read_with_them(string text, string word)
    {
        WordKey.Read(text, out ulong key).ShouldBe(word.Length);
        key.ShouldBe(WordKey.Of(word));
    }

    [Fact]
    public void A_word_has_the_same_key_in_capitals() =>
        Gen.String[Gen.Char["aBcXyZ"], 1, Letters.MaxWord]
            .Sample(word =>
            {
                WordKey.Read(word, out ulong key).ShouldBe(word.Length);
                key.ShouldBe(WordKey.Of(word.ToLowerInvariant()));
            });
}
