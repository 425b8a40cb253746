using CsCheck;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Reports;

public sealed class NamesTests
{
    [Fact]
    public void Each_text_has_one_number_and_each_number_its_text() =>
        Gen.String[0, 12]
            .Array[0, 3000]
            .Sample(
                texts =>
                {
                    var names = new Names();
                    int[] numbers = [.. texts.Select(text => names.Of(text))];
                    numbers.Select(number => names[number]).ShouldBe(texts);
                    texts.Select(text => names.OfFew(text)).ShouldBe(numbers);
                    names.Count.ShouldBe(texts.Append("").Distinct(StringComparer.Ordinal).Count());
                },
                iter: 30,
                threads: 1
            );

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
