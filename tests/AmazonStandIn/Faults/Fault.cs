namespace Reprieve.AmazonStandIn;

/// <summary>What can go wrong with a call.</summary>
public enum Fault
{
    /// <summary>All goes well.</summary>
    None,

    /// <summary>429, whatever the bucket holds.</summary>
    QuotaExceeded,

    /// <summary>500.</summary>
    InternalError,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>The connection is cut and the request was never taken.</summary>
    CutBefore,

    /// <summary>The request took effect, and the connection is cut before the answer.</summary>
    CutAfter,

    /// <summary>The body takes a minute to come.</summary>
    SlowBody,

    /// <summary>Tokens only: it ends after five minutes, though the answer says an hour.</summary>
    ShortToken,

    /// <summary>Documents only: the link is no longer good.</summary>
    ExpiredLink,

    /// <summary>Documents only: half of the bytes, as if they were all.</summary>
    Truncated,

    /// <summary>Documents only: the header names another charset than the text is in.</summary>
    WrongCharset,

    /// <summary>Documents only: the header names no charset.</summary>
    NoCharset,

    /// <summary>Reports only: it stays in progress for ever.</summary>
    HungReport,

    /// <summary>Queries only: it ends in FATAL, with a document that says why.</summary>
    FailedQuery,

    /// <summary>Queries only: it is cancelled before it begins.</summary>
    CancelledQuery,
}
