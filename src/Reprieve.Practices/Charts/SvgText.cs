using System.Globalization;
using System.Text;

namespace Reprieve.Practices.Charts;

/// <summary>Texts in a picture: escaped for XML, and measured, since nothing lays them out for us.</summary>
internal static class SvgText
{
    /// <summary>Fonts that have Latin, Chinese and Japanese on Windows, macOS and Linux.</summary>
    public const string Fonts =
        "system-ui, 'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Yu Gothic', 'Hiragino Sans', sans-serif";

    /// <summary>A text for XML; characters that XML cannot hold are left out.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                < ' ' or 0xFFFD or 0xFFFE or 0xFFFF or (>= 0x7F and < 0xA0) => escaped,
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Width of a text in pixels, on the safe side: full-width characters are one em, Latin ones by their look.</summary>
    public static double Width(string text, double size)
    {
        double ems = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            ems += rune.Value switch
            {
                'i' or 'l' or 'j' or '.' or ',' or ':' or '\'' or '|' or '!' or 'I' or ' ' => 0.32,
                'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.92,
                >= 0x2E80 and < 0xD7B0 or >= 0xF900 and < 0xFB00 or >= 0xFE30 and < 0xFF61 or >= 0x1F000 => 1,
                >= 'A' and <= 'Z' => 0.7,
                _ => 0.58,
            };
        }

        return ems * size;
    }

    /// <summary>A text cut, with an ellipsis, to a width in pixels.</summary>
    public static string Fit(string text, double width, double size)
    {
        if (Width(text, size) <= width)
        {
            return text;
        }

        var cut = new StringBuilder();
        TextElementEnumerator parts = StringInfo.GetTextElementEnumerator(text);
        while (parts.MoveNext() && Width($"{cut}{parts.GetTextElement()}\u2026", size) <= width)
        {
            cut.Append(parts.GetTextElement());
        }

        return cut.Append('\u2026').ToString();
    }
}
