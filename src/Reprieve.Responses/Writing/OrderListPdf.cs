using System.Globalization;
using System.Text;

namespace Reprieve.Responses.Writing;

/// <summary>
/// A list of order ids as a small PDF, since Amazon's forms take PDF and no tables. Order ids are plain ASCII, so
/// the reader's own Courier will do; the same orders give the same bytes.
/// </summary>
internal static class OrderListPdf
{
    private const int Columns = 3;
    private const int RowsPerPage = 55;

    public static byte[] Write(string title, IReadOnlyList<string> orders)
    {
        List<string> pages = [];
        for (int at = 0; at == 0 || at < orders.Count; at += Columns * RowsPerPage)
        {
            pages.Add(Page(title, orders, at));
        }

        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        ];
        for (int i = 0; i < pages.Count; i++)
        {
            objects.Add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
                    + string.Create(CultureInfo.InvariantCulture, $"/Contents {5 + (2 * i)} 0 R >>")
            );
            objects.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<< /Length {pages[i].Length} >>\nstream\n{pages[i]}\nendstream"
                )
            );
        }

        return Encoding.Latin1.GetBytes(Document(objects));
    }

    private static string Page(string title, IReadOnlyList<string> orders, int from)
    {
        var page = new StringBuilder("BT /F1 10 Tf 13 TL 50 790 Td\n");
        page.Append(CultureInfo.InvariantCulture, $"({Escape(title)}) Tj T* T*\n");
        int to = Math.Min(orders.Count, from + (Columns * RowsPerPage));
        for (int at = from; at < to; at += Columns)
        {
            IEnumerable<string> row = orders
                .Skip(at)
                .Take(Math.Min(Columns, to - at))
                .Select(order => order.PadRight(26));
            page.Append(CultureInfo.InvariantCulture, $"({Escape(string.Concat(row).TrimEnd())}) Tj T*\n");
        }

        return page.Append("ET").ToString();
    }

    private static string Document(List<string> objects)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        List<int> offsets = [];
        for (int i = 0; i < objects.Count; i++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        int table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => text.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        text.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
        );
        return text.ToString();
    }

    /// <summary>What the font has; anything else becomes a question mark.</summary>
    private static string Escape(string text) =>
        string.Concat(
            text.Select(c =>
                c is '(' or ')' or '\\' ? "\\" + c
                : c is >= ' ' and < (char)0x7F ? c.ToString()
                : "?"
            )
        );
}
