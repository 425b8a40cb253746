using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reprieve.Files;
using Reprieve.Mail.Outboxes;

namespace Reprieve.Mail;

/// <summary>
/// Mails on their way, each in a folder of its own with its bytes and its state, so that after a crash at any point it is
/// known whether a mail was sent, was not, or may have been.
/// </summary>
public sealed class Outbox
{
    private const string BytesName = "message.eml";
    private const string StateName = "state.json";

    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly MailSeal? _seal;
    private readonly Durable _disk;

    /// <summary>The outbox in a folder, which is made when the first mail comes.</summary>
    /// <param name="seal">Encrypts what is kept; null where the folder is as private as the case it stands in.</param>
    public Outbox(string folder, TimeProvider clock, MailSeal? seal = null)
        : this(folder, clock, seal, null) { }

    internal Outbox(string folder, TimeProvider clock, MailSeal? seal, Action<string>? at)
    {
        _folder = folder;
        _clock = clock;
        _seal = seal;
        _disk = new Durable(at);
    }

    /// <summary>Every mail in it, the oldest first.</summary>
    /// <exception cref="MailException">A state cannot be read.</exception>
    public IReadOnlyList<OutboxMail> All() =>
        Directory.Exists(_folder)
            ?
            [
                .. Directory
                    .EnumerateDirectories(_folder)
                    .Select(Read)
                    .OfType<OutboxMail>()
                    .OrderBy(mail => mail.History[0].At),
            ]
            : [];

    /// <summary>The mail of a sending, or null. A crash while it went out shows as <see cref="OutboxState.Sending"/>.</summary>
    /// <exception cref="MailException">Its state cannot be read.</exception>
    public OutboxMail? Find(string sendingId, string from) => Read(FolderOf(AppealMail.IdOf(sendingId, from)));

    /// <summary>A person's word on an uncertain mail: it arrived, or it did not and may be sent again.</summary>
    /// <exception cref="MailException">The mail is not uncertain, nobody says so, or no reason is given.</exception>
    public OutboxMail SettleByPerson(OutboxMail mail, bool arrived, string by, string because) =>
        Decide(mail, [OutboxState.Uncertain], arrived ? OutboxState.Accepted : OutboxState.Prepared, by, because);

    /// <summary>A person's word that a mail which is certainly not sent shall not be.</summary>
    /// <exception cref="MailException">It may have been sent, nobody says so, or no reason is given.</exception>
    public OutboxMail GiveUp(OutboxMail mail, string by, string because) =>
        Decide(mail, [OutboxState.Prepared, OutboxState.Refused], OutboxState.GivenUp, by, because);

    /// <summary>A person's word that a refused or given-up mail may be tried again, the same bytes.</summary>
    /// <exception cref="MailException">It is neither, nobody says so, or no reason is given.</exception>
    public OutboxMail TryAgain(OutboxMail mail, string by, string because) =>
        Decide(mail, [OutboxState.Refused, OutboxState.GivenUp], OutboxState.Prepared, by, because);

    /// <summary>
    /// Keeps a mail, or finds it kept. One of the same sending that was kept and never tried gives way: whoever kept it
    /// stopped before it was written down anywhere else.
    /// </summary>
    /// <exception cref="MailException">The same sending is there with other bytes and was tried, or it cannot be kept.</exception>
    public OutboxMail Prepare(AppealMail mail)
    {
        string folder = FolderOf(mail.MessageId);
        Durable.MakeFolder(_folder);
        Durable.MakeFolder(folder);
        using FileLock held = Hold(mail.MessageId);
        if (Read(folder) is { } kept && (kept.Sha256 == mail.Sha256 || kept.WasTried))
        {
            return kept.Sha256 == mail.Sha256
                ? kept
                : throw new MailException(Say.Texts.Get("Other_Bytes", mail.SendingId));
        }

        Keep(Path.Combine(folder, BytesName), mail.Bytes.Span);
        return Store(
            new OutboxMail
            {
                SendingId = mail.SendingId,
                MessageId = mail.MessageId,
                Sha256 = mail.Sha256,
                From = mail.From,
                Recipients = mail.Recipients,
                State = OutboxState.Prepared,
                History =
                [
                    new OutboxEvent(_clock.GetUtcNow(), OutboxState.Prepared, Say.Texts.Get("Was_Prepared"), null),
                ],
            }
        );
    }

