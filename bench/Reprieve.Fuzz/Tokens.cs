using System.Text;

namespace Reprieve.Fuzz;

/// <summary>Pieces that mean something to the reader, put where they do not belong.</summary>
internal static class Tokens
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "\r\n", "\n\n", "\0", "\u001B$B", "\u001B(B", "~{", "~}", "=\r\n", "=3D", "=?utf-8?B?", "=?gb2312?Q?", "?=",
            "--b\r\n", "--b--\r\n", "boundary=\"b\"", "charset=utf-7", "charset=gb18030", "charset=iso-2022-jp",
            "<div style=\"display:none\">", "</div>", "<p style='font-size:0'>", "<td>", "<tr>", "</table>", "<table>",
            "<a href='https://amazon.com.evil.example/'>", "</a>", "<!--", "-->", "<![CDATA[", "<style>.a{display:none}",
            "</style>", "<script>", "</script>", "&#x10FFFF;", "&#55357;", "&nbsp;", "&bogus;", "<b", "<", ">", "\"", "'",
            "From ", "From: Amazon <a@amazon.com>\n", "Sent: Tuesday, March 3, 2026 10:20 AM\n", "Subject: ", "发件人：",
            "发送时间：2026年3月3日 10:20\n", "主题：", "Gesendet: Dienstag, 3. März 2026 10:20\n", "Betreff: ",
            "---------- Forwarded message ---------\n", "-----Original Message-----\n", "On Mon wrote:\n", "> ", ">From ",
            "Your account has been deactivated.", "may be deactivated", "within 17 days", "within 99999999999 days",
            "by May 30, 2025", "February 30", "30. Februar 2026", "2026年13月32日", "99/99/9999", "72 hours", "months",
            "plan of action", "root cause", "您的账户已被停用", "innerhalb von 17 Tagen", "72時間以内", "B0C4TQ7M2K",
            "114-5560021-7789034", "Complaint ID: 123456", "seller-performance@amazon.com", "https://sellercentral.amazon.com/",
            "http://", "www.", "@", "://", "\u200B", "\uFEFF", "\u0301", "а", "ο", "𝐀", "\uFFFD", "�", "ß", "İ", "ﬁ",
            "BEGIN:VEVENT\r\n", "DTSTART:20260303T100000Z\r\n", "SUMMARY:", "begin 644 a\r\n", "{", "}", "\"text\":", "[",
            "\\u0000", "[date]", "%PDF-", "PK\u0003\u0004",
        }.Select(Encoding.UTF8.GetBytes),
        [0x80], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x81, 0x30, 0x81, 0x30], [0xFF, 0xFE],
    ];

    private static readonly string[] Headers =
    [
        "Content-Type: multipart/mixed; boundary=b", "Content-Type: multipart/alternative; boundary=\"\"",
        "Content-Type: message/rfc822", "Content-Type: text/html; charset=utf-16", "Content-Type: text/plain; format=flowed",
        "Content-Type: text/calendar", "Content-Type: multipart/report", "Content-Type: message/delivery-status",
        "Content-Type: application/ms-tnef", "Content-Type: application/pkcs7-mime", "Content-Type: message/partial",
        "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable", "Content-Transfer-Encoding: x-uuencode",
        "Content-Transfer-Encoding: bogus", "Content-Disposition: attachment; filename=a.eml", "Date: Thu, 99 Foo 99999 99:99:99 +9999",
        "Date: Mon, 1 Jan 0001 00:00:00 -1400", "Date: Fri, 31 Dec 9999 23:59:59 +1400", "From: =?x?q?=C0?= <>", "From:", "Subject:",
        "Received: from a by b; Tue, 3 Mar 2026 10:20:30 +0000", "Message-ID: <", "DKIM-Signature: v=1; a=rsa-sha256; d=amazon.com; s=x; bh=; b=; l=99999999999; x=0; h=from:from",
        "DKIM-Signature: ;;;=;", "ARC-Seal: i=1; a=; b=", "Authentication-Results: ;", "Reply-To: @", "MIME-Version: 1.0",
    ];

    public static byte[] Any(Random random) => Pieces[random.Next(Pieces.Length)];

    public static byte[] Header(Random random) => Encoding.UTF8.GetBytes(Headers[random.Next(Headers.Length)]);
}
