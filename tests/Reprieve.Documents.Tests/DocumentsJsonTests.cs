using NJsonSchema;

namespace Reprieve.Documents.Tests;

public sealed class DocumentsJsonTests
{
    private static async Task<ICollection<NJsonSchema.Validation.ValidationError>> Faults(string json)
    {
        string file = Path.Combine(AppContext.BaseDirectory, "documents.schema.json");
        return (await JsonSchema.FromFileAsync(file)).Validate(json);
    }

    [Fact]
    public async Task What_is_written_matches_the_schema()
    {
        DocumentContext context = new() { NoticeDate = new DateOnly(2028, 1, 1), LegalNames = ["Somebody Else Ltd"] };
        string json = DocumentsJson.Serialize([
            Invoices.LabelsAbove().Read(context),
            Invoices.Chinese().Read(context),
            Reader.Read([0xFF, 0xD8, 0xFF, 0xE0, 0, 0], "scan.jpg"),
        ]);

        (await Faults(json)).ShouldBeEmpty();
        json.ShouldNotContain('\n');
        json.ShouldContain("\"kind\":\"invoice\"");
        json.ShouldContain("\"date\":\"2026-03-14\"");
        json.ShouldContain("宁波明井家居用品有限公司");
    }

    [Theory]
    [InlineData("\"kind\":\"invoice\"", "\"kind\":\"Invoice\"")]
    [InlineData("\"date\":\"2026-03-14\"", "\"date\":\"14.03.2026\"")]
    [InlineData("\"hasText\":true", "\"text\":true")]
    public async Task The_schema_refuses_another_form(string ours, string other) =>
        (
            await Faults(
                DocumentsJson.Serialize([Invoices.LabelsAbove().Read()]).Replace(ours, other, StringComparison.Ordinal)
            )
        ).ShouldNotBeEmpty();
}
