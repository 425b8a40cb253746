namespace Reprieve.Appeals;

/// <summary>
/// A package could not be written. The message says in the screen's language what, where and what to do;
/// the output folder is as it was before.
/// </summary>
public sealed class AppealException : Exception
{
    internal AppealException(string message, Exception? cause = null)
        : base(message, cause) { }
}
