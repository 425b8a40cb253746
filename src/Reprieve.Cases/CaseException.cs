namespace Reprieve.Cases;

/// <summary>A case folder cannot be used; the message says what, where and what to do, in the screen's language.</summary>
public sealed class CaseException(string message, Exception? inner = null) : Exception(message, inner);
