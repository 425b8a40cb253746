using System.Text;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Reports.Containers;

public sealed class SavedPageTests
{
    [Fact]
    public void A_table_of_a_saved_page_is_read_whatever_stands_around_it()
    {
        string page = $"""
            <!DOCTYPE html><html><head><title>Account Health</title><style>td {"{"} color: red {"}"}</style>
            <script>var t = "<table><tr><td>order-id</td></tr></table>";</script></head><body>
            <table><tr><td>Home</td><td>Help</td></tr></table>
            <table class="wide"><thead><tr><th>Order ID</th><th><span>Requested&nbsp;By</span></th></tr></thead>
            <tbody><tr><td><a href="x">{Id(1)}</a><td>buyer
            <tr><td>{Id(2)}</td><td>the &lt;cat&gt;</td></tr>
            </table></body></html>
            """;
        using CaseFolder folder = new CaseFolder().WithText("page.html", page);
        Review review = folder.Review();
        ReviewedFile file = review.Files.ShouldHaveSingleItem();
        (file.Path, file.Type, file.Rows, file.RejectedRows).ShouldBe(("page.html", "cancellations", 2, 1));
        RejectedRow rejected = review.Rejected.ShouldHaveSingleItem();
        rejected.Row.ShouldBe(3);
        rejected.Reason.ShouldContain("the <cat>");
    }

    [Fact]
    public void Pages_that_pretend_to_be_workbooks_are_read_in_their_own_charset()
    {
        Encoding gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        string page =
            $"<html><head><meta charset=\"gb2312\"></head><table><tr><td>订单编号</td><td>承诺发货日期</td><td>发货确认日期</td></tr><tr><td>{Id(1)}</td><td>2026-09-10</td><td>2026-09-11</td></tr></table></html>";
        using CaseFolder folder = new CaseFolder().WithText("export.xls", page, gb);
        folder.Review().Files.ShouldHaveSingleItem().Type.ShouldBe("shipments");
    }

    [Fact]
    public void Several_known_tables_are_told_apart_by_their_number()
    {
        string table =
            $"<table><tr><th>order-id</th><th>requested-by</th></tr><tr><td>{Id(1)}</td><td>buyer</td></tr></table>";
        using CaseFolder folder = new CaseFolder().WithText("page.htm", $"<html>{table}<p>and</p>{table}</html>");
        folder.Review().Files.Select(file => file.Path).ShouldBe(["page.htm/1", "page.htm/2"]);
    }

    [Fact]
    public void A_page_without_a_known_table_is_no_report()
    {
        using CaseFolder folder = new CaseFolder()
            .WithText("plain.html", "<html><p>Hello</p></html>")
            .WithText("menu.html", "<html><table><tr><td>Home</td><td>Help</td></tr></table></html>");
        Review review = folder.Review();
        review.Files.ShouldBeEmpty();
        review.Unreadable.Count.ShouldBe(2);
    }
}
