using Reprieve.Documents.Reading;
using Reprieve.Documents.Reading.Scans;

namespace Reprieve.Documents.Tests.Reading;

public sealed class ReadingBudgetTests
{
    private readonly ReadingBudget _budget = new(CancellationToken.None);

    [Fact]
    public void A_picture_that_repeats_is_unpacked_once_and_stays_the_same()
    {
        byte[]? first = Take([1, 2]);
        byte[]? second = _budget.Picture([1, 2], 10, () => throw new InvalidOperationException("unpacked again"));

        first.ShouldNotBeNull();
        second.ShouldBeSameAs(first);
    }

    [Fact]
    public void No_more_pictures_are_taken_than_are_recognised()
    {
        byte[]?[] taken = [.. Enumerable.Range(0, ScanText.MostPages + 3).Select(at => Take([(byte)at]))];

        taken.Count(bytes => bytes is not null).ShouldBe(ScanText.MostPages);
        Take([0]).ShouldBeSameAs(taken[0]);
    }

    [Fact]
    public void Pictures_that_claim_too_much_are_left() => Take([1], pixels: 65L * 1024 * 1024).ShouldBeNull();

    private byte[]? Take(byte[] packed, long pixels = 10) => _budget.Picture(packed, pixels, () => [9]);
}
