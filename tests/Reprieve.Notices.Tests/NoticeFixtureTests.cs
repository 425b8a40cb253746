using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using Reprieve.Knowledge;

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
        Shown(Read(name)).ToJsonString(Indented).ShouldBe(wanted.ToJsonString(Indented));
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

    /// <summary>Everything but offsets and confidence, in a form that is easy to write and to compare.</summary>
    internal static JsonObject Shown(Diagnosis read) =>
        new()
        {
            ["language"] = read.Language,
            ["marketplace"] = read.Marketplace,
            ["kind"] = read.Kind.Code(),
            ["ground"] = read.Ground?.Code(),
            ["accountStatus"] = read.AccountStatus.Code(),
            ["reasons"] = List(read.Reasons.Select(r => r.Code)),
            ["responseMode"] = read.ResponseMode.Code(),
            ["asks"] = List(read.Asks.Select(a => a.What)),
            ["requestGrid"] = List(read.RequestGrid.Select(c => $"{c.Cause ?? "-"}: {c.Section.Code()}")),
            ["deadlines"] = List(
                read.Deadlines.Select(d =>
                    FormattableString.Invariant(
                        $"{d.For}: '{d.Quote}' {d.Amount}{d.Unit} {d.Due:yyyy-MM-dd'T'HH:mm:sszzz}"
                    )
                )
            ),
            ["asins"] = List(read.Asins),
            ["orderIds"] = List(read.OrderIds),
            ["complaintIds"] = List(read.ComplaintIds),
            ["route"] = $"{read.Route.Channel.Code()} {read.Route.Address}".Trim(),
            ["decision"] = read.Decision?.Code(),
            ["verdict"] = read.Authenticity.Verdict.Code(),
            ["checks"] = List(read.Authenticity.Checks.Select(c => $"{c.Name}: {c.Result}")),
        };

    private static JsonArray List(IEnumerable<string> items) => [.. items.Select(item => JsonValue.Create(item))];
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
