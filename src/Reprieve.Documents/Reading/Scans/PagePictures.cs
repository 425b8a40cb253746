using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.XObjects;

namespace Reprieve.Documents.Reading.Scans;

/// <summary>Takes the picture out of a page that is nothing but a picture.</summary>
internal static class PagePictures
{
    /// <summary>A3 at 300 dots an inch.</summary>
    private const long MostPixels = 18_000_000;

    /// <summary>A4 at 300 dots an inch: pictures in rarer forms are unpacked dot by dot.</summary>
    private const long MostUnpacked = 9_000_000;
    private const int FewestPixels = 200_000;

    /// <summary>Pixels of a picture by its own word; 0 when it states none.</summary>
    public static long Pixels(XObjectContentRecord picture) =>
        Length(picture, NameToken.Width) * Length(picture, NameToken.Height);

    /// <summary>The picture as Tesseract takes it; null when it is too small, too large, or in a form nobody unpacks here.</summary>
    public static byte[]? Bytes(
        XObjectContentRecord record,
        IPdfTokenScanner scanner,
        ILookupFilterProvider filters,
        IResourceStore resources
    )
    {
        if (Pixels(record) is < FewestPixels or > MostPixels)
        {
            return null;
        }

        XObjectImage image = XObjectFactory.ReadImage(record, scanner, filters, resources);
        return IsJpeg(image.RawMemory.Span) ? image.RawMemory.ToArray()
            : Bitmap(image) is { } bitmap ? bitmap
            : Pixels(record) <= MostUnpacked && image.TryGetPng(out byte[]? png) ? png
            : null;
    }

    /// <summary>Grey and colour of eight bits are handed on as they are.</summary>
    private static byte[]? Bitmap(XObjectImage image)
    {
        int channels = image.ColorSpaceDetails?.Type switch
        {
            ColorSpace.DeviceGray => 1,
            ColorSpace.DeviceRGB => 3,
            _ => 0,
        };
        if (
            channels == 0
            || image.BitsPerComponent != 8
            || !image.TryGetBytesAsMemory(out Memory<byte> pixels)
            || pixels.Length != (long)image.WidthInSamples * image.HeightInSamples * channels
        )
        {
            return null;
        }

        string head = FormattableString.Invariant(
            $"{(channels == 1 ? "P5" : "P6")}\n{image.WidthInSamples} {image.HeightInSamples}\n255\n"
        );
        return [.. Encoding.ASCII.GetBytes(head), .. pixels.Span];
    }

    private static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    private static long Length(XObjectContentRecord picture, NameToken name) =>
        picture.Stream.StreamDictionary.TryGet(name, out IToken? token) && token is NumericToken { Int: > 0 } number
            ? number.Int
            : 0;
}
