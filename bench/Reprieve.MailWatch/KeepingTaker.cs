using System.Text;
using Reprieve.Mail;

namespace Reprieve.MailWatch;

/// <summary>Keeps what it is handed, and counts what it is handed again.</summary>
internal sealed class KeepingTaker : IMailTaker
{
    private const string Mark = "X-Name: ";

    private readonly HashSet<string> _identities = [];

    /// <summary>The mails, in the order in which they came.</summary>
    public List<ArrivedMail> Mails { get; } = [];

    /// <summary>Their own names, as <see cref="SomeMails"/> gives them.</summary>
    public IReadOnlyList<string> Names => [.. Mails.Select(NameOf)];

    /// <summary>Mails that were handed over once more.</summary>
    public int Again { get; private set; }

    /// <summary>Told of each mail before it is kept; may throw.</summary>
    public Action<ArrivedMail>? Before { get; set; }

    /// <summary>Told of each mail once it is kept; may throw.</summary>
    public Action<ArrivedMail>? After { get; set; }

    public Task TakeAsync(ArrivedMail mail, CancellationToken cancel)
    {
        Before?.Invoke(mail);
        if (_identities.Add(mail.Identity))
        {
            Mails.Add(mail);
        }
        else
        {
            Again++;
        }

        After?.Invoke(mail);
        return Task.CompletedTask;
    }

    /// <summary>A mail's own name; empty where it has none.</summary>
    public static string NameOf(ArrivedMail mail) => NameOf(mail.Bytes.Span);

    /// <summary>The same of a mail's bytes.</summary>
    public static string NameOf(ReadOnlySpan<byte> mail)
    {
        string text = Encoding.Latin1.GetString(mail);
        int at = text.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? "" : text[(at + Mark.Length)..text.IndexOf('\r', at)];
    }
}
