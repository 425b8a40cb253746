using Reprieve.Documents.Reading.Scans;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Reprieve.Documents.Reading;

/// <summary>Runs a page's operators and keeps its letters and filled boxes; everything else drawn is passed over.</summary>
internal sealed class GlyphCollector(
    int pageNumber,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox cropBox,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    TransformationMatrix initialMatrix,
    ParsingOptions options
)
    : BaseStreamProcessor<GlyphPage>(
        pageNumber,
        resources,
        scanner,
        parser,
        filters,
        cropBox,
        unit,
        rotation,
        initialMatrix,
        options
    )
{
    // Points. What is smaller nobody reads, and no reviewer sees.
    private const double Legible = 1;

    // A scan may bear a page number or a stamp of the program that made it.
    private const int FewLetters = 40;

    private const int MostBoxes = 4000;
    private const int MostPoints = 400;
    private const double Opaque = 0.2;

    private readonly ReadingBudget _budget = ((BoundedFilters)options.FilterProvider!).Budget;
    private readonly List<Glyph> _glyphs = [];
    private readonly List<FilledBox> _boxes = [];
    private readonly List<PdfPoint> _path = [];
    private bool _curved;
    private int _askew;
    private XObjectContentRecord? _picture;

    public override GlyphPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        PageNumber = pageNumberCurrent;
        CloneAllStates();
        ProcessOperations(operations);
        return new GlyphPage(_glyphs, [.. MarkFinder.Of(_glyphs, _boxes, _askew)])
        {
            Picture =
                _glyphs.Count < FewLetters && _picture is { } picture
                    ? _budget.Picture(
                        picture.Stream.Data.Span,
                        PagePictures.Pixels(picture),
                        () => PagePictures.Bytes(picture, PdfScanner, FilterProvider, ResourceStore)
                    )
                    : null,
        };
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (IGraphicsStateOperation operation in operations)
        {
            _budget.Operation();
            operation.Run(this);
        }
    }

    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox
    )
    {
        _budget.Glyph();
        TransformationMatrix toPage = transformationMatrix;
        TransformationMatrix toText = textMatrix;
        TransformationMatrix toLine = renderingMatrix;
        PdfPoint At(double x, double y) => toPage.Transform(toText.Transform(toLine.Transform(new PdfPoint(x, y))));

        PdfPoint start = At(0, 0);
        PdfPoint end = At(characterBoundingBox.Width, 0);
        double size = Math.Abs(At(0, 1).Y - start.Y);
        // Watermarks and margin notes stand askew; they are no part of the lines.
        bool level = Math.Abs(end.Y - start.Y) <= Math.Abs(end.X - start.X) * 0.1;
        if (level && end.X >= start.X && size >= Legible && double.IsFinite(end.X + start.X + start.Y + size))
        {
            _glyphs.Add(new Glyph(unicode, start.X, end.X, start.Y, size, Family(font)));
        }
        else if (!level)
        {
            _askew++;
        }
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        if (_picture is null || PagePictures.Pixels(xObjectContentRecord) > PagePictures.Pixels(_picture))
        {
            _picture = xObjectContentRecord;
        }
    }

    protected override void RenderInlineImage(InlineImage inlineImage) { }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) { }

    public override void BeginSubpath() { }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close) => EndPath();

    public override void FillPath(FillingRule fillingRule, bool close)
    {
        CurrentGraphicsState state = GetCurrentState();
        bool plain = !_curved && _path.Count > 0 && _path.Count % 4 == 0 && _path.Count <= MostPoints;
        if (plain && state.AlphaConstantNonStroking > Opaque && Colour(state.CurrentNonStrokingColor) is { } colour)
        {
            for (int at = 0; at < _path.Count && _boxes.Count < MostBoxes; at += 4)
            {
                List<PdfPoint> corners = _path.GetRange(at, 4);
                _boxes.Add(
                    new FilledBox(
                        corners.Min(point => point.X),
                        corners.Max(point => point.X),
                        corners.Min(point => point.Y),
                        corners.Max(point => point.Y),
                        colour,
                        _glyphs.Count
                    )
                );
            }
        }

        EndPath();
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close) => FillPath(fillingRule, close);

    public override void MoveTo(double x, double y) => Point(x, y);

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => _curved = true;

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) =>
        _curved = true;

    public override void LineTo(double x, double y) => Point(x, y);

    public override void Rectangle(double x, double y, double width, double height)
    {
        Point(x, y);
        Point(x + width, y);
        Point(x + width, y + height);
        Point(x, y + height);
    }

    public override void EndPath()
    {
        _path.Clear();
        _curved = false;
    }

    private void Point(double x, double y)
    {
        if (_path.Count <= MostPoints)
        {
            _path.Add(CurrentTransformationMatrix.Transform(new PdfPoint(x, y)));
        }
    }

    /// <summary>The font without the letters that writers put before a part of it ("ABCDEF+Arial").</summary>
    private static string Family(IFont font)
    {
        string name = font.Name?.Data ?? "";
        return name.Length > 7 && name[6] == '+' ? name[7..] : name;
    }

    private static (double, double, double)? Colour(IColor? colour)
    {
        if (colour is null or PatternColor)
        {
            return null;
        }

        (double red, double green, double blue) = colour.ToRGBValues();
        return (red, green, blue);
    }

    public override void ClosePath() { }

    public override void ModifyClippingIntersect(FillingRule clippingRule) { }

    public override void BeginMarkedContent(
        NameToken name,
        NameToken? propertyDictionaryName,
        DictionaryToken? properties
    ) { }

    public override void EndMarkedContent() { }

    public override void PaintShading(NameToken shadingName) { }
}
