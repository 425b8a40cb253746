namespace Reprieve.Practices.Standing;

/// <summary>A word of the page that is known, where it stands.</summary>
/// <param name="Code">What a label is of; null for what is no label of a field.</param>
internal readonly record struct PageWord(PageWordKind Kind, string? Code, int At, int End);

/// <summary>What a word of the page is for.</summary>
internal enum PageWordKind
{
    /// <summary>The label of a field.</summary>
    Label,

    /// <summary>The label of something else.</summary>
    Other,

    /// <summary>Orders that the seller ships.</summary>
    Merchant,

    /// <summary>Orders that Amazon ships.</summary>
    Amazon,

    /// <summary>There is no value.</summary>
    None,
}
