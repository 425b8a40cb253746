namespace Reprieve.Notices;

/// <summary>Where DKIM keys are looked up: a file of records, or DNS.</summary>
public interface IDkimKeys
{
    /// <summary>The TXT record of <c>selector._domainkey.domain</c>, or null when that name does not exist.</summary>
    string? Find(string selector, string domain);
}
