using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Reprieve.Documents.Reading;

/// <summary>A letter (or ligature) where it stands on the page; y grows upwards, lengths are points.</summary>
internal readonly record struct Glyph(string Text, double Left, double Right, double Y, double Size, string Font = "");

/// <summary>The glyphs of one page, in the order they are drawn, and what was laid over them.</summary>
internal sealed record GlyphPage(IReadOnlyList<Glyph> Glyphs, IReadOnlyList<PageMark> Marks)
{
    /// <summary>The picture that the page consists of; null on a page with text.</summary>
    public byte[]? Picture { get; init; }
}

/// <summary>
/// Reads only the letters of a page, the boxes drawn over them, and the picture of a page without letters. The library's own page keeps every path, image and operator besides, which a
/// hostile file can make arbitrarily many of.
/// </summary>
internal sealed class GlyphPageFactory(
    IPdfTokenScanner scanner,
    IResourceStore resources,
    ILookupFilterProvider filters,
    IPageContentParser parser,
    ParsingOptions options
)
    : BasePageFactory<GlyphPage>(
        scanner,
        resources,
        filters,
        new BoundedContentParser(parser, ((BoundedFilters)options.FilterProvider!).Budget),
        options
    )
{
    protected override GlyphPage ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations
    )
    {
        var collector = new GlyphCollector(
            pageNumber,
            ResourceStore,
            PdfScanner,
            PageContentParser,
            FilterProvider,
            cropBox,
            userSpaceUnit,
            rotation,
            initialMatrix,
            ParsingOptions
        );
        GlyphPage page = collector.Process(pageNumber, operations);
        return page with { Marks = [.. page.Marks, .. Annotations.Of(dictionary, PdfScanner)] };
    }
}

/// <summary>Parses drawing operators, within the reading budget.</summary>
internal sealed class BoundedContentParser(IPageContentParser parser, ReadingBudget budget) : IPageContentParser
{
    public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
    {
        budget.Content(inputBytes.Length);
        return parser.Parse(pageNumber, inputBytes, log);
    }
}
