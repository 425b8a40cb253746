using System.Globalization;
using System.Text.Json;
using Reprieve.AmazonStandIn;

namespace Reprieve.Tests.Selling;

/// <summary>A connection is tried, and what step 2 needs comes by it as it would by hand.</summary>
public sealed class ConnectTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-connect-").FullName;
    private readonly SimulatedTime _time = new(Now);
    private readonly SellerAccount _seller = SyntheticAccount.Make(3, 900, Now);
    private readonly StandIn _standIn;

    public ConnectTests()
    {
        _standIn = new StandIn(_time);
        _standIn.AddApp("our-app", "our-secret");
        _standIn.AddAccount(_seller);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_a_folder_it_says_what_the_application_may_ask()
    {
        _seller.Roles.Remove("Finance and Accounting");
        CommandRun run = Connect("--seller-id", _seller.SellerId);
        run.ExitCode.ShouldBe(1);
        run.Out.ShouldBe(
            """
            amazon.com           the account sells here
            ✓ Orders                 allowed (role: Inventory and Order Tracking)
            ✗ Claims, chargebacks    Amazon denies listFinancialEvents (Unauthorized: Access
                                     to requested resource is denied.). The application
                                     needs the role “Finance and Accounting”: in Seller
                                     Central, under Apps and Services > Develop Apps, edit
                                     the application, tick the role, and authorize it again
                                     for a new refresh token. If it has the role, the
                                     account may be closed to applications; then work from
                                     files.
            ✓ Listings               allowed (role: Product Listing)

            """
        );
        _standIn.Reports.ShouldBeEmpty();
    }

    [Fact]
    public void With_a_folder_it_downloads_and_says_what_comes_next()
    {
        CommandRun run = Connect(_folder, "--seller-id", _seller.SellerId);
        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("reprieve review");
        CommandRun review = CommandRun.At(_time.GetUtcNow(), "review", _folder, "--json");
        review.ExitCode.ShouldBe(0);
        using JsonDocument json = JsonDocument.Parse(review.Out);
        json.RootElement.GetProperty("unreadable").GetArrayLength().ShouldBe(0);
        json.RootElement.GetProperty("listings")
            .EnumerateArray()
            .Select(finding => finding.GetProperty("rule").GetString())
            .Where(rule => rule!.StartsWith("amazon.", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(["amazon.issue", "amazon.suppressed"]);
        string[] kept = [.. Directory.GetFiles(Path.Combine(_folder, "amazon", "kept")).Select(Path.GetFileName)!];
        kept.Order(StringComparer.Ordinal)
            .ShouldBe([
                "account-health-history-amazon.com.jsonl",
                "get-flat-file-all-orders-data-by-last-update-general-2026-10-28.txt",
                "review-topics-amazon.com.trends.txt",
                "review-topics-amazon.com.txt",
            ]);
    }

    [Fact]
    public void The_metrics_of_what_was_pulled_are_those_of_the_account_s_own_files()
    {
        Connect(_folder).ExitCode.ShouldBe(0);
        string own = Path.Combine(_folder, "own");
        Directory.CreateDirectory(own);
        foreach (string file in Directory.GetFiles(Path.Combine(_folder, "amazon")))
        {
            string name = Path.GetFileName(file);
            if (
                !name.Contains("-of-", StringComparison.Ordinal) && !name.StartsWith("claims", StringComparison.Ordinal)
            )
            {
                File.Copy(file, Path.Combine(own, name));
            }
        }

        WriteTables(own);
        string pulled = Metrics(Path.Combine(_folder, "amazon"));
        pulled.ShouldBe(Metrics(own));
        foreach (string metric in new[] { "order_defect_rate", "late_shipment_rate_30d", "valid_tracking_rate" })
        {
            pulled.ShouldContain(metric);
        }

        pulled.Split('\n').Count(line => !line.Contains("no_data", StringComparison.Ordinal)).ShouldBeGreaterThan(8);
    }

    [Fact]
    public void Cases_at_Seller_Support_come_only_when_they_are_asked_for()
    {
        Connect(_folder, "--support-cases").ExitCode.ShouldBe(0);
        File.ReadLines(Path.Combine(_folder, "amazon", "kept", "support-cases.txt"))
            .Count()
            .ShouldBe(1 + _seller.Data.Cases.Count);
    }

    [Fact]
    public void Orders_by_last_update_beside_those_by_date_count_once()
    {
        Connect(_folder).ExitCode.ShouldBe(0);
        string amazon = Path.Combine(_folder, "amazon");
        string before = Metrics(amazon);
        string changed = Directory.GetFiles(Path.Combine(amazon, "kept"), "*by-last-update*").ShouldHaveSingleItem();
        File.Copy(changed, Path.Combine(amazon, "changed.txt"));
        Metrics(amazon).ShouldBe(before);
    }

    [Fact]
    public void What_programs_read_names_stores_rights_and_files()
    {
        CommandRun run = Connect(_folder, "--json");
        using JsonDocument json = JsonDocument.Parse(run.Out);
        json.RootElement.GetProperty("stores")[0].GetProperty("code").GetString().ShouldBe("amazon.com");
        json.RootElement.GetProperty("rights").GetArrayLength().ShouldBe(2);
        json.RootElement.GetProperty("pull").GetProperty("files").GetArrayLength().ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("our-app", "wrong", "copy both anew")]
    [InlineData("nobody", "our-secret", "copy both anew")]
    public void A_wrong_secret_is_said_in_words(string client, string secret, string says)
    {
        CommandRun run = CommandRun.Selling(
            _time,
            _standIn.Handler,
            (secret, _seller.RefreshTokens[0]),
            "connect",
            "--region",
            "na",
            "--client-id",
            client
        );
        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain(says);
        (run.Out + run.Error).ShouldNotContain(secret);
    }

    [Theory]
    [InlineData("--client-id our-app", "--region")]
    [InlineData("--region na", "--client-id")]
    [InlineData("--region na --client-id our-app", "REPRIEVE_AMAZON_CLIENT_SECRET")]
    [InlineData("--region na --client-id our-app --offline", "--offline")]
    public void What_is_missing_is_named(string options, string says)
    {
        CommandRun run = CommandRun.Selling(_time, _standIn.Handler, null, ["connect", .. options.Split(' ')]);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(says);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_before_anything_is_made()
    {
        CommandRun run = Connect(Path.Combine(_folder, "nowhere"));
        run.ExitCode.ShouldBe(3);
        _standIn.Reports.ShouldBeEmpty();
    }

    private CommandRun Connect(params string[] args) =>
        CommandRun.Selling(
            _time,
            _standIn.Handler,
            ("our-secret", _seller.RefreshTokens[0]),
            ["connect", .. args, "--region", "na", "--client-id", "our-app"]
        );

    /// <summary>The tables that a seller would fill by hand, from what the account knows.</summary>
    private void WriteTables(string folder)
    {
        File.WriteAllLines(
            Path.Combine(folder, "shipments.csv"),
            [
                "order-id,ship-by,ship-confirmed,carrier,tracking-id,first-scan,deliver-by,delivered,quantity",
                .. from order in _seller.Data.Orders
                where !order.ByAmazon && order.Purchased >= Now.AddDays(-60) && order.Purchased < Now.AddMinutes(-5)
                from parcel in order.Parcels
                let units = order.Lines.Where(line => parcel.ItemIds.Contains(line.ItemId)).Sum(line => line.Quantity)
                select string.Join(
                    ',',
                    order.Id,
                    Time(order.ShipBy!.Latest),
                    Time(parcel.Shipped.AddHours(-2)),
                    parcel.Carrier,
                    parcel.Tracking,
                    Time(parcel.Shipped),
                    Time(order.DeliverBy!.Latest),
                    "",
                    units.ToString(CultureInfo.InvariantCulture)
                ),
            ]
        );
        File.WriteAllLines(
            Path.Combine(folder, "cancellations.csv"),
            [
                "order-id,requested-by",
                .. _seller
                    .Data.Orders.Where(order => !order.ByAmazon && order.CancelledBy is not null)
                    .Where(order => order.Purchased >= Now.AddDays(-60) && order.Purchased < Now.AddMinutes(-5))
                    .Select(order => $"{order.Id},{Who(order)}"),
            ]
        );
        File.WriteAllLines(
            Path.Combine(folder, "claims.csv"),
            [
                "order-id,type,opened,status",
                .. _seller
                    .Data.Claims.Where(claim => claim.Posted >= Now.AddDays(-90))
                    .Select(claim =>
                        $"{claim.OrderId},{(claim.Chargeback ? "chargeback" : "a_to_z")},{Time(claim.Posted)},granted"
                    ),
            ]
        );
    }

    private static string Who(SellerOrder order) =>
        order.BuyerAsked ? "buyer"
        : order.CancelledBy == "MERCHANT" ? "seller"
        : order.CancelledBy == "AMAZON" ? "amazon_auto"
        : "buyer";

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string Metrics(string folder)
    {
        CommandRun run = CommandRun.At(_time.GetUtcNow(), "review", folder, "--json", "--as-of", "2026-11-26");
        run.ExitCode.ShouldBe(0, run.Error);
        using JsonDocument json = JsonDocument.Parse(run.Out);
        return string.Join(
            '\n',
            json.RootElement.GetProperty("metrics")
                .EnumerateArray()
                .Select(metric =>
                    string.Join(
                        ' ',
                        new[] { "code", "program", "value", "numerator", "denominator", "status", "orders" }.Select(
                            name => metric.TryGetProperty(name, out JsonElement value) ? value.GetRawText() : "-"
                        )
                    )
                )
        );
    }
}
