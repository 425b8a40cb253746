using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Reports.Containers;

public sealed class LeftoverTests
{
    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("papers/.DS_Store")]
    [InlineData("__MACOSX/orders.txt")]
    [InlineData("thumbs.db")]
    [InlineData("papers/desktop.ini")]
    [InlineData("~$orders.xlsx")]
    public void What_systems_leave_is_told_by_its_name(string path) => Leftover.Is(path).ShouldBeTrue();

    [Theory]
    [InlineData("orders.txt")]
    [InlineData("v1.2/notice.eml")]
    [InlineData("desktop.ini.txt")]
    [InlineData("~orders.txt")]
    public void A_persons_file_is_none(string path) => Leftover.Is(path).ShouldBeFalse();
}
