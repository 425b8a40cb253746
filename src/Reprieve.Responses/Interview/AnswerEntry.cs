using System.Globalization;
using System.Text;
using Reprieve.Knowledge;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Interview;

/// <summary>A question as it is written into <c>answers.yaml</c>, for a person to fill in.</summary>
internal static class AnswerEntry
{
    /// <summary>The head of a new file.</summary>
    public static string Skeleton()
    {
        var text = new StringBuilder();
        foreach (string line in Say.Texts.Get("answers.head").Split('\n', StringSplitOptions.TrimEntries))
        {
            text.Append("# ").Append(line).Append('\n');
        }

        return text.Append("seller:\n  store:\n  legalName:\n  legalNameEnglish:\n  address:\n  email:\n").ToString();
    }

    /// <summary>The entry in a block list.</summary>
    public static string Block(Question question, int indent)
    {
        string pad = new(' ', indent + 2);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n{new string(' ', indent)}- id: {question.Id}\n");
        foreach (string hint in Hints(question))
        {
            text.Append(CultureInfo.InvariantCulture, $"{pad}# {hint}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{pad}why: {Quoted(new OpenQuestion(question, null).Why)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{pad}value:\n{pad}by:\n{pad}date:\n{pad}documents: []\n");
        return text.ToString();
    }

    /// <summary>The entry in a list in brackets.</summary>
    public static string Flow(Question question) =>
        $$"""{id: {{question.Id}}, why: {{Quoted(new OpenQuestion(question, null).Why)}}, value: ""}""";

    private static IEnumerable<string> Hints(Question question)
    {
        string language = UserTexts.Language;
        string optional = question.Optional ? " " + Say.Texts.Get("answers.optional") : "";
        yield return OneLine(question.Ask.In(language)) + optional;
        foreach (Choice choice in question.Choices)
        {
            yield return $"  {choice.Code} = {OneLine(choice.FirstLabel(language))}";
        }

        string hint = Say.Texts.Get("answers.hint." + question.Slot.Code());
        if (hint.Length > 0)
        {
            yield return hint;
        }
    }

    private static string Quoted(string text) =>
        "\""
        + OneLine(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        + "\"";

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
