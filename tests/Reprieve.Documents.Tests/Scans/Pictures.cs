using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace Reprieve.Documents.Tests.Scans;

/// <summary>Writes grey dots as PNG files and as pages of PDF files.</summary>
internal static class Pictures
{
    public static byte[] Png(byte[] grey, int width, int height)
    {
        byte[] head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8;
        byte[] rows = new byte[(width + 1) * height];
        for (int row = 0; row < height; row++)
        {
            grey.AsSpan(row * width, width).CopyTo(rows.AsSpan(row * (width + 1) + 1));
        }

        return
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            0x0A,
            .. Chunk("IHDR"u8, head),
            .. Chunk("IDAT"u8, Packed(rows)),
            .. Chunk("IEND"u8, []),
        ];
    }

    /// <summary>A PDF whose pages are pictures and nothing else.</summary>
    public static byte[] Pdf(params IReadOnlyList<Raster> pages)
    {
        var pdf = new RawPdf();
        for (int i = 0; i < pages.Count; i++)
        {
            pdf.Stream(
                30 + i,
                Packed(pages[i].Grey()),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"/Type /XObject /Subtype /Image /Width {pages[i].Width} /Height {pages[i].Height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
                )
            );
            pdf.Stream(10 + i, System.Text.Encoding.ASCII.GetBytes($"q 595 0 0 842 0 0 cm /X{i} Do Q"));
        }

        string names = string.Concat(Enumerable.Range(0, pages.Count).Select(i => $"/X{i} {30 + i} 0 R "));
        return pdf.Pages([.. Enumerable.Range(10, pages.Count)], $"/XObject << {names} >>").Bytes();
    }

    /// <summary>Turned a quarter to the right, as a phone held upright stores a page that lies across.</summary>
    public static byte[] Turned(byte[] grey, int width, int height)
    {
        byte[] turned = new byte[grey.Length];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                turned[x * height + (height - 1 - y)] = grey[y * width + x];
            }
        }

        return turned;
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        byte[] chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        name.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
