namespace Reprieve.Notices;

/// <summary>One input, read or not.</summary>
/// <param name="Source">Its path, <c>path#n</c>, or <c>-</c>.</param>
/// <param name="Message">The message, or null when it could not be read or is none.</param>
/// <param name="Error">Why it could not be read, in a sentence that says what to do; null when it was, or is no message.</param>
public sealed record ReadResult(string Source, Message? Message, string? Error)
{
    /// <summary>Whether it is something else than a message (a report, a key file) and was passed over in a folder.</summary>
    public bool PassedOver => Message is null && Error is null;
}
