namespace Reprieve.Responses.Checking;

/// <summary>A file that cannot be read as a text to check. The message says what, where and what to do, in the screen's language.</summary>
public sealed class PlanTextException : Exception
{
    /// <summary>Makes one from its message.</summary>
    public PlanTextException(string message)
        : base(message) { }

    /// <summary>Makes one from its message and what was behind it.</summary>
    public PlanTextException(string message, Exception inner)
        : base(message, inner) { }
}
