using MimeKit;

namespace Reprieve.Notices;

/// <summary>A mail taken apart: its headers, and its parts, which point into its bytes.</summary>
/// <param name="headers">All its headers, in their order.</param>
internal sealed class MailTree(IReadOnlyList<Header> headers)
{
    public IReadOnlyList<Header> Headers { get; } = headers;

    /// <summary>The mail as it was transferred.</summary>
    public ReadOnlyMemory<byte> Bytes { get; set; }

    /// <summary>How many bytes its headers take, with the empty line behind them.</summary>
    public int HeadLength { get; init; }

    /// <summary>What stands behind its headers.</summary>
    public ReadOnlyMemory<byte> Content => Bytes[Math.Min(HeadLength, Bytes.Length)..];

    /// <summary>What it holds; null when it ends before that begins.</summary>
    public MailPart? Body { get; set; }

    /// <summary>The mail as the library holds it whole, for signatures, which are made over all of it.</summary>
    /// <exception cref="FormatException">It is attached to another mail, and would be none by itself.</exception>
    public MimeMessage Whole => field ??= MailParser.Whole(Bytes);

    public InternetAddressList From => field ??= Addresses(HeaderId.From) ?? Broken(HeaderId.From);

    public InternetAddressList ReplyTo => field ??= Addresses(HeaderId.ReplyTo) ?? Broken(HeaderId.ReplyTo);

    /// <summary>The parts that hold no other parts, in their order.</summary>
    public IEnumerable<MailPart> Leaves() => Body is null ? [] : Leaves(Body);

    private static IEnumerable<MailPart> Leaves(MailPart part) =>
        part.Kind == MailPartKind.Parts ? part.Parts.SelectMany(Leaves) : [part];

    /// <summary>The addresses in all headers of a kind; null when one cannot be read.</summary>
    private InternetAddressList? Addresses(HeaderId id)
    {
        InternetAddressList? all = null;
        foreach (Header header in Headers)
        {
            if (header.Id != id)
            {
                continue;
            }

            all ??= [];
            if (PlainMailbox.Read(header) is { } plain)
            {
                all.Add(plain);
            }
            else if (InternetAddressList.TryParse(MailParser.Limits, header.RawValue, out InternetAddressList? some))
            {
                all.AddRange(some);
            }
            else
            {
                return null;
            }
        }

        return all ?? [];
    }

    /// <summary>What the library can read of addresses of which one is broken; it does so only in a message.</summary>
    private InternetAddressList Broken(HeaderId id)
    {
        using var message = new MimeMessage([.. Headers.Where(header => header.Id == id)]);
        return id == HeaderId.From ? message.From : message.ReplyTo;
    }
}
