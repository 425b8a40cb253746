using MimeKit;

namespace Reprieve.Mail.Composing;

/// <summary>Reads what goes into headers, and refuses what could make a header of its own.</summary>
internal static class Addresses
{
    /// <summary>A single bare address.</summary>
    /// <exception cref="MailException">It is none, or has signs that only an attack has.</exception>
    public static MailboxAddress Read(string address, string name = "")
    {
        OneLine(address);
        OneLine(name);
        return
            address.All(char.IsAscii)
            && MailboxAddress.TryParse(address, out MailboxAddress? read)
            && read.Address == address
            && read.LocalPart.Length > 0
            && read.Domain.Length > 0
            && read.Route.Count == 0
            ? new MailboxAddress(name, address)
            : throw new MailException(Say.Texts.Get("Bad_Address", address));
    }

    /// <summary>The text, which must be one line without control characters.</summary>
    /// <exception cref="MailException">It is not.</exception>
    public static string OneLine(string text) =>
        text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029')
            ? throw new MailException(Say.Texts.Get("Not_One_Line", Shown(text)))
            : text;

    /// <summary>A message id without its angle brackets.</summary>
    /// <exception cref="MailException">It is none.</exception>
    public static string MessageId(string id)
    {
        string bare = OneLine(id).Trim().TrimStart('<').TrimEnd('>');
        return bare.Length > 2 && bare.All(c => c is > ' ' and < '\u007f' and not '<' and not '>')
            ? bare
            : throw new MailException(Say.Texts.Get("Bad_Message_Id", Shown(id)));
    }

    private static string Shown(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\u2423' : c));
}
