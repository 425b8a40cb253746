namespace Reprieve.Notices;

/// <summary>What can be said of a message's origin, for the contract and for the decision on its kind.</summary>
internal sealed record OriginReading
{
    public required Authenticity Authenticity { get; init; }

    /// <summary>Whether it is a fraud: its content is one, or the sender poses as Amazon.</summary>
    public required bool LooksLikeFraud { get; init; }

    /// <summary>The share of such findings that are right.</summary>
    public double FraudConfidence { get; init; }

    /// <summary>Whether Amazon is named in it at all, or sent it.</summary>
    public required bool NamesAmazon { get; init; }

    /// <summary>The store whose domain sent it; null when none did.</summary>
    public string? SenderStore { get; init; }
}
