namespace Reprieve.Responses.Interview;

/// <summary>The file of answers cannot be used: what is wrong, in which line, and what to do, in the screen's language.</summary>
public sealed class AnswerFileException(string message, int? line = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The line, from 1; null when the file as a whole is meant.</summary>
    public int? Line { get; } = line;
}
