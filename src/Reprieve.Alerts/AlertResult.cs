namespace Reprieve.Alerts;

/// <summary>What became of one message to a channel.</summary>
public abstract record AlertResult
{
    private AlertResult() { }

    /// <summary>The service says that it took it.</summary>
    public sealed record Sent : AlertResult;

    /// <summary>It will not be taken until a person changes something.</summary>
    /// <param name="Words">What is wrong and what to do, in the channel's language; never the address or the secret.</param>
    public sealed record Refused(string Words) : AlertResult;

    /// <summary>It may be taken later; it may even have been taken, where the answer was lost.</summary>
    /// <param name="After">How long to wait at least; null where the service does not say.</param>
    /// <param name="Words">Why, in the channel's language.</param>
    public sealed record Later(TimeSpan? After, string Words) : AlertResult;
}
