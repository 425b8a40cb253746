using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Reprieve.Notices.Tests;

/// <summary>Invented notices, a folder each: the message, and all that it says in expected.json.</summary>
public sealed class NoticeFixtureTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Cases =>
        [
            .. Directory
                .GetDirectories(Path.Combine(Some.Fixtures, "Notices"))
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_notice_is_read_as_expected(string name)
    {
        JsonNode wanted = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(name), "expected.json")))!;
        ShownDiagnosis.Of(Read(name)).ToJsonString(Indented).ShouldBe(wanted.ToJsonString(Indented));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_quote_is_its_slice(string name)
    {
        Diagnosis read = Read(name);
        foreach (Evidence evidence in EvidenceOf.All(read))
        {
            string text = evidence.In == "subject" ? read.Subject! : read.Text!;
            text.Substring(evidence.Start, evidence.Length).ShouldBe(evidence.Quote);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_json_fits_the_schema(string name)
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(
            Path.Combine(AppContext.BaseDirectory, "schemas", "diagnosis.schema.json"),
            TestContext.Current.CancellationToken
        );
        string json = DiagnosisJson.Serialize(Read(name), withText: true);
        json.ShouldNotContain("\n");
        schema.Validate(json).ShouldBeEmpty();
    }

    private static string Folder(string name) => Path.Combine(Some.Fixtures, "Notices", name);

    internal static Diagnosis Read(string name) =>
        Some.Reader.Read(MessageReader.Read(Directory.GetFiles(Folder(name), "message.*").Single()).Single().Message!);
}

/// <summary>Every passage a diagnosis quotes.</summary>
internal static class EvidenceOf
{
    public static IEnumerable<Evidence> All(Diagnosis read) =>
        read
            .Reasons.SelectMany(r => r.Evidence)
            .Concat(read.Asks.Select(a => a.Evidence))
            .Concat(read.RequestGrid.Select(c => c.Evidence))
            .Concat(read.Deadlines.Select(d => d.Evidence))
            .Concat(read.Route.Evidence is { } route ? [route] : []);
}
