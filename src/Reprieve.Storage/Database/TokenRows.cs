namespace Reprieve.Storage.Database;

/// <summary>What a program asks by in the place of a person. Times are Unix milliseconds.</summary>
internal sealed class TokenRow
{
    /// <summary>SHA-256 of the token.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Names the token in lists without telling it.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose place the program takes; all zeros for the one on this machine.</summary>
    public Guid PersonId { get; set; }

    /// <summary>The only client it reaches; all zeros for all that the person sees.</summary>
    public Guid ClientId { get; set; }

    public required string Name { get; set; }

    /// <summary>Code of what it opens; null for what programs ask for.</summary>
    public string? Use { get; set; }

    public long Created { get; set; }

    public long? Seen { get; set; }

    public long Until { get; set; }
}

/// <summary>What a program was answered to a request that it may send again. The time is in Unix milliseconds.</summary>
internal sealed class ReplyRow
{
    public Guid TokenId { get; set; }

    /// <summary>The program's own name for the request.</summary>
    public required string Key { get; set; }

    /// <summary>SHA-256 of what was asked.</summary>
    public required string Request { get; set; }

    public long At { get; set; }

    /// <summary>Null while it is being answered, or when that never came to an end.</summary>
    public int? Status { get; set; }

    public string? Type { get; set; }

    public string? Location { get; set; }

    public byte[]? Body { get; set; }
}
