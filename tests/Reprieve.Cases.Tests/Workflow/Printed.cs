using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Reprieve.Cases.Tests.Workflow;

/// <summary>Papers for tests.</summary>
internal static class Printed
{
    /// <summary>A page with lines of text.</summary>
    public static void Pdf(string path, params string[] lines)
    {
        var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.Helvetica);
        PdfPageBuilder page = builder.AddPage(PageSize.A4);
        for (int i = 0; i < lines.Length; i++)
        {
            page.AddText(lines[i], 12, new PdfPoint(60, 760 - (24 * i)), font);
        }

        File.WriteAllBytes(path, builder.Build());
    }
}
