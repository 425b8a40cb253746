using System.Globalization;
using System.Text;
using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Writing;

/// <summary>Puts sentences together as plain text, one paragraph or item a line, and keeps where each stands.</summary>
/// <param name="valueOf">What a fact says in the text, and in the mirror.</param>
/// <param name="mirror">Takes each sentence in the seller's language too; null for none.</param>
internal sealed class TextComposer(string language, Func<Fact, string> valueOf, FactBook book, Mirror? mirror)
{
    private readonly StringBuilder _text = new();
    private readonly List<LedgerSentence> _sentences = [];

    public string Text => _text.ToString().TrimEnd() + "\n";

    public IReadOnlyList<LedgerSentence> Sentences => _sentences;

    /// <summary>A line of its own, with an empty line before it unless it is the first.</summary>
    /// <param name="says">Its text in a language.</param>
    public void Heading(string id, Func<string, string> says, string? cause, PlanSection? section)
    {
        Gap();
        Append(id, says(language), [], cause, section);
        mirror?.Add(says(language), says(mirror.Language));
        _text.Append('\n');
    }

    /// <summary>Sentences that run on in one paragraph.</summary>
    public void Paragraph(IEnumerable<Chosen> sentences)
    {
        bool first = true;
        foreach (Chosen sentence in sentences)
        {
            _text.Append(first || NoSpaces(language) ? "" : " ");
            Append(sentence);
            first = false;
        }

        _text.Append(first ? "" : "\n");
    }

    /// <summary>Numbered items; a sentence that continues stands in the item before it.</summary>
    public void Items(IEnumerable<Chosen> sentences)
    {
        int number = 0;
        foreach (Chosen sentence in sentences)
        {
            if (sentence.Sentence.Continues && number > 0)
            {
                _text.Append(NoSpaces(language) ? "" : " ");
            }
            else
            {
                number++;
                _text.Append(number > 1 ? "\n" : "").Append(CultureInfo.InvariantCulture, $"{number}. ");
            }

            Append(sentence);
        }

        _text.Append(number > 0 ? "\n" : "");
    }

    public void Gap()
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }
    }

    /// <summary>A value may end in a full stop of its own ("5 p.m.", "Co., Ltd."); the sentence does not get a second one.</summary>
    public static string Render(Chosen sentence, string language, Func<string, string> valueOf)
    {
        string text = Words.Capital(
            Template.Fill(sentence.Sentence.Say.In(language), name => valueOf(Template.OfItem(name, sentence.Item)))
        );
        return text.EndsWith("..", StringComparison.Ordinal) ? text[..^1] : text;
    }

    /// <summary>Whether sentences of a language follow each other without a space.</summary>
    public static bool NoSpaces(string language) =>
        language.StartsWith("zh", StringComparison.Ordinal) || language == "ja";

    private void Append(Chosen sentence)
    {
        string text = Render(sentence, language, id => valueOf(book.Find(id)!));
        Append(sentence.Id, text, sentence.Facts, sentence.Cause, sentence.Section);
        // A fact that cannot be said in the seller's language (a free text) stands as it is sent.
        mirror?.Add(text, Render(sentence, mirror.Language, id => valueOf(mirror.Book.Find(id) ?? book.Find(id)!)));
    }

    private void Append(string id, string text, IReadOnlyList<string> facts, string? cause, PlanSection? section)
    {
        _sentences.Add(new LedgerSentence(id, text, facts, cause, section, _text.Length, text.Length));
        _text.Append(text);
    }
}
