using System.Text;
using CsCheck;
using Reprieve.Amazon.Notifications;
using Reprieve.Testing;

namespace Reprieve.Amazon.Tests.Notifications;

public sealed class NotificationReaderTests
{
    [Fact]
    public void Reads_an_account_status_in_small_letters()
    {
        Notification read = Read(SomeNotifications.AccountStatus("n-1", "NORMAL", "AT_RISK"));

        read.Id.ShouldBe("n-1");
        read.Type.ShouldBe("ACCOUNT_STATUS_CHANGED");
        read.PayloadVersion.ShouldBe("2021-01-01");
        read.SubscriptionId.ShouldBe("sub-1");
        read.ApplicationId.ShouldBe("app-1");
        read.EventTime.ShouldBe(new DateTimeOffset(2026, 9, 1, 10, 20, 30, 284, TimeSpan.Zero));
        read.PublishTime.ShouldBe(new DateTimeOffset(2026, 9, 1, 10, 23, 0, TimeSpan.Zero));
        read.Payload.ShouldBe(new NotificationPayload.AccountStatusChanged("NORMAL", "AT_RISK"));
    }

    [Fact]
    public void Reads_listing_issues_in_capitals()
    {
        Notification read = Read(SomeNotifications.ListingIssues("n-2", "SKU-7"));

        NotificationPayload.ListingIssuesChanged told =
            read.Payload.ShouldBeOfType<NotificationPayload.ListingIssuesChanged>();
        told.Listing.ShouldBe(new NotifiedListing("AEXAMPLE", "ATVPDKIKX0DER", "B0EXAMPLE1", "SKU-7"));
        told.Severities.ShouldBe(["ERROR", "SOMETHING_NEW"]);
        told.Enforcements.ShouldBe(["LISTING_SUPPRESSED"]);
    }

    [Theory]
    [InlineData("LISTINGS_ITEM_STATUS_CHANGE")]
    [InlineData("LISTINGS_ITEM_STATUS_CHANGED")]
    public void Reads_a_listing_status_under_both_names_of_its_type(string type)
    {
        string body = SomeNotifications.Capitals(
            "n-3",
            type,
            """{"SellerId":"AEXAMPLE","MarketplaceId":"A1PA6795UKMFR9","Asin":"B0EXAMPLE1","Sku":"S","Status":["DELETED"]}"""
        );

        NotificationPayload.ListingStatusChanged told = Read(body)
            .Payload.ShouldBeOfType<NotificationPayload.ListingStatusChanged>();
        told.Statuses.ShouldBe(["DELETED"]);
    }

