using System.Text.Json;
using NJsonSchema;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests;

public sealed class ReviewJsonTests
{
    [Fact]
    public async Task What_is_printed_is_valid_by_the_schema()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(
            Path.Combine(Repository.Root, "schemas", "review.schema.json"),
            TestContext.Current.CancellationToken
        );
        using CaseFolder folder = Troubled();
        string json = ReviewJson.Serialize(folder.Review());
        schema.Validate(json).Select(error => error.ToString()).ShouldBeEmpty();
        using JsonDocument printed = JsonDocument.Parse(json);
        foreach (
            string list in (string[])
                ["files", "metrics", "drivers", "listings", "unreadable", "forecast", "voices", "repairs", "trend"]
        )
        {
            printed.RootElement.GetProperty(list).GetArrayLength().ShouldBeGreaterThan(0, list);
        }
    }

    [Fact]
    public async Task The_schema_refuses_what_is_no_review()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(
            Path.Combine(Repository.Root, "schemas", "review.schema.json"),
            TestContext.Current.CancellationToken
        );
        using CaseFolder folder = Troubled();
        string json = ReviewJson.Serialize(folder.Review());
        schema.Validate(json.Replace("\"missed\"", "\"bad\"", StringComparison.Ordinal)).ShouldNotBeEmpty();
        schema.Validate(json.Replace("\"assumed\"", "\"guessed\"", StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Names_and_numbers_are_those_of_the_contract()
    {
        using CaseFolder folder = Troubled();
        using JsonDocument json = JsonDocument.Parse(ReviewJson.Serialize(folder.Review()));
        JsonElement metric = json.RootElement.GetProperty("metrics")[0];
        metric.GetProperty("code").GetString().ShouldBe("order_defect_rate");
        metric.GetProperty("program").GetString().ShouldBe("merchant");
        metric.GetProperty("value").GetRawText().ShouldBe("0.07");
        metric.GetProperty("condition").GetString().ShouldBe("less_than");
        metric.GetProperty("window").GetRawText().ShouldBe("""{"from":"2026-07-19","to":"2026-09-16","days":60}""");
        json.RootElement.GetProperty("listings")[0]
            .GetRawText()
            .ShouldBe(
                """{"sku":"S1","asin":"B000000001","rule":"authenticity.counterfeit_tells","severity":"high","evidence":{"field":"item-name","quote":"Replica"}}"""
            );
        json.RootElement.TryGetProperty("rejected", out _).ShouldBeFalse();
    }

    private static CaseFolder Troubled() =>
        new CaseFolder()
            .Orders(
                Enumerable.Range(1, 100).Select(n => Order(Id(n), "2026-08-01", sku: n <= 10 ? "BAD" : $"S{n % 7}"))
            )
            .Claims(Enumerable.Range(1, 7).Select(n => $"{Id(n)}\ta_to_z\t2026-08-10\tgranted"))
            .Feedback($"2026-08-10\t1\tArrived broken\t\t{Id(1)}\t")
            .With(
                "listings.txt",
                "seller-sku\titem-name\tlisting-id\tasin1",
                "S1\tReplica watch, \u9632\u6c34\tL1\tB000000001"
            )
            .WithText("holiday.jpg.txt", "no report at all");
}
