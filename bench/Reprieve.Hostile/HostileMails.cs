using System.Text;

namespace Reprieve.Hostile;

/// <summary>Ten megabytes each of what a reader could choke on; made when asked for, always the same.</summary>
internal static class HostileMails
{
    private const int Size = 10_000_000;
    private const string Head = "From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n";
    private const string Plain = Head + "Content-Type: text/plain; charset=utf-8\r\n";
    private const string Page = Head + "Content-Type: text/html; charset=utf-8\r\n\r\n<html><body>";
    private const string End = "\r\n\r\nYour Amazon seller account has been deactivated.\r\n";

    /// <summary>Every case: its name, which ends as a file of that shape would, and what makes its bytes.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } =
        new SortedDictionary<string, Func<byte[]>>(StringComparer.Ordinal)
        {
            ["mail-headers-100000.eml"] = () => Bytes(Lines(100_000, n => $"X-H{n}: {n}"), Plain, End),
            ["mail-header-long.eml"] = () => Mail("Subject: " + Times("word ", Size) + "\r\n" + Plain, End),
            ["mail-header-folded.eml"] = () => Mail("Subject: a" + Times("\r\n b", Size) + "\r\n" + Plain, End),
            ["mail-header-rfc2047.eml"] = () =>
                Mail("Subject: " + Times("=?utf-8?B?5oKo5aW9?= ", Size) + "\r\n" + Plain, End),
            ["mail-header-rfc2047-open.eml"] = () =>
                Mail("Subject: " + Times("=?utf-8?Q?", Size) + "\r\n" + Plain, End),
            ["mail-header-addresses.eml"] = () => Mail("To: " + Times("a@b.example, ", Size) + "\r\n" + Plain, End),
            ["mail-header-comments.eml"] = () => Mail("To: " + Times("(", Size) + "\r\n" + Plain, End),
            ["mail-header-parameters.eml"] = () => Mail(Head + "Content-Type: text/plain" + Times("; a=b", Size), End),
            ["mail-received-100000.eml"] = () => Bytes(Lines(100_000, _ => "Received: from a by b; x"), Plain, End),
            ["mail-signatures-4000.eml"] = () =>
                Bytes(
                    Lines(
                        4_000,
                        n => $"DKIM-Signature: v=1; a=rsa-sha256; d=amazon.com; s=s{n}; h=from; bh=AA==; b=AA=="
                    ),
                    Plain,
                    End
                ),
            ["mail-parts-100000.eml"] = () => Parts(100_000, "Content-Type: text/plain\r\n\r\nx\r\n"),
            ["mail-parts-html.eml"] = () => Parts(50_000, "Content-Type: text/html\r\n\r\n<p>x\r\n"),
            ["mail-parts-2000.eml"] = () => Parts(1_999, "Content-Type: text/html\r\n\r\n<p>x\r\n"),
            ["mail-parts-empty.eml"] = () => Parts(1_000_000, ""),
            ["mail-nested-multiparts.eml"] = () => Nested(60_000),
            ["mail-nested-messages.eml"] = () =>
                Mail(
                    Times("From: a@b.example\r\nSubject: y\r\nContent-Type: message/rfc822\r\n\r\n", Size) + Plain,
                    End
                ),
            ["mail-boundary-prefixes.eml"] = () =>
                Mail(
                    Head
                        + "Content-Type: multipart/mixed; boundary=\""
                        + Times("-", 60)
                        + "\"\r\n\r\n"
                        + Times("--\r\n", Size),
                    End
                ),
            ["mail-soft-breaks.eml"] = () =>
                Mail(Plain + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + Times("=\r\n", Size), End),
            ["mail-equals.eml"] = () =>
                Mail(Plain + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + Times("=", Size), End),
            ["mail-base64-garbage.eml"] = () =>
                Bytes(Encoding.ASCII.GetBytes(Plain + "Content-Transfer-Encoding: base64\r\n\r\n"), Garbage(Size)),
            ["mail-uuencode.eml"] = () =>
                Mail(
                    Plain + "Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a.txt\r\n" + Times("M#!!!!", Size),
                    End
                ),
            ["mail-one-line.eml"] = () => Mail(Plain + "\r\n" + Times("a", Size), End),
            ["mail-flowed.eml"] = () =>
                Mail(Head + "Content-Type: text/plain; format=flowed\r\n\r\n" + Times("a \r\n", Size), End),
            ["mail-calendar.eml"] = () =>
                Mail(Head + "Content-Type: text/calendar\r\n\r\nBEGIN:VEVENT\r\n" + Times("SUMMARY:a\r\n", Size), End),
            ["mail-charset-wrong.eml"] = () =>
                Bytes(Encoding.ASCII.GetBytes(Head + "Content-Type: text/plain; charset=utf-8\r\n\r\n"), Garbage(Size)),
            ["html-bold.eml"] = () => Mail(Page + Times("<b>", Size), End),
            ["html-div.eml"] = () => Mail(Page + Times("<div>", Size), End),
            ["html-paragraphs.eml"] = () => Mail(Page + Times("<p>a", Size), End),
            ["html-ends.eml"] = () => Mail(Page + Times("<div>", Size / 2) + Times("</b>", Size / 2), End),
            ["html-styles.eml"] = () => Mail(Page + Times("<p style='color:#fff;background:#fff'>a", Size), End),
            ["html-style-block.eml"] = () => Mail(Page + "<style>" + Times(".a{", Size), End),
            ["html-tables.eml"] = () => Mail(Page + Times("<table><tr><td>", Size), End),
            ["html-links-100000.eml"] = () =>
                Mail(
                    Page
                        + string.Concat(
                            Enumerable
                                .Range(0, 100_000)
                                .Select(n =>
                                    $"<a href='https://h{n}.example/a/b/c/d/e/f?g=h{n}&i=jklmnopqrstuvwxyz0123456789'>link {n}</a>"
                                )
                        ),
                    End
                ),
            ["html-entities.eml"] = () => Mail(Page + Times("&amp;", Size), End),
            ["html-entities-open.eml"] = () => Mail(Page + Times("&CounterClockwiseContourIntegra", Size), End),
            ["html-entities-numbers.eml"] = () => Mail(Page + "&#" + Times("9", Size), End),
            ["html-ampersands.eml"] = () => Mail(Page + Times("&", Size), End),
            ["html-comment-open.eml"] = () => Mail(Page + "<!-- " + Times("- ", Size), End),
            ["html-comments-open.eml"] = () => Mail(Page + Times("<!--", Size), End),
            ["html-cdata-open.eml"] = () => Mail(Page + Times("<![CDATA[", Size), End),
            ["html-script-open.eml"] = () => Mail(Page + "<script>" + Times("</scrip", Size), End),
            ["html-less-than.eml"] = () => Mail(Page + Times("<", Size), End),
            ["html-attribute-open.eml"] = () => Mail(Page + "<a href=\"" + Times("a ", Size), End),
            ["html-attributes.eml"] = () => Mail(Page + "<a" + Times(" b=c", Size) + ">", End),
            ["html-white-space.eml"] = () => Mail(Page + Times(" ", Size), End),
            ["html-one-word.eml"] = () => Mail(Page + Times("a", Size), End),
            ["page.html"] = () => Mail("<html>" + Times("<td>a", Size), End),
            ["text-one-line.txt"] = () => Mail(Times("a", Size), End),
            ["text-words.txt"] = () => Mail(Times("your account has been deactivated ", Size), End),
            ["text-sentences.txt"] = () => Mail(Times("Your account has been deactivated. ", Size), End),
            ["text-lines.txt"] = () => Mail(Times("\n", Size), End),
            ["text-blank-lines.txt"] = () => Mail(Times(" \n", Size), End),
            ["text-spaces.txt"] = () => Mail(Times(" ", Size), End),
            ["text-dots.txt"] = () => Mail(Times("1. ", Size), End),
            ["text-quoted.txt"] = () => Mail(Times("> ", Size), End),
            ["text-at-signs.txt"] = () => Mail(Times("a@", Size), End),
            ["text-colons.txt"] = () => Mail(Times("a://", Size), End),
            ["text-www.txt"] = () => Mail(Times("www.", Size), End),
            ["text-links.txt"] = () => Mail(Times("https://a.example/b ", Size), End),
            ["text-asins.txt"] = () => Mail(Times("B0C4TQ7M2K ", Size), End),
            ["text-orders.txt"] = () => Mail(Times("114-5560021-7789034 ", Size), End),
            ["text-numbers.txt"] = () => Mail(Times("1-", Size), End),
            ["text-dates.txt"] = () => Mail(Times("within 17 days by May 30, 2025 ", Size), End),
            ["text-han.txt"] = () => Mail(Times("您的账户已被停用", Size / 3), End),
            ["text-headers.txt"] = () => Mail(Times("From: a\n", Size), End),
            ["text-forwards.txt"] = () => Mail(Times("---------- Forwarded message ----------\n", Size), End),
            ["text-zero-width.txt"] = () => Mail("a" + Times("\u200B", Size / 3), End),
            ["text-accents.txt"] = () => Mail("a" + Times("\u0301", Size / 2), End),
            ["text-cyrillic.txt"] = () => Mail(Times("асcоunt ", Size / 2), End),
            ["text-surrogates.txt"] = () => Mail(Times("𝐀", Size / 4), End),
            ["text-gbk.txt"] = () => Garbage(Size, 0x81),
            ["text-escape.txt"] = () => Mail(Times("\u001B$B", Size), End),
            ["text-hz.txt"] = () => Mail(Times("~{", Size), End),
            ["box.mbox"] = () => Mail(Times("From a Mon\nFrom: a@b.example\nSubject: x\n\nb\n\n", Size), End),
            ["box-from-lines.mbox"] = () => Mail(Times("From \n\n", Size), End),
            ["box-one-line.mbox"] = () => Mail("From a\nFrom: a@b.example\nSubject: x\n\n" + Times("a", Size), End),
            ["lines.jsonl"] = () => Mail(Times("{\"text\":\"a\"}\n", Size), ""),
            ["lines-nested.jsonl"] = () => Mail("{\"text\":" + Times("[", Size), ""),
            ["lines-escapes.jsonl"] = () => Mail("{\"text\":\"" + Times("\\u0041", Size) + "\"}", ""),
        };

