using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Reprieve.Practices.Tests.Reports.Containers;

/// <summary>Writes workbooks as Excel lays them out, as small as they can be.</summary>
internal static class Xlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A workbook with these sheets, each with its rows of cells.</summary>
    public static byte[] Of(params (string Name, IReadOnlyList<IReadOnlyList<object?>> Rows)[] sheets) =>
        Raw([.. sheets.Select(sheet => (sheet.Name, Sheet(sheet.Rows)))]);

    public static byte[] Of(IReadOnlyList<IReadOnlyList<object?>> rows) => Of(("Sheet1", rows));

    /// <summary>A workbook whose sheets are given as XML.</summary>
    public static byte[] Raw(params (string Name, string Xml)[] sheets)
    {
        var parts = new List<(string, string)>
        {
            (
                "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"""
            ),
            (
                "_rels/.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            ),
            (
                "xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="rIdStyles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"""
            ),
            (
                "xl/styles.xml",
                $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"""
            ),
        };
        parts.AddRange(sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", sheet.Xml)));
        return Zipped.Of([.. parts.Select(part => (part.Item1, Encoding.UTF8.GetBytes(part.Item2)))]);
    }

    public static string Sheet(IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        for (int r = 0; r < rows.Count; r++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\">");
            for (int c = 0; c < rows[r].Count; c++)
            {
                xml.Append(Cell(Place(c, r), rows[r][c]));
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string Cell(string place, object? value) =>
        value switch
        {
            null => "",
            DateOnly day =>
                $"<c r=\"{place}\" s=\"1\"><v>{Number(day.ToDateTime(TimeOnly.MinValue).ToOADate())}</v></c>",
            DateTime time => $"<c r=\"{place}\" s=\"2\"><v>{Number(time.ToOADate())}</v></c>",
            Formula formula =>
                $"<c r=\"{place}\" t=\"str\"><f>{SecurityElement.Escape(formula.Text)}</f><v>{SecurityElement.Escape(formula.Value)}</v></c>",
            double or int =>
                $"<c r=\"{place}\"><v>{Number(Convert.ToDouble(value, CultureInfo.InvariantCulture))}</v></c>",
            _ =>
                $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(value.ToString())}</t></is></c>",
        };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Place(int column, int row)
    {
        string letters = "";
        for (int n = column + 1; n > 0; n = (n - 1) / 26)
        {
            letters = (char)('A' + ((n - 1) % 26)) + letters;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row + 1}");
    }
}

/// <summary>A cell that is computed, with the value that Excel kept.</summary>
internal sealed record Formula(string Text, string Value);

/// <summary>Writes archives.</summary>
internal static class Zipped
{
    public static byte[] Of(params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Of(string name, string text) => Of((name, Encoding.UTF8.GetBytes(text)));
}
