namespace Reprieve.Wording;

/// <summary>No language model can be asked: what is wrong with the settings and what to do, in the screen's language.</summary>
public sealed class WordingException(string message) : Exception(message);
