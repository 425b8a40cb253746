using Reprieve.Practices.Listings;

namespace Reprieve.Practices.Tests.Listings;

public sealed class ListingPatternTests
{
    [Theory]
    [InlineData("See www.larkfen.example for more", "www.larkfen.example")]
    [InlineData("Write to https://dunmere.io/shop now", "https://dunmere.io/shop")]
    [InlineData("Larkfen-garden.com has all sizes", "Larkfen-garden.com")]
    [InlineData("更多款式请看 larkfen.com.cn", "larkfen.com.cn")]
    [InlineData("Soft.Made of cotton. Size 2.5 cm, No.1 choice", null)]
    [InlineData("Made with Node.js and ASP.NET", null)]
    [InlineData("Sold by amazon.com, see www.amazon.co.uk", null)]
    [InlineData("orders@dunmere.com", null)]
    [InlineData(".", null)]
    public void A_link_is_told_by_its_beginning_or_its_ending(string text, string? address) =>
        WebAddress.In(text).ShouldBe(address);

    [Theory]
    [InlineData("Write to orders@dunmere.com today", "orders@dunmere.com")]
    [InlineData("客服 help@larkfen.cn", "help@larkfen.cn")]
    [InlineData("Pack of 2 @ 5.99", null)]
    [InlineData("Follow @larkfen", null)]
    [InlineData("a@b", null)]
    [InlineData("@", null)]
    public void An_email_address_has_a_name_and_a_domain(string text, string? address) =>
        EmailAddress.In(text).ShouldBe(address);

    [Theory]
    [InlineData("Call 212-555-0147 for help", "212-555-0147")]
    [InlineData("Tel.: (030) 555 01 47", "030) 555 01 47")]
    [InlineData("+49 30 5550 1470", "+49 30 5550 1470")]
    [InlineData("客服电话13800000000", "13800000000")]
    [InlineData("Bearing 6204-2RS-10 20 x 47", null)]
    [InlineData("EAN 4006381333931", null)]
    [InlineData("Recall of 2019-03-11 to 2020", null)]
    [InlineData("Pack of 100+200 pieces", null)]
    [InlineData("Call of 12 birds", null)]
    public void A_telephone_number_is_told_by_its_plus_or_by_a_word_before_it(string text, string? number) =>
        PhoneNumber.In(text).ShouldBe(number);

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "x")]
    public void A_title_may_have_two_hundred_characters(int length, string? beyond) =>
        TitleRules.TooLong(new string('x', length)).ShouldBe(beyond);

    [Theory]
    [InlineData("Lamp, so bright!", "bright!")]
    [InlineData("Why wait? Lamp", "wait?")]
    [InlineData("Lamp #4, <5 W, 100% cotton & more", null)]
    public void Some_signs_may_not_stand_in_a_title(string title, string? quote) =>
        TitleRules.Sign(title).ShouldBe(quote);

    [Theory]
    [InlineData("Sock set, sock men, SOCK", "SOCK")]
    [InlineData("Sock set, sock men", null)]
    [InlineData("Box for men for women for kids", null)]
    [InlineData("2 x 2 x 2 cm, 2 pieces", null)]
    [InlineData("收纳盒 收纳盒 收纳盒", null)]
    public void A_word_may_stand_in_a_title_twice_small_words_and_numbers_more_often(string title, string? word) =>
        TitleRules.Repeated(title, ["for"]).ShouldBe(word);

    [Theory]
    [InlineData("LARGE STEEL WATER BOTTLE", "LARGE STEEL WATER BOTTLE")]
    [InlineData("USB HDMI VGA Hub", null)]
    [InlineData("USB HDMI", null)]
    [InlineData("收纳盒 ABCDEFGH IJKLMN OPQR ST", null)]
    public void A_title_of_words_in_capitals_is_told_from_short_names(string title, string? quote) =>
        TitleRules.Capitals(title).ShouldBe(quote);

    [Fact]
    public void Any_text_can_be_looked_at_and_what_is_quoted_stands_in_it()
    {
        CsCheck.Check.Sample(
            CsCheck.Gen.String[CsCheck.Gen.Char["@.+-:/www com call 0123456789電话é"], 0, 80],
            text =>
            {
                string?[] quotes =
                [
                    WebAddress.In(text),
                    EmailAddress.In(text),
                    PhoneNumber.In(text),
                    TitleRules.Sign(text),
                    TitleRules.Repeated(text, []),
                ];
                quotes.ShouldAllBe(quote => quote == null || (quote.Length > 0 && text.Contains(quote)));
            },
            iter: 20_000,
            threads: 1
        );
    }
}
