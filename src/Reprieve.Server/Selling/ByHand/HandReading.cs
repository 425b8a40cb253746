using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices.Reports;
using Reprieve.Practices.Standing;

namespace Reprieve.Server.Selling.ByHand;

/// <summary>What was read of a page that somebody gave, for that person to look over.</summary>
/// <param name="Values">What was found.</param>
/// <param name="From">What it was read from, in the screen's language.</param>
/// <param name="Report">Amazon's own report, where that was given: nothing has to be looked over then.</param>
internal sealed record HandReading(IReadOnlyList<HealthValue> Values, string From, byte[]? Report = null)
{
    /// <summary>Reads a text that was pasted.</summary>
    /// <exception cref="ReportException">It is too long.</exception>
    public static HandReading OfText(string text, string store, KnowledgeBase knowledge) =>
        new(HealthPage.Read(text, store, knowledge), Say.Get("Hand_from_paste"));

    /// <summary>Reads a saved page, a text, a picture, or Amazon's report.</summary>
    /// <param name="name">The name of the file.</param>
    /// <exception cref="ReportException">It cannot be read; in words.</exception>
    public static HandReading OfFile(string name, byte[] content, string store, KnowledgeBase knowledge)
    {
        if (content.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..])
        {
            return new HandReading([], name, content);
        }

        using var stream = new MemoryStream(content, writable: false);
        ReadResult? read = MessageReader.ReadStream(stream, name).FirstOrDefault();
        return read?.Message is { } message
            ? new HandReading(
                HealthPage.Read(message.Text, store, knowledge),
                Say.Get(message.FromPicture ? "Hand_from_picture" : "Hand_from_file", name)
            )
            : throw new ReportException(read?.Error ?? Say.Get("Hand_unread", name));
    }
}
