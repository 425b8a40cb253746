namespace Reprieve.Amazon;

/// <summary>Amazon could not be asked, or refused: what is wrong and what to do, in the screen's language.</summary>
public sealed class AmazonException : Exception
{
    public AmazonException(string message)
        : base(message) { }

    public AmazonException(string message, Exception? cause)
        : base(message, cause) { }

    /// <summary>Whether it may pass by itself; otherwise somebody has to put something right first.</summary>
    public bool Passes { get; init; }

    /// <summary>Amazon's HTTP status; null where there was no answer.</summary>
    internal int? Status { get; init; }
}
