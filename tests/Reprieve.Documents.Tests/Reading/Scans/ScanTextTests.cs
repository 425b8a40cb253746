using Reprieve.Documents.Reading.Scans;

namespace Reprieve.Documents.Tests.Reading.Scans;

public sealed class ScanTextTests
{
    [Fact]
    public void A_picture_that_repeats_is_read_once_at_its_first_page()
    {
        PagePicture[] pictures = [new(1, [1, 2]), new(2, [1, 2]), new(3, [3]), new(4, [1, 2])];

        ScanText.Distinct(pictures).Select(picture => picture.Page).ShouldBe([1, 3]);
    }
}
