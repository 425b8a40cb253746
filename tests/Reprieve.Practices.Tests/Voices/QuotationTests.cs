using CsCheck;
using Reprieve.Knowledge;
using Reprieve.Practices.Voices;

namespace Reprieve.Practices.Tests.Voices;

public sealed class QuotationTests
{
    private static readonly VoiceBook Book = new(KnowledgeLoader.BuiltIn, null);

    [Theory]
    [InlineData("Call me at 555-010-4477", "Call me at ***-***-****")]
    [InlineData("Tel. +49 (0)30 1234567 please", "Tel. +** (*)** ******* please")]
    [InlineData("write to jo.doe@example.com now", "write to *** now")]
    [InlineData("请联系abc@example.com谢谢", "请联系***谢谢")]
    [InlineData("see https://example.com/me and www.example.org", "see *** and ***")]
    [InlineData("order 111-1234567-1234567", "order ***-*******-*******")]
    [InlineData("arrived 12 days late in 2026", "arrived 12 days late in 2026")]
    [InlineData("电话１３８００１３８０００", "电话***********")]
    public void Numbers_and_addresses_that_point_to_a_person_are_masked(string text, string masked) =>
        Quotation.Mask(text).ShouldBe(masked);

    [Fact]
    public void Only_the_sentence_that_tells_the_cause_is_quoted() =>
        QuoteOf("My name is Jo. The lamp arrived broken! I live at 5 Elm Street.").ShouldBe("The lamp arrived broken");

    [Fact]
    public void Of_a_long_sentence_only_the_part_around_the_wording_is_quoted()
    {
        string quote = QuoteOf(
            $"I ordered this for my sister {new string('x', 200)}, it arrived broken, and {new string('y', 200)} waited"
        );
        quote.ShouldBe("it arrived broken");
    }

    [Fact]
    public void No_quote_holds_five_digits_or_an_address_whatever_the_comment() =>
        Gen.String[Gen.Char["abc 0123456789-.@/:\n"], 0, 60]
            .Sample(noise =>
            {
                string quote = QuoteOf($"{noise} arrived broken {noise}");
                int run = 0;
                foreach (char c in quote)
                {
                    run = char.IsDigit(c) ? run + 1 : 0;
                    run.ShouldBeLessThan(5);
                }

                quote.ShouldNotContain("a@b");
            });

    private static string QuoteOf(string comment)
    {
        var text = new SpokenText(comment);
        return text.Sentences().SelectMany(s => Book.In(text, s).Select(hit => Quotation.Of(text, s, hit))).First();
    }
}
