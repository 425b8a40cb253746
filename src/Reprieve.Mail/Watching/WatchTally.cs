namespace Reprieve.Mail.Watching;

/// <summary>What a look brought so far.</summary>
internal sealed class WatchTally
{
    public int Taken { get; set; }

    public List<PassedOver> PassedOver { get; } = [];
}

/// <summary>The taker failed, which is no fault of the mailbox.</summary>
internal sealed class TakingException(Exception cause) : Exception(cause.Message, cause);
