using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace Reprieve.Notices;

/// <summary>Turns bytes into text: by their mark, as UTF-8 where they are, else by the charset that fits them best.</summary>
internal static class Charsets
{
    private const int LookAt = 256 * 1024;

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text without its byte order mark, or null when the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("\uFEFF"u8))
        {
            return Encoding.UTF8.GetString(content[3..]);
        }

        if (content.Length >= 2 && content[0] == 0xFF && content[1] == 0xFE)
        {
            return Encoding.Unicode.GetString(content[2..]);
        }

        if (content.Length >= 2 && content[0] == 0xFE && content[1] == 0xFF)
        {
            return Encoding.BigEndianUnicode.GetString(content[2..]);
        }

        if (content.Contains((byte)0))
        {
            return Utf16WithoutMark(content);
        }

        ReadOnlySpan<byte> whole = CutCharacter(content);
        return Utf8.IsValid(whole) ? Encoding.UTF8.GetString(whole) : Guess(content).GetString(content);
    }

    /// <summary>The text in a named charset; where the name means nothing, as <see cref="Decode(ReadOnlySpan{byte})"/> has it.</summary>
    public static string Decode(ReadOnlySpan<byte> content, string? charset)
    {
        if (charset is not null && !charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                // GB18030 holds GB2312 and GBK, and mails that name the smaller ones often use the larger.
                bool chinese = charset.ToLowerInvariant() is "gb2312" or "gbk" or "x-gbk" or "hz-gb-2312";
                return Encoding
                    .GetEncoding(
                        chinese && !charset.StartsWith("hz", StringComparison.OrdinalIgnoreCase) ? "GB18030" : charset
                    )
                    .GetString(content);
            }
            catch (ArgumentException)
            {
                // An unknown name: the bytes decide.
            }
        }

        return Decode(content) ?? Encoding.Latin1.GetString(content);
    }

    /// <summary>Drops a character cut in two at the end of a sample.</summary>
    private static ReadOnlySpan<byte> CutCharacter(ReadOnlySpan<byte> content)
    {
        int end = content.Length;
        int back = 0;
        while (back < 4 && end - back > 0 && (content[end - back - 1] & 0xC0) == 0x80)
        {
            back++;
        }

        int lead = end - back - 1;
        if (lead < 0 || content[lead] < 0xC0)
        {
            return content;
        }

        int needed =
            content[lead] >= 0xF0 ? 4
            : content[lead] >= 0xE0 ? 3
            : 2;
        return back + 1 < needed ? content[..lead] : content;
    }

    private static string? Utf16WithoutMark(ReadOnlySpan<byte> content)
    {
        int even = 0;
        int odd = 0;
        ReadOnlySpan<byte> sample = content.Length > LookAt ? content[..LookAt] : content;
        for (int i = 0; i < sample.Length; i++)
        {
            even += sample[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += sample[i] == 0 && i % 2 == 1 ? 1 : 0;
        }

        int half = sample.Length / 4;
        return odd > half && even == 0 ? Encoding.Unicode.GetString(content)
            : even > half && odd == 0 ? Encoding.BigEndianUnicode.GetString(content)
            : null;
    }

    private static Encoding Guess(ReadOnlySpan<byte> content)
    {
        byte[] sample = (content.Length > LookAt ? content[..LookAt] : content).ToArray();
        DetectionDetail? best = CharsetDetector.DetectFromBytes(sample).Detected;
        bool sure = best is { Confidence: > 0.5f, Encoding: not null };
        return sure ? best!.Encoding! : Encoding.GetEncoding(1252);
    }
}
