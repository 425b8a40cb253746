using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Mail.Connecting;

namespace Reprieve.MailFaults;

/// <summary>A crash that was ordered.</summary>
internal sealed class CrashException : Exception;

/// <summary>What a run of seeds found.</summary>
internal sealed record SeedResult
{
    public int Sent { get; set; }
    public int NotSent { get; set; }
    public int Uncertain { get; set; }
    public int Crashes { get; set; }
    public int Tries { get; set; }

    /// <summary>Mails that were uncertain for a while.</summary>
    public int Doubted { get; set; }
    public List<string> Faults { get; } = [];

    public override string ToString() =>
        $"{Sent} sent, {NotSent} not sent, {Uncertain} uncertain; {Tries} tries, {Crashes} crashes, {Doubted} uncertain on the way; {Faults.Count} faults";
}

/// <summary>Sends one mail for each seed through random faults and crashes, and counts what arrives.</summary>
internal static class SeedRun
{
    private static readonly X509Certificate2 Certificate = SelfMade.ForLoopback();

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(250);

    /// <summary>Patient: what a busy machine does slowly is no fault.</summary>
    public static readonly MailEdge Edge = new()
    {
        PlainOnLoopback = _ => true,
        ToConnect = TimeSpan.FromSeconds(30),
        ToAnswer = TimeSpan.FromSeconds(30),
        ToAccept = TimeSpan.FromSeconds(30),
    };

    /// <summary>As patient, and without TLS nothing goes: the seeds also spoil the handshake.</summary>
    private static MailEdge Secure => Edge with { PlainOnLoopback = _ => false, AlsoTrusted = Certificate };

    /// <summary>A sender that speaks with a sink.</summary>
    public static MailSender Sender(TimeProvider clock, Action<MailSecret.OAuth>? renewed = null) =>
        new(clock, Edge) { Renewed = renewed };

    /// <summary>Impatient only where the sink is to fall silent.</summary>
    private static MailEdge For(SinkOrder order, MailEdge edge) =>
        order.Fault is not SinkFault.Silent || order.At is SinkStep.Nowhere ? edge
        : order.At is SinkStep.Dot ? edge with { ToAccept = Short }
        : edge with { ToConnect = Short, ToAnswer = Short };

    /// <summary>An account at a sink; with an IMAP server when one is given.</summary>
    public static MailAccount Account(int smtp, MailServer? imap, SentCopy storedBy) =>
        new()
        {
            Provider = new MailProvider
            {
                Code = "here",
                Source = "test",
                Seen = new DateOnly(2026, 11, 27),
                Marketplaces = ["all"],
                Sure = Certainty.Practice,
                Name = new LocalizedText(new Dictionary<string, string> { ["en"] = "Here" }),
                SignIn = [MailSignIn.Password],
                SentCopy = storedBy,
                SentWithinMinutes = storedBy is SentCopy.Provider ? 60 : null,
            },
            Address = "seller@example.com",
            Secret = new MailSecret.Password("secret"),
            Smtp = new MailServer("127.0.0.1", smtp, MailTls.Implicit),
            Imap = imap,
        };

