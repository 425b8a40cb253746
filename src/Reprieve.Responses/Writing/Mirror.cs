using System.Text;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Writing;

/// <summary>
/// The answer once more, sentence by sentence, in the seller's own language: to be read beside it, never sent.
/// </summary>
/// <param name="language">The screen's language.</param>
/// <param name="book">The facts of the case in it.</param>
internal sealed class Mirror(string language, FactBook book)
{
    private readonly StringBuilder _text = new(Say.Texts.Get("mirror.title") + "\n");

    public string Language => language;

    public FactBook Book => book;

    public string Text => _text.ToString();

    /// <summary>A sentence as it is sent, and below it what it says.</summary>
    public void Add(string sent, string says) =>
        _text.Append('\n').Append(sent).Append("\n    ").Append(says).Append('\n');
}
