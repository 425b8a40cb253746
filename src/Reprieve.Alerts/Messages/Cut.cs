using System.Globalization;
using System.Text;

namespace Reprieve.Alerts.Messages;

/// <summary>Makes a text fit, between two signs as a reader sees them, and shows that it was cut.</summary>
internal static class Cut
{
    private const char Sign = '…';
    private const int SignBytes = 3;

    /// <summary>The text, escaped, in so many bytes as JSON writes it.</summary>
    public static string To(string text, int bytes, Func<string, string> escape)
    {
        var made = new StringBuilder();
        int used = 0;
        int safe = 0;
        for (int i = 0; i < text.Length; )
        {
            int length = StringInfo.GetNextTextElementLength(text.AsSpan(i));
            string sign = escape(text.Substring(i, length));
            i += length;
            used += Bytes(sign);
            if (used > bytes)
            {
                made.Length = safe;
                return bytes < SignBytes ? "" : made.Append(Sign).ToString();
            }

            made.Append(sign);
            safe = used <= bytes - SignBytes ? made.Length : safe;
        }

        return made.ToString();
    }

    /// <summary>Bytes of UTF-8 that a text without control characters but line breaks has within JSON.</summary>
    public static int Bytes(string text) => Encoding.UTF8.GetByteCount(text) + text.AsSpan().CountAny('"', '\\', '\n');
}
