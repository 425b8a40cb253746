using System.Text;
using UtfUnknown;

namespace Reprieve.Practices.Reports;

/// <summary>
/// Tells in which encoding a report is written: byte order mark, else UTF-16 by its zero bytes, else UTF-8 if the
/// sample is valid UTF-8, else by the frequencies of its bytes, else windows-1252, in which every byte is something.
/// </summary>
internal static class ReportEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The encoding of a file by its beginning; never throws.</summary>
    /// <param name="sample">The first bytes of the file.</param>
    /// <param name="whole">Whether that is the whole file.</param>
    public static Encoding Of(ReadOnlySpan<byte> sample, bool whole) =>
        Evident(sample) ?? (IsUtf8(sample, whole) ? Utf8 : ByFrequency(sample));

    /// <summary>The encoding by byte order mark or zero bytes; null where neither tells. Costs nothing.</summary>
    public static Encoding? Evident(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Utf8;
        }

        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        return Utf16(sample);
    }

    private static Encoding? Utf16(ReadOnlySpan<byte> sample)
    {
        ReadOnlySpan<byte> start = sample[..(Math.Min(sample.Length, 1024) & ~1)];
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        // A header row is ASCII: nearly every second byte is zero, and none of the others.
        int pairs = start.Length / 2;
        return pairs < 8 ? null
            : odd > pairs * 0.9 && even == 0 ? Encoding.Unicode
            : even > pairs * 0.9 && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> sample, bool whole)
    {
        if (!whole)
        {
            // The sample may end within a character: leave its last one out.
            int cut = sample.Length;
            while (cut > 0 && sample.Length - cut < 3 && (sample[cut - 1] & 0xC0) == 0x80)
            {
                cut--;
            }

            cut -= cut > 0 && sample[cut - 1] >= 0xC0 ? 1 : 0;
            sample = sample[..cut];
        }

        return System.Text.Unicode.Utf8.IsValid(sample);
    }

    private static Encoding ByFrequency(ReadOnlySpan<byte> sample)
    {
        DetectionDetail? detected = CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        string name = detected is null || detected.Confidence < 0.3f ? "windows-1252" : detected.EncodingName;
        // GB18030 holds GB2312 and GBK; the older names would lose the rarer characters.
        string wide = name.StartsWith("gb", StringComparison.OrdinalIgnoreCase) ? "gb18030" : name;
        return CodePagesEncodingProvider.Instance.GetEncoding(wide)
            ?? CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;
    }
}
