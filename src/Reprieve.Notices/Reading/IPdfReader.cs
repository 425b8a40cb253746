namespace Reprieve.Notices;

/// <summary>
/// Takes the text out of a PDF that was saved from a mail or a page. What reads papers can do that, and stands above
/// this project; whoever calls <see cref="MessageReader"/> hands it in.
/// </summary>
public interface IPdfReader
{
    /// <summary>The text, or why there is none; never throws on what the file holds.</summary>
    PdfReading Read(byte[] pdf);
}

/// <summary>What a PDF gave.</summary>
/// <param name="Text">Its text; null when it has none.</param>
/// <param name="Error">Why it has none, in a sentence; null to say so in general words.</param>
public sealed record PdfReading(string? Text, string? Error);
