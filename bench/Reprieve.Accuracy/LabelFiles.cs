using System.Text.Json;
using System.Text.Json.Nodes;
using Reprieve.Notices;

namespace Reprieve.Accuracy;

/// <summary>Labelled notices from a .jsonl (id, text, kind, reason, response_modes, ground …) or from a folder of fixtures.</summary>
internal static class LabelFiles
{
    public static IEnumerable<LabelledNotice> Load(string path) =>
        Directory.Exists(path) ? Fixtures(path) : Lines(path);

    private static IEnumerable<LabelledNotice> Lines(string path) =>
        File.ReadLines(path)
            .Where(line => line.Length > 0)
            .Select(line => Labels(JsonNode.Parse(line)!.AsObject(), path));

    private static LabelledNotice Labels(JsonObject line, string path) =>
        new()
        {
            Id = Text(line, "id") ?? "?",
            Message = new Message
            {
                Source = path,
                Id = Text(line, "id"),
                Subject = Text(line, "subject"),
                Text = Text(line, "text") ?? throw new JsonException($"{path}: a line has no text"),
                Sha256 = "",
            },
            Language = Text(line, "lang"),
            Era = Text(line, "era"),
            Kind = Text(line, "kind") ?? throw new JsonException($"{path}: a line has no kind"),
            Reason = Text(line, "reason") is { } reason and not ("unknown" or "none" or "") ? reason : null,
            ResponseModes = List(line, "response_modes"),
            Ground = Text(line, "ground"),
        };

    private static IEnumerable<LabelledNotice> Fixtures(string folder)
    {
        foreach (string file in Directory.GetFiles(folder, "expected.json", SearchOption.AllDirectories).Order())
        {
            string at = Path.GetDirectoryName(file)!;
            JsonObject expected = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            yield return new LabelledNotice
            {
                Id = Path.GetFileName(at),
                Message =
                    MessageReader.Read(Directory.GetFiles(at, "message.*").Single()).Single().Message
                    ?? throw new InvalidDataException($"{at}: the message cannot be read"),
                Language = Text(expected, "language"),
                Kind = Text(expected, "kind")!,
                Reason = List(expected, "reasons") is [var first, ..] ? first : null,
                ResponseModes = [Text(expected, "responseMode")!],
                Ground = Text(expected, "ground"),
                Expected = expected,
            };
        }
    }

    private static string? Text(JsonObject from, string name) => from[name]?.GetValue<string>();

    private static IReadOnlyList<string> List(JsonObject from, string name) =>
        from[name] is JsonArray items ? [.. items.Select(item => item!.GetValue<string>())] : [];
}
