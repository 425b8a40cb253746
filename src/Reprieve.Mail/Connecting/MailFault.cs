using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using Reprieve.Knowledge;

namespace Reprieve.Mail.Connecting;

/// <summary>A fault of a connection in words.</summary>
/// <param name="Sentence">What is wrong and what to do.</param>
/// <param name="Retry">Whether waiting may help, or somebody has to put something right.</param>
internal sealed record MailFault(string Sentence, Retry Retry)
{
    /// <summary>
    /// Words of servers that refuse for now, in part, any case. The codes of RFC 5530 that would tell (UNAVAILABLE, LIMIT,
    /// INUSE) are often left out, and the mail library hands on only the words beside them.
    /// </summary>
    private static readonly string[] ForNow =
    [
        "too many",
        "temporar",
        "try again",
        "throttl",
        "bandwidth",
        "rate limit",
        "limit exceeded",
    ];

    /// <summary>Whether an exception is a fault of connection, server or network, and none of ours.</summary>
    public static bool IsOne(Exception fault) =>
        fault
            is IOException
                or SocketException
                or OperationCanceledException
                or MailException
                or ProtocolException
                or CommandException
                or AuthenticationException
                or SslHandshakeException
                or NotSupportedException
                or ServiceNotAuthenticatedException
                or ServiceNotConnectedException
                or FolderNotFoundException
                or FolderNotOpenException;

    /// <summary>Whether a server refuses for now only because too much was asked of it, or something of its own is down.</summary>
    public static bool IsThrottling(Exception fault) =>
        fault is CommandException or AuthenticationException && Says(ForNow, fault.Message);

    /// <summary>Tells what an exception means.</summary>
    public static MailFault Of(Exception fault, MailServer server, MailAccount account, string? certificate)
    {
        string name = $"{server.Host}:{server.Port}";
        return fault switch
        {
            _ when certificate is not null => new(certificate, Retry.WhenPutRight),
            MailException { InnerException: HttpRequestException } => new(fault.Message, Retry.Later),
            MailException => new(fault.Message, Retry.WhenPutRight),
            AuthenticationException => SignIn(fault, account, name),
            CommandException when Says(account.Provider.SaysSwitchedOff, fault.Message) => Off(fault, account),
            ImapCommandException when IsThrottling(fault) => Throttled(fault, name),
            SmtpCommandException smtp => new(
                Say.Texts.Get("Server_Says", name, $"{(int)smtp.StatusCode} {smtp.Message}"),
                Retry.Later
            ),
            ImapCommandException => new(Say.Texts.Get("Server_Says", name, fault.Message), Retry.Later),
            SslHandshakeException => new(Say.Texts.Get("Tls_Failed", name, Reason(fault)), Retry.WhenPutRight),
            NotSupportedException => new(Say.Texts.Get("Tls_Missing", name), Retry.WhenPutRight),
            SocketException
            {
                SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
            } => new(Say.Texts.Get("No_Such_Host", server.Host), Retry.Later),
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new(
                Say.Texts.Get("Nobody_Listens", name),
                Retry.Later
            ),
            OperationCanceledException or TimeoutException => new(Say.Texts.Get("Timed_Out", name), Retry.Later),
            _ => new(Say.Texts.Get("Broken_Off", name, Reason(fault)), Retry.Later),
        };
    }

    private static MailFault SignIn(Exception fault, MailAccount account, string name)
    {
        MailProvider provider = account.Provider;
        if (Says(provider.SaysSwitchedOff, fault.Message))
        {
            return Off(fault, account);
        }

        string words = fault.Message;
        bool code =
            account.Secret is MailSecret.Password
            && (Says(provider.SaysAppCodeNeeded, words) || !provider.SignIn.Contains(MailSignIn.Password));
        string steps = string.Join(' ', provider.AppCodeSteps.Select(step => step.In(UserTexts.Language)));
        return code && steps.Length == 0 ? new(Say.Texts.Get("OAuth_Needed", Name(provider), words), Retry.WhenPutRight)
            : code ? new(Say.Texts.Get("App_Code_Needed", Name(provider), words, steps), Retry.WhenPutRight)
            : IsThrottling(fault) ? Throttled(fault, name)
            : account.Secret is MailSecret.OAuth
                ? new(Say.Texts.Get("OAuth_Mailbox_Refused", name, account.SignsInAs, words), Retry.WhenPutRight)
            : new(Say.Texts.Get("Sign_In_Refused", name, account.SignsInAs, words), Retry.WhenPutRight);
    }

    private static MailFault Throttled(Exception fault, string name) =>
        new(Say.Texts.Get("Watch_Throttled", name, fault.Message), Retry.Later);

    private static MailFault Off(Exception fault, MailAccount account) =>
        new(Say.Texts.Get("Switched_Off", Name(account.Provider), fault.Message), Retry.WhenPutRight);

    private static string Name(MailProvider provider) => provider.Name.In(UserTexts.Language);

    private static bool Says(IEnumerable<string> words, string said) =>
        words.Any(word => said.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Reason(Exception fault) => (fault.InnerException ?? fault).Message.ReplaceLineEndings(" ");
}