    private static string Times(string piece, int size)
    {
        var text = new StringBuilder(size + piece.Length);
        while (text.Length < size)
        {
            text.Append(piece);
        }

        return text.ToString();
    }

    private static byte[] Lines(int count, Func<int, string> line) =>
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, count).Select(n => line(n) + "\r\n")));

    private static byte[] Mail(string text, string end) => Encoding.UTF8.GetBytes(text + end);

    private static byte[] Bytes(byte[] first, params string[] rest) =>
        [.. first, .. Encoding.UTF8.GetBytes(string.Concat(rest))];

    private static byte[] Bytes(byte[] first, byte[] second) => [.. first, .. second];

    private static byte[] Parts(int count, string part) =>
        Mail(
            Head
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + string.Concat(Enumerable.Repeat("--b\r\n" + part, count)),
            End
        );

    private static byte[] Nested(int depth) =>
        Mail(
            Head
                + string.Concat(
                    Enumerable
                        .Range(0, depth)
                        .Select(n => $"Content-Type: multipart/mixed; boundary=\"b{n}\"\r\n\r\n--b{n}\r\n")
                ),
            End
        );

    private static byte[] Garbage(int size, byte floor = 0)
    {
        byte[] bytes = new byte[size];
        new Random(7).NextBytes(bytes);
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)Math.Max(bytes[i], Math.Max(floor, (byte)1));
        }

        return bytes;
    }
}
