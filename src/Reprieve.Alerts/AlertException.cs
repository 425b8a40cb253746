namespace Reprieve.Alerts;

/// <summary>An alert cannot be made or kept: what is wrong and what to do, in the screen's language.</summary>
public sealed class AlertException : Exception
{
    public AlertException(string message)
        : base(message) { }

    public AlertException(string message, Exception cause)
        : base(message, cause) { }
}
