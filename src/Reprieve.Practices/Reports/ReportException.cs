namespace Reprieve.Practices.Reports;

/// <summary>A file as a whole cannot be read; the message says why and what to do, in the screen's language.</summary>
public sealed class ReportException(string message) : Exception(message);
