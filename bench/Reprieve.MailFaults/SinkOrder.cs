namespace Reprieve.MailFaults;

/// <summary>Where in the talk something happens.</summary>
internal enum SinkStep
{
    /// <summary>TLS is set up.</summary>
    Handshake,
    Greeting,
    Ehlo,
    Auth,
    Mail,
    Rcpt,
    Data,

    /// <summary>In the middle of the mail: only a cut makes sense.</summary>
    Body,

    /// <summary>The mail's end has come.</summary>
    Dot,

    /// <summary>The answer to the mail is out.</summary>
    Reply,
    Nowhere,
}

/// <summary>What happens there.</summary>
internal enum SinkFault
{
    /// <summary>The connection ends without a word.</summary>
    Cut,

    /// <summary>An answer 4xx; while TLS is set up, words that are not encrypted.</summary>
    Later,

    /// <summary>An answer 5xx; while TLS is set up, a certificate that nobody trusts.</summary>
    Never,

    /// <summary>An answer 4xx, and the connection ends at once.</summary>
    LaterAndCut,

    /// <summary>An answer 5xx, and the connection ends at once.</summary>
    NeverAndCut,

    /// <summary>No answer, and the connection stays.</summary>
    Silent,

    /// <summary>All is well, but slow.</summary>
    Slow,
}

/// <summary>What the sink is told to do in one talk.</summary>
/// <param name="At">Where.</param>
/// <param name="Fault">What.</param>
/// <param name="Keeps">Whether a mail whose end came is kept although it is not said.</param>
internal sealed record SinkOrder(SinkStep At, SinkFault Fault, bool Keeps)
{
    public static SinkOrder Well { get; } = new(SinkStep.Nowhere, SinkFault.Cut, Keeps: true);

    public static SinkOrder Random(Random random)
    {
        var at = (SinkStep)random.Next((int)SinkStep.Nowhere + 1);
        var fault = (SinkFault)random.Next((int)SinkFault.Slow + 1);
        if (at is SinkStep.Body or SinkStep.Reply)
        {
            fault = SinkFault.Cut;
        }

        return new SinkOrder(at, fault, Keeps: random.Next(2) == 0);
    }
}
