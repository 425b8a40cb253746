using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace Reprieve.Notices;

/// <summary>Turns bytes into text: by their mark, as UTF-8 where they are, else by the charset that fits them best.</summary>
internal static class Charsets
{
    private const int LookAt = 64 * 1024;

    /// <summary>As many characters of several bytes as no text of another charset forms by accident.</summary>
    private const int SurelyUtf8 = 4;

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

        if (EscapedCharsets.Of(content) is { } escaped)
        {
            return escaped.GetString(content);
        }

        return Utf8.IsValid(CutCharacter(content))
            ? Encoding.UTF8.GetString(CutCharacter(content))
            : Guess(content).GetString(content);
    }

    /// <summary>
    /// The text in a named charset. The bytes decide where the name means nothing, or is proven wrong: by UTF-8 that
    /// no other charset forms by accident, or by bytes that the named charset does not have.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> content, string? charset)
    {
        Encoding? named = CharsetNames.Find(charset);
        if (named is null || content.StartsWith("\uFEFF"u8))
        {
            return Decode(content) ?? Encoding.Latin1.GetString(content);
        }

        bool stateful = CharsetNames.IsStateful(named);
        if (!stateful && named.CodePage != Encoding.UTF8.CodePage && LongCharacters(content) >= SurelyUtf8)
        {
            return Encoding.UTF8.GetString(content);
        }

        if (named.CodePage == Encoding.UTF8.CodePage && IsMostlyBrokenUtf8(content))
        {
            return Decode(content) ?? Encoding.Latin1.GetString(content);
        }

        string text = named.GetString(content);
        return stateful || named.IsSingleByte || !IsMostlyBroken(text, content)
            ? text
            : Decode(content) ?? Encoding.Latin1.GetString(content);
    }

    /// <summary>Whether bytes are named UTF-8, without a byte order mark.</summary>
    public static bool IsNamedUtf8(ReadOnlySpan<byte> content, string? charset) =>
        CharsetNames.Find(charset) is { CodePage: 65001 } && !content.StartsWith("\uFEFF"u8);

    /// <summary>How many characters of several bytes valid UTF-8 has, as far as it matters; 0 where it is not valid.</summary>
    private static int LongCharacters(ReadOnlySpan<byte> content)
    {
        int count = 0;
        ReadOnlySpan<byte> rest = content;
        while (count < SurelyUtf8 && rest.IndexOfAnyInRange((byte)0xC2, (byte)0xF4) is >= 0 and int at)
        {
            count++;
            rest = rest[(at + 1)..];
        }

        return count >= SurelyUtf8 && Utf8.IsValid(CutCharacter(content)) ? count : 0;
    }

    /// <summary>Whether a charset does not fit: more than one in twenty of the bytes beyond ASCII is none of its own.</summary>
    private static bool IsMostlyBroken(string text, ReadOnlySpan<byte> content)
    {
        int broken = text.AsSpan().Count('\uFFFD');
        return broken > 0 && broken * 20L > content.Length - CountAscii(content);
    }

    /// <summary>The same of bytes named UTF-8, told without writing the text, as every broken byte costs memory then.</summary>
    private static bool IsMostlyBrokenUtf8(ReadOnlySpan<byte> content)
    {
        if (Utf8.IsValid(content))
        {
            return false;
        }

        int beyondAscii = content.Length - CountAscii(content);
        long broken = 0;
        ReadOnlySpan<byte> rest = content;
        while (rest.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and int at)
        {
            Rune.DecodeFromUtf8(rest[at..], out Rune rune, out int length);
            broken += rune == Rune.ReplacementChar ? 1 : 0;
            if (broken * 20 > beyondAscii)
            {
                return true;
            }

            rest = rest[(at + length)..];
        }

        return false;
    }

    private static int CountAscii(ReadOnlySpan<byte> content)
    {
        int ascii = 0;
        foreach (byte b in content)
        {
            ascii += b < 0x80 ? 1 : 0;
        }

        return ascii;
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