    public static AppealMail Mail(string id, int lines = 20) =>
        AppealMail.Build(
            new MailDraft
            {
                SendingId = id,
                From = "seller@example.com",
                To = ["appeals@example.net"],
                Subject = "Appeal",
                Date = new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero),
                Text = string.Concat(Enumerable.Range(0, lines).Select(i => $".{i} what we did\n")),
            },
            null
        );

    /// <summary>Runs so many seeds.</summary>
    /// <param name="mailbox">A mailbox whose provider stores what the sink takes; null to do without any.</param>
    public static async Task<SeedResult> RunAsync(int seeds, int first, StoringMailbox? mailbox)
    {
        var result = new SeedResult();
        string root = Directory.CreateTempSubdirectory("reprieve-mail-").FullName;
        try
        {
            for (int seed = first; seed < first + seeds; seed++)
            {
                await OneAsync(Path.Combine(root, seed.ToString(CultureInfo.InvariantCulture)), seed, mailbox, result);
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        return result;
    }

    private static async Task OneAsync(string folder, int seed, StoringMailbox? mailbox, SeedResult result)
    {
        var random = new Random(seed);
        using var sink = new SmtpSink(SinkTls.Implicit, mailbox?.Edge.AlsoTrusted ?? Certificate)
        {
            OnKept = mailbox is null ? null : mailbox.Store,
        };
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));
        MailAccount account = Account(
            sink.Port,
            mailbox?.Server,
            mailbox is null ? SentCopy.Unknown : SentCopy.Provider
        );
        AppealMail mail = Mail($"seed {seed} {Guid.NewGuid()}");
        int troubled = random.Next(1, 6);
        SendResult? last = null;
        bool doubted = false;
        for (int round = 0; round < troubled + 3; round++)
        {
            bool well = round >= troubled;
            SinkOrder order = well ? SinkOrder.Well : SinkOrder.Random(random);
            sink.Order = () => order;
            // Each time as if the program had just been started.
            last = await TryAsync(
                folder,
                clock,
                account,
                mail,
                For(order, mailbox?.Edge ?? Secure),
                well || random.Next(3) > 0 ? 0 : random.Next(1, 14),
                result
            );
            doubted |= last is SendResult.Uncertain;
            await sink.QuietAsync();
            clock.Advance(TimeSpan.FromDays(1));
        }

        result.Doubted += doubted ? 1 : 0;
        Judge(seed, last, sink, mail, mailbox is not null, result);
    }

    private static async Task<SendResult?> TryAsync(
        string folder,
        TimeProvider clock,
        MailAccount account,
        AppealMail mail,
        MailEdge edge,
        int crashAt,
        SeedResult result
    )
    {
        int points = 0;
        var outbox = new Outbox(
            folder,
            clock,
            null,
            _ =>
            {
                if (++points == crashAt)
                {
                    throw new CrashException();
                }
            }
        );
        try
        {
            result.Tries++;
            return await new MailSender(clock, edge).SendAsync(outbox, account, mail, null, CancellationToken.None);
        }
        catch (CrashException)
        {
            result.Crashes++;
            return null;
        }
    }

    private static void Judge(int seed, SendResult? last, SmtpSink sink, AppealMail mail, bool tells, SeedResult result)
    {
        int kept = sink.Kept.Count;
        (bool right, string said) = last switch
        {
            SendResult.Sent => (kept == 1, "sent"),
            SendResult.NotSent => (kept == 0, "not sent"),
            SendResult.Uncertain => (kept <= 1 && !tells, "uncertain"),
            _ => (false, "nothing"),
        };
        result.Sent += last is SendResult.Sent ? 1 : 0;
        result.NotSent += last is SendResult.NotSent ? 1 : 0;
        result.Uncertain += last is SendResult.Uncertain ? 1 : 0;
        bool exact = sink.Kept.All(bytes => bytes.AsSpan().SequenceEqual(mail.Bytes.Span));
        if (!right || !exact)
        {
            string history = string.Join(" > ", last?.Mail.History.Select(one => one.State.ToString()) ?? []);
            result.Faults.Add($"seed {seed}: said {said}, {kept} arrived{(exact ? "" : ", changed")}: {history}");
        }
    }
}

/// <summary>A mailbox that a provider stores what was sent into.</summary>
/// <param name="Server">Where it is looked into.</param>
/// <param name="Edge">How it is reached.</param>
/// <param name="Store">Puts a mail into its Sent folder.</param>
internal sealed record StoringMailbox(MailServer Server, MailEdge Edge, Action<byte[]> Store)
{
    public static StoringMailbox Of(DovecotServer dovecot) =>
        new(
            dovecot.Server,
            SeedRun.Edge with
            {
                PlainOnLoopback = _ => false,
                AlsoTrusted = dovecot.Certificate,
            },
            mail => dovecot.Store(".Sent", mail)
        );
}
