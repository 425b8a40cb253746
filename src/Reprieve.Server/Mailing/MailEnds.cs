using Reprieve.Mail;

namespace Reprieve.Server.Mailing;

/// <summary>How mail servers are reached.</summary>
/// <param name="Sender">
/// Makes a sender that is told of refresh tokens that were renewed; null where the network may not be used. Tests give one for this
/// machine.
/// </param>
internal sealed record MailEnds(Func<TimeProvider, Action<MailSecret.OAuth>, MailSender>? Sender)
{
    /// <summary>Ends sign-ins at providers; asked only where there is a sender.</summary>
    public OAuthSignIn SignIn { get; init; } = new();

    /// <summary>No server at all.</summary>
    public static MailEnds None { get; } = new((Func<TimeProvider, Action<MailSecret.OAuth>, MailSender>?)null);

    /// <summary>The servers of the world.</summary>
    public static MailEnds World { get; } = new((clock, renewed) => new MailSender(clock) { Renewed = renewed });
}
