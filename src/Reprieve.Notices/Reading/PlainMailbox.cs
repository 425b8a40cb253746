using System.Buffers;
using System.Text;
using MimeKit;

namespace Reprieve.Notices;

/// <summary>
/// Reads a mailbox as nearly all are written: a name of letters, figures and single spaces, and an address of letters and
/// figures. Anything else is left to the library, which takes three times as long.
/// </summary>
internal static class PlainMailbox
{
    private static readonly SearchValues<char> InName = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 "
    );

    private static readonly SearchValues<char> InLocal = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
    );

    private static readonly SearchValues<char> InDomain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-."
    );

    /// <summary>The mailbox; null where a header is not written so plainly.</summary>
    public static MailboxAddress? Read(Header header)
    {
        ReadOnlySpan<char> text = MailHeaders.Plain(header);
        int open = text.IndexOf('<');
        if (open <= 0 || !text.EndsWith('>'))
        {
            return null;
        }

        ReadOnlySpan<char> name = text[..open].TrimEnd(' ');
        name = name.Length > 1 && name.StartsWith('"') && name.EndsWith('"') ? name[1..^1] : name;
        ReadOnlySpan<char> address = text[(open + 1)..^1];
        int at = address.IndexOf('@');
        bool plain =
            at > 0
            && IsPlain(name, InName, "  ")
            && IsPlain(address[..at], InLocal, "..")
            && IsPlain(address[(at + 1)..], InDomain, "..")
            && address.IndexOf("--") < 0;
        return plain ? new MailboxAddress(Encoding.UTF8, name.ToString(), address.ToString()) : null;
    }

    private static bool IsPlain(ReadOnlySpan<char> text, SearchValues<char> letters, string never) =>
        text.Length > 0
        && !text.ContainsAnyExcept(letters)
        && text[0] is not (' ' or '.')
        && text[^1] is not (' ' or '.')
        && text.IndexOf(never) < 0;
}
