namespace Reprieve.Server.Design;

/// <summary>How far a step of the case is.</summary>
public enum StepState
{
    /// <summary>Can be begun, or will be.</summary>
    Open,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Something in it needs the seller.</summary>
    Attention,

    /// <summary>Somebody else is at it; nothing to do.</summary>
    Waiting,
}

/// <summary>A step of the case.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="State">How far it is.</param>
/// <param name="Href">Where it leads; null while it cannot be opened.</param>
/// <param name="Current">Whether the page shows it.</param>
/// <param name="Note">A few words in place of the state's own ("4 questions").</param>
public sealed record Step(string Name, StepState State, string? Href, bool Current = false, string? Note = null)
{
    internal string Class => State.ToString().ToLowerInvariant();

    internal string Words => Note ?? Say.Get("design_step_" + Class);
}
