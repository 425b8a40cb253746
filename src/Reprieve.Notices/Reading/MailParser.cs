using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace Reprieve.Notices;

/// <summary>Takes mails apart, bounded in depth.</summary>
internal static class MailParser
{
    private static readonly ParserOptions Options = new() { MaxMimeDepth = 64 };

    /// <summary>
    /// The parts of a mail. They point into its bytes instead of copying them, as they are kept to judge the mail by its
    /// origin.
    /// </summary>
    /// <exception cref="FormatException">The bytes are no mail.</exception>
    public static MimeMessage Parse(byte[] mail)
    {
        MimeMessage parsed = MimeMessage.Load(Options, Shown(mail), persistent: true);
        Forget(parsed);
        return parsed;
    }

    /// <summary>A stream that shows the bytes it reads, so that parts that nothing encodes need not be copied out of it.</summary>
    private static MemoryStream Shown(byte[] mail) => new(mail, 0, mail.Length, writable: false, publiclyVisible: true);

    /// <summary>
    /// Nothing of it holds anything but memory. Finalizers would keep every mail through two collections of garbage,
    /// which costs more than taking it apart.
    /// </summary>
    private static void Forget(MimeMessage mail)
    {
        NeverFinalize(mail);
        if (mail.Body is { } body)
        {
            Forget(body);
        }
    }

    private static void Forget(MimeEntity entity)
    {
        NeverFinalize(entity);
        switch (entity)
        {
            case Multipart parts:
                foreach (MimeEntity part in parts)
                {
                    Forget(part);
                }

                break;
            case MessagePart { Message: { } message }:
                Forget(message);
                break;
            case MimePart { Content: { } content }:
                NeverFinalize(content);
                break;
        }
    }

    [SuppressMessage(
        "Usage",
        "CA1816:Dispose methods should call SuppressFinalize",
        Justification = "These objects are not ours and are dropped, not disposed of."
    )]
    private static void NeverFinalize(object part) => GC.SuppressFinalize(part);
}
