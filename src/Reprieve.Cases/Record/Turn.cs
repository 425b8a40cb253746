namespace Reprieve.Cases;

/// <summary>Who has to do something next in a case.</summary>
public enum Turn
{
    /// <summary>It is over, or there is nothing to send.</summary>
    Nobody,

    /// <summary>The seller has questions to answer.</summary>
    Client,

    /// <summary>Whoever prepares the answer.</summary>
    Us,

    /// <summary>It was sent.</summary>
    Amazon,
}
