using System.Buffers.Binary;

namespace Reprieve.Notices;

/// <summary>Reads a screenshot through Tesseract, where that is installed; what it gives is marked as recognised.</summary>
internal static class PictureFile
{
    /// <summary>A screen has a tenth of these; a small file may claim any number.</summary>
    private const long MaxPixels = 60_000_000;

    public static ReadResult Read(byte[] content, string source) => Read(content, source, Tesseract.Installed);

    public static ReadResult Read(byte[] content, string source, Tesseract? tesseract)
    {
        if (tesseract is null)
        {
            return new ReadResult(source, null, Say.Texts.Get("Read_PictureNoTool", source));
        }

        string? text = Pixels(content) is > 0 and <= MaxPixels ? tesseract.Recognise(content) : null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ReadResult(source, null, Say.Texts.Get("Read_PictureNoText", source));
        }

        ReadResult read = TextFile.Of(text, content, source, notes: [Say.Texts.Get("Note_Picture")]);
        return read with { Message = read.Message! with { FromPicture = true } };
    }

    /// <summary>How many pixels the picture's head states; 0 when it states none.</summary>
    internal static long Pixels(ReadOnlySpan<byte> picture) =>
        FileShapes.IsPng(picture) && picture.Length >= 24
            ? (long)BinaryPrimitives.ReadUInt32BigEndian(picture[16..])
                * BinaryPrimitives.ReadUInt32BigEndian(picture[20..])
            : JpegPixels(picture);

    private static long JpegPixels(ReadOnlySpan<byte> jpeg)
    {
        int at = 2;
        while (at + 9 < jpeg.Length && jpeg[at] == 0xFF)
        {
            byte marker = jpeg[at + 1];
            bool frame = marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (frame)
            {
                return (long)BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..])
                    * BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]);
            }

            int length = marker == 0xFF ? -1 : BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            at += length < 0 ? 1 : 2 + Math.Max(length, 2);
        }

        return 0;
    }
}