    /// <summary>Holds a mail for this process alone.</summary>
    /// <exception cref="MailException">Somebody else holds it.</exception>
    internal FileLock Hold(string messageId) => new(Path.Combine(FolderOf(messageId), "lock"), "Held");

    /// <summary>
    /// The mail as it stands, to be called while it is held: one that says it is going out was cut off by a crash, and from
    /// here on is uncertain.
    /// </summary>
    /// <exception cref="MailException">It is not there, or cannot be read.</exception>
    internal OutboxMail Recover(string messageId)
    {
        OutboxMail mail = Read(FolderOf(messageId)) ?? throw new MailException(Say.Texts.Get("Not_Kept", messageId));
        return mail.State is OutboxState.Sending
            ? Store(mail.Become(OutboxState.Uncertain, _clock.GetUtcNow(), Say.Texts.Get("Was_Cut_Off")))
            : mail;
    }

    /// <summary>The bytes, which are held against their hash.</summary>
    /// <exception cref="MailException">They are gone or changed.</exception>
    public byte[] Bytes(OutboxMail mail)
    {
        string path = Path.Combine(FolderOf(mail.MessageId), BytesName);
        byte[] bytes = Kept(path);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == mail.Sha256
            ? bytes
            : throw new MailException(Say.Texts.Get("Bytes_Changed", path));
    }

    /// <summary>Makes a state durable.</summary>
    internal OutboxMail Store(OutboxMail mail)
    {
        Keep(
            Path.Combine(FolderOf(mail.MessageId), StateName),
            JsonSerializer.SerializeToUtf8Bytes(mail, OutboxJson.Readable.OutboxMail)
        );
        return mail;
    }

    private OutboxMail Decide(OutboxMail mail, OutboxState[] from, OutboxState to, string by, string because)
    {
        if (string.IsNullOrWhiteSpace(by) || string.IsNullOrWhiteSpace(because))
        {
            throw new MailException(Say.Texts.Get("Who_And_Why"));
        }

        using FileLock held = Hold(mail.MessageId);
        OutboxMail now = Recover(mail.MessageId);
        return from.Contains(now.State)
            ? Store(
                now.Become(to, _clock.GetUtcNow(), because.Trim(), by.Trim()) with
                {
                    Failures = 0,
                    NotBefore = null,
                }
            )
            : throw new MailException(Say.Texts.Get("Not_To_Decide", Say.Texts.Get("State_" + now.State)));
    }

    private OutboxMail? Read(string folder)
    {
        string path = Path.Combine(folder, StateName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(Kept(path), OutboxJson.Readable.OutboxMail);
        }
        catch (JsonException fault)
        {
            throw new MailException(Say.Texts.Get("Cannot_Use", path, fault.Message), fault);
        }
    }

    private void Keep(string path, ReadOnlySpan<byte> content)
    {
        byte[] bytes = _seal is { } seal ? seal.Close(content.ToArray(), PlaceOf(path)) : content.ToArray();
        OnDisk(
            () =>
            {
                _disk.Write(path, bytes);
                return true;
            },
            path
        );
    }

    private byte[] Kept(string path) =>
        OnDisk(
            () =>
            {
                byte[] bytes = File.ReadAllBytes(path);
                return _seal is { } seal ? seal.Open(bytes, PlaceOf(path)) : bytes;
            },
            path
        );

    /// <summary>Folder and name, to which what is sealed is tied: it opens nowhere else.</summary>
    private static string PlaceOf(string path) =>
        $"outbox/{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}";

    private static T OnDisk<T>(Func<T> deed, string path)
    {
        try
        {
            return deed();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new MailException(Say.Texts.Get("Cannot_Use", path, fault.Message), fault);
        }
    }

    private string FolderOf(string messageId) =>
        Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))[..32]);
}
