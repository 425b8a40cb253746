namespace Reprieve.Server.Design;

/// <summary>How much a button stands out.</summary>
public enum ButtonKind
{
    /// <summary>The next right action; one a page.</summary>
    Primary,

    /// <summary>Everything else.</summary>
    Secondary,

    /// <summary>Beside others, hardly needed.</summary>
    Quiet,

    /// <summary>Takes something away for good.</summary>
    Danger,
}
