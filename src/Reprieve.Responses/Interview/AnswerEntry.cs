using System.Globalization;
using System.Text;
using Reprieve.Knowledge;

namespace Reprieve.Responses.Interview;

/// <summary>A question as it is written into <c>answers.yaml</c>, for a person to fill in.</summary>
internal static class AnswerEntry
{
    /// <summary>The field of an entry that takes the answers before it back.</summary>
    public const string TakenBack = "takenBack";

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
    /// <param name="given">What is put down at once; null leaves it open.</param>
    public static string Block(Question question, int indent, GivenAnswer? given)
    {
        string pad = new(' ', indent + 2);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n{new string(' ', indent)}- id: {question.Id}\n");
        foreach (string hint in Hints(question))
        {
            text.Append(CultureInfo.InvariantCulture, $"{pad}# {hint}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{pad}why: {Quoted(new OpenQuestion(question, null).Why)}\n");
        foreach ((string field, string value) in Fields(given ?? GivenAnswer.None))
        {
            text.Append(CultureInfo.InvariantCulture, $"{pad}{field}:{(value.Length > 0 ? " " : "")}{value}\n");
        }

        return text.ToString();
    }

    /// <summary>The entry in a list in brackets.</summary>
    public static string Flow(Question question, GivenAnswer? given)
    {
        IEnumerable<(string Field, string Value)> fields = Fields(given ?? GivenAnswer.None)
            .Where(field => field.Value.Length > 0);
        string rest = string.Concat(fields.Select(field => $", {field.Field}: {field.Value}"));
        return $$"""{id: {{question.Id}}, why: {{Quoted(new OpenQuestion(question, null).Why)}}{{rest}}}""";
    }

    /// <summary>The fields a person fills in, as they are written; an empty one is still open.</summary>
    public static IEnumerable<(string Field, string Value)> Fields(GivenAnswer given)
    {
        yield return ("value", given.Values.Count == 1 ? Quoted(given.Values[0]) : List(given.Values, empty: ""));
        yield return ("by", given.By is { } by ? Quoted(by) : "");
        yield return ("date", given.Date is { } day ? day.ToString("O", CultureInfo.InvariantCulture) : "");
        yield return ("documents", List(given.Documents, empty: "[]"));
        if (given.IsTakenBack)
        {
            yield return (TakenBack, "yes");
        }

        if (given.Translation is var (language, text))
        {
            yield return ("translations", $"{{{language}: {Quoted(text)}}}");
        }
    }

    private static string List(IReadOnlyList<string> items, string empty) =>
        items.Count == 0 ? empty : $"[{string.Join(", ", items.Select(Quoted))}]";

    private static IEnumerable<string> Hints(Question question)
    {
        var shown = new OpenQuestion(question, null);
        string optional = question.Optional ? " " + Say.Texts.Get("answers.optional") : "";
        yield return OneLine(shown.Ask) + optional;
        foreach ((string code, string label) in shown.Choices)
        {
            yield return $"  {code} = {OneLine(label)}";
        }

        if (shown.How.Length > 0)
        {
            yield return shown.How;
        }
    }

    private static string Quoted(string text) =>
        "\""
        + OneLine(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        + "\"";

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