    [Fact]
    public void Reads_an_order_without_what_tells_of_the_buyer()
    {
        Notification read = Read(SomeNotifications.Order("n-4", "111-1111111-1111111"));

        NotificationPayload.OrderChanged told = read.Payload.ShouldBeOfType<NotificationPayload.OrderChanged>();
        told.OrderId.ShouldBe("111-1111111-1111111");
        told.SellerId.ShouldBe("AEXAMPLE");
        told.MarketplaceId.ShouldBe("ATVPDKIKX0DER");
        told.Status.ShouldBe("Unshipped");
        told.Change.ShouldBe("BuyerRequestedChange");
        told.Fulfillment.ShouldBe("MFN");
        told.ChangedAt.ShouldBe(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));
        told.ShipBy.ShouldBe(new DateTimeOffset(2026, 9, 3, 6, 59, 59, TimeSpan.Zero));
        told.DeliverBy.ShouldBe(new DateTimeOffset(2026, 9, 9, 6, 59, 59, TimeSpan.Zero));
        read.ToString().ShouldNotContain(SomeNotifications.PostalCode);
    }

    [Fact]
    public void Reads_a_finished_report()
    {
        Read(SomeNotifications.Report("n-5", "R1"))
            .Payload.ShouldBe(
                new NotificationPayload.ReportFinished(
                    "R1",
                    "AEXAMPLE",
                    "GET_V2_SELLER_PERFORMANCE_REPORT",
                    "DONE",
                    "doc-1"
                )
            );
    }

    [Fact]
    public void Unwraps_what_EventBridge_and_SNS_wrap()
    {
        string body = SomeNotifications.ListingIssues("n-6", "SKU-7");
        string bridged = SomeNotifications.InEventBridge(body);
        string published = SomeNotifications.InSns(bridged);

        Read(bridged).Id.ShouldBe("n-6");
        Read(SomeNotifications.InSns(body)).Id.ShouldBe("n-6");
        Read(published).Payload.ShouldBeOfType<NotificationPayload.ListingIssuesChanged>();
    }

    [Fact]
    public void Keeps_a_type_that_it_does_not_know_as_another()
    {
        Notification read = Read(SomeNotifications.Capitals("n-7", "PRICING_HEALTH", "[1, 2]"));

        read.Type.ShouldBe("PRICING_HEALTH");
        read.Payload.ShouldBeOfType<NotificationPayload.Other>();
    }

    [Theory]
    [InlineData("ACCOUNT_STATUS_CHANGED")]
    [InlineData("LISTINGS_ITEM_ISSUES_CHANGE")]
    [InlineData("ORDER_CHANGE")]
    [InlineData("REPORT_PROCESSING_FINISHED")]
    public void Keeps_a_known_type_with_an_unknown_payload_as_another(string type)
    {
        foreach (string payload in new[] { "{}", "null", "7", """{"somethingNew": {"a": [1]}}""" })
        {
            Read(SomeNotifications.Capitals("n-8", type, payload))
                .Payload.ShouldBeOfType<NotificationPayload.Other>(payload);
        }
    }

    [Fact]
    public void Knows_what_has_no_id_by_its_content()
    {
        string one = """{"notificationType":"PRICING_HEALTH","payload":{"a":1}}""";
        string other = """{"notificationType":"PRICING_HEALTH","payload":{"a":2}}""";

        Read(one).Id.ShouldBe(Read(one).Id);
        Read(one).Id.ShouldNotBe(Read(other).Id);
    }

    [Theory]
    [InlineData("2026-09-01T10:20:30Z", 10, 20, 30)]
    [InlineData("2026-09-01T10:20:30.000", 10, 20, 30)]
    [InlineData("2026-09-01T12:20:30+02:00", 10, 20, 30)]
    public void Reads_times_as_UTC_whatever_their_form(string text, int hour, int minute, int second)
    {
        Read($$"""{"notificationType":"X","eventTime":"{{text}}"}""")
            .EventTime.ShouldBe(new DateTimeOffset(2026, 9, 1, hour, minute, second, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("\"10:20\"")]
    [InlineData("1756722030284")]
    [InlineData("\"9999-99-99T99:99:99Z\"")]
    [InlineData("{}")]
    public void Leaves_a_time_open_that_it_cannot_read(string value)
    {
        Read($$"""{"notificationType":"X","eventTime":{{value}}}""").EventTime.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"notificationType":""}""")]
    [InlineData("""{"notificationType":{"a":1}}""")]
    [InlineData("""{"detail":{"detail":{"detail":{"detail":{"detail":{"notificationType":"X"}}}}}}""")]
    [InlineData("""{"Message":"{\"Message\":"}""")]
    [InlineData("""{"notificationType":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public void Says_why_a_message_is_no_notification(string body)
    {
        NotificationReading read = NotificationReader.Read(body);

        read.Notification.ShouldBeNull();
        read.Fault.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Refuses_what_is_too_long_or_too_deep()
    {
        string padding = new('x', NotificationReader.MostBytes);
        string wide = new('中', NotificationReader.MostBytes / 3);
        string deep = new string('[', 100_000) + new string(']', 100_000);

        NotificationReader.Read($$"""{"notificationType":"X","a":"{{padding}}"}""").Fault.ShouldNotBeNull();
        NotificationReader.Read($$"""{"notificationType":"X","a":"{{wide}}"}""").Fault.ShouldNotBeNull();
        NotificationReader.Read($$"""{"notificationType":"X","a":{{deep}}}""").Fault.ShouldNotBeNull();
    }

    [Fact]
    public void Takes_any_text()
    {
        string[] seeds =
        [
            SomeNotifications.AccountStatus("n", "A", "B"),
            SomeNotifications.InSns(SomeNotifications.InEventBridge(SomeNotifications.ListingIssues("n", "s"))),
            SomeNotifications.Order("n", "o"),
        ];
        Gen.Select(Gen.Int[0, seeds.Length - 1], Gen.Int[0, 2_000], Gen.Int[0, 60], Gen.String[0, 20])
            .Sample(
                (seed, at, length, piece) =>
                {
                    string text = seeds[seed];
                    at = Math.Min(at, text.Length);
                    string cut = text.Remove(at, Math.Min(length, text.Length - at)).Insert(at, piece);
                    NotificationReading read = NotificationReader.Read(cut);
                    return (read.Notification is null) != (read.Fault is null);
                },
                iter: 5_000
            );
    }

    [Fact]
    public void Reads_the_fixtures()
    {
        string folder = Path.Combine(Repository.Root, "tests/Reprieve.Amazon.Tests/Notifications/Fixtures");

        Directory
            .GetFiles(folder)
            .Select(file => Read(File.ReadAllText(file)).Type)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe([.. SomeNotifications.Known, "PRICING_HEALTH"], ignoreOrder: true);
    }

    [Fact]
    public void Reads_every_example_of_Amazons()
    {
        string folder = Path.Combine(Repository.Root, "..", "shared", "amazon", "notification-examples");
        Assert.SkipUnless(Directory.Exists(folder), "Amazon's examples are not here");
        string[] files = Directory.GetFiles(folder, "*.json");

        files.ShouldNotBeEmpty();
        foreach (string file in files)
        {
            string body = File.ReadAllText(file, Encoding.UTF8);
            string type = Path.GetFileName(file).Split('.')[0];
            Notification read = Read(body);
            read.Type.ShouldBe(type, file);
            body.ShouldContain($"\"{read.Id}\"");
            read.EventTime.ShouldNotBeNull(file);
            read.PublishTime.ShouldNotBeNull(file);
            (read.Payload is NotificationPayload.Other).ShouldBe(!SomeNotifications.Known.Contains(type), file);
        }
    }

    private static Notification Read(string body)
    {
        NotificationReading read = NotificationReader.Read(body);
        read.Fault.ShouldBeNull();
        return read.Notification.ShouldNotBeNull();
    }
}
