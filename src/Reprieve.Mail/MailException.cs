namespace Reprieve.Mail;

/// <summary>A mail cannot be made, kept or sent: what is wrong and what to do, in the screen's language.</summary>
public sealed class MailException : Exception
{
    public MailException(string message)
        : base(message) { }

    public MailException(string message, Exception cause)
        : base(message, cause) { }
}
