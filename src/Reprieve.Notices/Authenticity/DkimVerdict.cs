namespace Reprieve.Notices;

/// <summary>What one signature of a mail is worth.</summary>
internal enum SignatureState
{
    /// <summary>It is valid and covers the whole mail.</summary>
    Valid,

    /// <summary>It is valid for a part of the body only (l=).</summary>
    Partial,

    /// <summary>The key is there and the signature does not fit it.</summary>
    Failed,

    /// <summary>It verifies nothing: no key, a revoked or weak one, expired, or not readable.</summary>
    Nothing,
}

/// <summary>A signature with the domain that made it.</summary>
/// <param name="Domain">The signing domain (d=).</param>
/// <param name="State">What it is worth.</param>
/// <param name="Why">The sentence that says so, as a key of Texts.</param>
/// <param name="Key">The record it was held against; null when it was not.</param>
/// <param name="FromTheFuture">It states a time (t=) after the mail's delivery.</param>
internal sealed record SignatureReading(
    string Domain,
    SignatureState State,
    string Why,
    UsedKey? Key = null,
    bool FromTheFuture = false
);

/// <summary>What all signatures of a mail come to.</summary>
internal enum SignatureSummary
{
    /// <summary>Nothing can be said.</summary>
    Nothing,

    /// <summary>A valid aligned signature of an Amazon domain.</summary>
    Genuine,

    /// <summary>The best of Amazon's covers only the beginning of the mail.</summary>
    Partial,

    /// <summary>A valid signature, but of somebody else.</summary>
    Foreign,

    /// <summary>Amazon's signature does not fit, although its key is there.</summary>
    Failed,
}
