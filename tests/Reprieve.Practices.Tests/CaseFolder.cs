using System.Globalization;
using System.Text;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Practices.Tests;

/// <summary>A case folder in a temporary place, filled by a test and reviewed as the command does.</summary>
internal sealed class CaseFolder : IDisposable
{
    public const string OrderHeader =
        "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\tship-service-level\tsku\tasin\titem-status\tquantity\tship-state\tship-country";

    public const string ShipmentHeader =
        "order-id\tship-by\tship-confirmed\tcarrier\ttracking-id\tfirst-scan\tdeliver-by\tdelivered\tquantity";

    public const string ClaimHeader = "order-id\ttype\topened\tstatus";

    private readonly List<string> _files = [];

    public string Path { get; } = Directory.CreateTempSubdirectory("reprieve-practices-").FullName;

    /// <summary>The nth invented order id.</summary>
    public static string Id(int n) => string.Create(CultureInfo.InvariantCulture, $"111-{n:D7}-{n * 7:D7}");

    /// <summary>A line of an all-orders report.</summary>
    public static string Order(
        string id,
        string purchased,
        string status = "Shipped",
        string channel = "Merchant",
        string store = "Amazon.com",
        string? updated = null,
        string sku = "SKU-1",
        string asin = "B000000001",
        string itemStatus = "Shipped",
        string quantity = "1",
        string service = "Standard"
    ) =>
        string.Join(
            '\t',
            id,
            purchased,
            updated ?? purchased,
            status,
            channel,
            store,
            service,
            sku,
            asin,
            itemStatus,
            quantity,
            "CA",
            "US"
        );

    public CaseFolder With(string file, string header, params IEnumerable<string> rows) =>
        WithText(file, string.Join('\n', rows.Prepend(header)) + "\n");

    public CaseFolder WithText(string file, string text, Encoding? encoding = null) =>
        WithBytes(file, (encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public CaseFolder WithBytes(string file, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);
        _files.Add(file);
        return this;
    }

    public CaseFolder Orders(params IEnumerable<string> rows) => With("orders.txt", OrderHeader, rows);

    public CaseFolder Feedback(params IEnumerable<string> rows) =>
        With("feedback.txt", "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email", rows);

    public CaseFolder Claims(params IEnumerable<string> rows) => With("claims.txt", ClaimHeader, rows);

    public CaseFolder Shipments(params IEnumerable<string> rows) => With("shipments.txt", ShipmentHeader, rows);

    public CaseFolder Cancellations(params IEnumerable<string> rows) =>
        With("cancellations.txt", "order-id\trequested-by", rows);

    public Review Review(
        string? asOf = "2026-09-30",
        string? marketplace = null,
        Diagnosis? notice = null,
        bool hashed = false,
        params IReadOnlyList<string> reversed
    ) =>
        new PracticeReviewer(KnowledgeLoader.BuiltIn).Review(
            Request(asOf, marketplace, notice) with
            {
                Hashed = hashed,
                Reversed = reversed,
            }
        );

    public ReviewRequest Request(string? asOf = null, string? marketplace = null, Diagnosis? notice = null) =>
        new()
        {
            Folder = Path,
            Files = _files,
            AsOf = asOf is null ? null : DateOnly.Parse(asOf, CultureInfo.InvariantCulture),
            Marketplace = marketplace,
            Notice = notice,
        };

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>Short ways to ask a review.</summary>
internal static class ReviewQuestions
{
    public static MetricResult Of(this Review review, string code, Fulfilment program = Fulfilment.Merchant) =>
        review.Metric(code, program).ShouldNotBeNull();

    /// <summary>Numerator and denominator as "1/2".</summary>
    public static string Rate(this Review review, string code, Fulfilment program = Fulfilment.Merchant) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{review.Of(code, program).Numerator}/{review.Of(code, program).Denominator}"
        );
}
