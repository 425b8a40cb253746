using System.Text;
using System.Text.Json;

namespace Reprieve.Notices;

/// <summary>Reads a <c>.jsonl</c>: a message a line, with <c>id</c>, <c>text</c>, and optionally <c>subject</c> and <c>lang</c>.</summary>
internal static class JsonLines
{
    public static IEnumerable<ReadResult> Read(Stream stream, string source)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        int number = 0;
        while (Line(reader) is { } line)
        {
            number++;
            if (line.Length > MessageReader.MaxBytes)
            {
                yield return new ReadResult($"{source}#{number}", null, MessageReader.TooLarge($"{source}#{number}"));
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, source, number);
            }
        }
    }

    /// <summary>The next line; of a line that is too long only as much as shows that it is.</summary>
    private static string? Line(StreamReader reader)
    {
        if (reader.Peek() < 0)
        {
            return null;
        }

        var line = new StringBuilder();
        int c;
        while ((c = reader.Read()) >= 0 && c != '\n')
        {
            if (line.Length <= MessageReader.MaxBytes)
            {
                line.Append((char)c);
            }
        }

        return line.ToString().TrimEnd('\r');
    }

    private static ReadResult Parse(string line, string source, int number)
    {
        string at = $"{source}#{number}";
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object || Text(json.RootElement, "text") is not { } text)
            {
                return new ReadResult(at, null, Say.Texts.Get("Read_LineWithoutText", at));
            }

            return new ReadResult(
                at,
                new Message
                {
                    Source = source,
                    Id = Id(json.RootElement),
                    Subject = Text(json.RootElement, "subject"),
                    Text = text,
                    DeclaredLanguage = Text(json.RootElement, "lang"),
                    Sha256 = Bounded.Sha256(Encoding.UTF8.GetBytes(line)),
                },
                null
            );
        }
        catch (JsonException)
        {
            return new ReadResult(at, null, Say.Texts.Get("Read_LineNoJson", at));
        }
    }

    private static string? Id(JsonElement line) =>
        !line.TryGetProperty("id", out JsonElement id) || id.ValueKind == JsonValueKind.Null ? null
        : id.ValueKind == JsonValueKind.String ? id.GetString()
        : id.GetRawText();

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
