namespace Reprieve.Notices;

/// <summary>Where DKIM keys are looked up: a file of records, the records a case kept, or DNS.</summary>
public interface IDkimKeys
{
    /// <summary>The TXT record of <c>selector._domainkey.domain</c>, that there is none, or that nobody could say.</summary>
    DkimKeyAnswer Find(string selector, string domain);
}

/// <summary>What became of looking for a key.</summary>
public enum DkimKeyState
{
    /// <summary>There is a record.</summary>
    Found,

    /// <summary>The name does not exist, or has no such record.</summary>
    Missing,

    /// <summary>It was asked for, and no answer came.</summary>
    NoAnswer,

    /// <summary>It was not asked for: the network may not be touched.</summary>
    NotAsked,
}

/// <summary>The answer to looking for a key.</summary>
/// <param name="Record">The TXT record, its strings joined; null unless found.</param>
public sealed record DkimKeyAnswer(DkimKeyState State, string? Record)
{
    public static DkimKeyAnswer Missing { get; } = new(DkimKeyState.Missing, null);

    public static DkimKeyAnswer NoAnswer { get; } = new(DkimKeyState.NoAnswer, null);

    public static DkimKeyAnswer NotAsked { get; } = new(DkimKeyState.NotAsked, null);

    public static DkimKeyAnswer Found(string record) => new(DkimKeyState.Found, record);
}

/// <summary>A key record that a verdict rests on. Amazon changes its keys, so the record is kept with the case.</summary>
/// <param name="Name"><c>selector._domainkey.domain</c>, lower case.</param>
/// <param name="Record">The TXT record as it was found.</param>
public sealed record UsedKey(string Name, string Record)
{
    /// <summary>The name under which a key is published.</summary>
    public static string NameOf(string selector, string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return $"{selector}._domainkey.{domain.TrimEnd('.')}".ToLowerInvariant();
    }
}
