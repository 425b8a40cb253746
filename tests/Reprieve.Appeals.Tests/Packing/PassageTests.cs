namespace Reprieve.Appeals.Tests.Packing;

public class PassageTests
{
    [Fact]
    public void A_quote_can_be_neither_a_link_nor_markup() =>
        Passage
            .Quote("see\r\n[here](https://a.example) ```x``` \u0007")
            .ShouldBe("`see [here](https://a.example) '''x'''`");

    [Fact]
    public void A_long_quote_is_cut_between_whole_characters()
    {
        string quote = Passage.Quote(new string('a', 299) + string.Concat(Enumerable.Repeat("😀", 50)));
        quote.ShouldBe("`" + new string('a', 299) + " …`");
    }
}
