namespace Reprieve.Alerts;

/// <summary>An alert as a mail.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Language">The channel's language, in which what becomes of it is said.</param>
public sealed record AlertMail(string To, string Subject, string Text, string Language);

/// <summary>Sends alerts from a mailbox that others know of.</summary>
public interface IAlertMail
{
    /// <summary>Sends, and says what became of it; throws only when it is cancelled.</summary>
    Task<AlertResult> SendAsync(AlertMail mail, CancellationToken cancel);
}
