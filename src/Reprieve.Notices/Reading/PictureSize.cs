using System.Buffers.Binary;

namespace Reprieve.Notices;

/// <summary>Reads how large a PNG, GIF or JPEG picture is, without unpacking it.</summary>
internal static class PictureSize
{
    /// <summary>How many pixels the picture's head states; 0 when it states none.</summary>
    public static long Pixels(ReadOnlySpan<byte> picture) =>
        FileShapes.IsPng(picture) && picture.Length >= 24
            ? (long)BinaryPrimitives.ReadUInt32BigEndian(picture[16..])
                * BinaryPrimitives.ReadUInt32BigEndian(picture[20..])
        : picture.StartsWith("GIF8"u8) && picture.Length >= 10
            ? (long)BinaryPrimitives.ReadUInt16LittleEndian(picture[6..])
                * BinaryPrimitives.ReadUInt16LittleEndian(picture[8..])
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
