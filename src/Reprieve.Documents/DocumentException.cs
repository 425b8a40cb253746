namespace Reprieve.Documents;

/// <summary>A paper cannot be read; the message says why and what to do, in the screen's language.</summary>
public sealed class DocumentException(string message, Exception? inner = null) : Exception(message, inner);
