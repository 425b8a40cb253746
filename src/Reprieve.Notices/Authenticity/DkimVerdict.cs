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
internal sealed record SignatureReading(string Domain, SignatureState State, string Why);
