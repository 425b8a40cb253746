using System.Globalization;
using System.Text;

namespace Reprieve.Appeals.Packing;

/// <summary>
/// Builds a page that reads well as plain text too. What comes from outside (a mail, a file name) goes through
/// <see cref="Passage.Quote"/>: as code it can be neither a link nor markup.
/// </summary>
internal sealed class Markdown
{
    private readonly StringBuilder _text = new();

    public Markdown Title(string text) => Block("# " + text);

    public Markdown Section(string text) => Block("## " + text);

    public Markdown SubSection(string text) => Block("### " + text);

    public Markdown Paragraph(string text) => Block(text);

    public Markdown Items(IEnumerable<string> items) => Lines(items.Select(item => "- " + item));

    public Markdown Steps(IEnumerable<string> steps) =>
        Lines(steps.Select((step, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {step}")));

    /// <summary>Text to be copied, letter by letter.</summary>
    public Markdown ToCopy(params IEnumerable<string> lines) => Block($"```text\n{string.Join('\n', lines)}\n```");

    public override string ToString() => _text.ToString();

    /// <summary>The page as a file's content: UTF-8 without a byte order mark.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    private Markdown Lines(IEnumerable<string> lines)
    {
        string block = string.Join('\n', lines);
        return block.Length == 0 ? this : Block(block);
    }

    private Markdown Block(string text)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(text).Append('\n');
        return this;
    }
}
