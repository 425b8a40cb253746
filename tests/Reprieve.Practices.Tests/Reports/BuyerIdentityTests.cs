using System.Collections;
using System.Reflection;
using Reprieve.Practices.Reports;
using static Reprieve.Practices.Tests.CaseFolder;

namespace Reprieve.Practices.Tests.Reports;

/// <summary>Who bought is dropped as the rows are read.</summary>
public sealed class BuyerIdentityTests
{
    private const string Buyer = "ZZBUYERZZ";

    /// <summary>Columns of Amazon's reports that name a buyer, or where one lives.</summary>
    private static readonly string[] Identity =
    [
        "buyer-email",
        "buyer-name",
        "buyer-phone-number",
        "recipient-name",
        "ship-address-1",
        "ship-address-2",
        "ship-address-3",
        "ship-city",
        "ship-postal-code",
        "ship-phone-number",
        "gift-message-text",
        "buyer-company-name",
        "buyer-tax-registration-id",
        "Rater Email",
        "Reviewer Name",
        "delivery-instructions",
    ];

    public static TheoryData<string, string> Files() =>
        new()
        {
            { OrderHeader, Order(Id(1), "2026-08-01") },
            { ShipmentHeader, $"{Id(1)}\t2026-09-03\t2026-09-02\tUPS\t1Z1\t2026-09-02\t2026-09-12\t\t" },
            { ClaimHeader, $"{Id(1)}\ta_to_z\t2026-08-10\tgranted" },
            { "Date\tRating\tComments\tYour Response\tOrder ID", $"2026-08-10\t1\tlate\t\t{Id(1)}" },
            { "order-id\torder-item-id\tBuyer Requested Cancel", $"{Id(1)}\t1\ttrue" },
            { "order-id\tdefect-type", $"{Id(1)}\tNegative feedback" },
            { "Order ID\tReturn request date\tA-to-Z Claim", $"{Id(1)}\t2026-08-10\tY" },
            { "asin\trating\treview-text\treview-date", "B0C7QK3M9P\t1\tBroke\t2026-08-10" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_of_the_buyer_is_in_any_record(string header, string row)
    {
        string ending = string.Concat(Identity.Select(_ => $"\t{Buyer}@example.com"));
        using CaseFolder folder = new CaseFolder().With(
            "report.txt",
            header + string.Concat(Identity.Select(name => "\t" + name)),
            row + ending,
            // A rejected row is named by its reason, never by its content.
            "broken" + row[3..] + ending
        );
        var imports = new Imports(bytes: 0);
        new ReportFile(
            ReportSource.OfFile(Path.Combine(folder.Path, "report.txt"), "report.txt"),
            TableFormats.BuiltIn
        ).ReadInto(imports, (_, _) => { }, TestContext.Current.CancellationToken);
        imports.Files.ShouldHaveSingleItem().Rows.ShouldBe(2);
        Texts(imports, []).ShouldNotContain(text => text.Contains(Buyer, StringComparison.OrdinalIgnoreCase));
        Texts(imports, []).ShouldContain(text => text.Contains("report.txt"));
        ReviewJson.Serialize(folder.Review()).ShouldNotContain(Buyer);
    }

    /// <summary>Every text that can be reached from an object of ours.</summary>
    private static IEnumerable<string> Texts(object? value, HashSet<object> seen)
    {
        if (value is string text)
        {
            return [text];
        }

        if (value is null || value.GetType().IsPrimitive || !(value.GetType().IsValueType || seen.Add(value)))
        {
            return [];
        }

        return value is IEnumerable list ? list.Cast<object?>().SelectMany(item => Texts(item, seen))
            : value.GetType().Namespace?.StartsWith("Reprieve", StringComparison.Ordinal) == true
            || value.GetType().Namespace == "System.Collections.Generic"
                ? value
                    .GetType()
                    .GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                    .SelectMany(field => Texts(field.GetValue(value), seen))
            : [];
    }
}
