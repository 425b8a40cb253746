using System.Text;

namespace Reprieve.Notices;

/// <summary>The charsets that mails name, under the names that mail programs use and with the repertoire they mean.</summary>
internal static class CharsetNames
{
    private const string Utf8 = "utf-8";

    static CharsetNames() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The charset of a name; null for none, for plain ASCII, and for a name that means nothing here.</summary>
    public static Encoding? Find(string? name)
    {
        if (Utf8.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.UTF8;
        }

        string code = (name ?? "").Trim(' ', '"', '\'').ToLowerInvariant();
        string known = code switch
        {
            // The larger charset holds the smaller, and mails that name the smaller one often use the larger.
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" or "cp936" or "ms936" or "windows-936" or "euc-cn" =>
                "gb18030",
            "iso-8859-1" or "latin1" or "iso8859-1" or "iso_8859-1" or "cp1252" => "windows-1252",
            "iso-8859-9" or "latin5" or "cp1254" => "windows-1254",
            "cp1256" => "windows-1256",
            "x-sjis" or "sjis" or "shift-jis" or "cp932" or "ms932" or "windows-31j" or "ms_kanji" => "shift_jis",
            "cp949" or "ms949" or "euc-kr" => "ks_c_5601-1987",
            "big5-hkscs" or "cp950" or "x-x-big5" => "big5",
            "hz" => "hz-gb-2312",
            "utf8" or "utf-8mb4" or "unicode-1-1-utf-8" => "utf-8",
            "us-ascii" or "ascii" or "ansi_x3.4-1968" or "unknown-8bit" or "x-unknown" or "default" => "",
            _ => code,
        };
        if (known.Length is 0 or > 40)
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(known);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether a charset is written in seven bits with shifts, or in pairs of bytes.</summary>
    public static bool IsStateful(Encoding charset) =>
        charset.CodePage is 1200 or 1201 or 12000 or 12001 or 52936 or (>= 50220 and <= 50229);
}
