using CsCheck;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Reports;

public sealed class NamesTests
{
    [Fact]
    public void Each_text_has_one_number_and_each_number_its_text() =>
        Gen.String[0, 12]
            .Where(text => !text.Any(char.IsSurrogate))
            .Array[0, 3000]
            .Sample(
                texts =>
                {
                    var names = new Names();
                    int[] numbers = [.. texts.Select(text => names.Of(text))];
                    numbers.Select(number => names[number]).ShouldBe(texts);
                    names.Count.ShouldBe(texts.Append("").Distinct(StringComparer.Ordinal).Count());
                },
                iter: 30,
                threads: 1
            );

    [Fact]
    public void Texts_that_differ_in_their_capitals_alone_may_share_a_number()
    {
        var names = new Names();
        (names.Lower.Of("Amazon.DE"u8), names.Lower.Of("amazon.de"u8), names.Of("amazon.de")).ShouldBe((1, 1, 1));
        (names.Upper.Of("us/ca"u8), names.Upper.Of("US/CA"u8), names.Upper.Of(""u8)).ShouldBe((2, 2, 0));
        names.From(1).ShouldBe(["amazon.de", "US/CA"]);
    }

    [Fact]
    public void The_texts_from_a_number_on_come_in_the_order_of_their_numbers()
    {
        var names = new Names();
        names.Of("a");
        int known = names.Count;
        (names.Of("b"), names.Of("a"), names.Of("c")).ShouldBe((2, 1, 3));
        names.From(known).ShouldBe(["b", "c"]);
        names.Of("").ShouldBe(0);
    }
}
