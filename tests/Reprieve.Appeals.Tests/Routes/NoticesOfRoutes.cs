using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests.Routes;

/// <summary>For each way a notice that leads to it, as a seller may get one. All invented.</summary>
internal static class NoticesOfRoutes
{
    /// <summary>By route code. A way for somebody else is shown by the page of another notice.</summary>
    public static IReadOnlyDictionary<string, Diagnosis> All { get; } =
        new Dictionary<string, Diagnosis>(StringComparer.Ordinal)
        {
            ["account_health"] = Diagnoses.LateShipment,
            ["account_health_view_appeal"] = Diagnoses.MoreInformation,
            ["performance_notifications"] = Named(
                Diagnoses.LateShipment,
                RouteChannel.PerformanceNotifications,
                "click the Appeal button next to this notification"
            ) with
            {
                Marketplace = "amazon.co.uk",
            },
            ["listing_appeal"] = Listing("restricted_product", "these products are not allowed on our site"),
            ["ip_complaint_appeal"] = Complaint,
            ["rights_owner_retraction"] = Complaint,
            ["valid_tracking_appeal"] = Listing("valid_tracking", "your valid tracking rate in Home is below 95%"),
            ["compliance_request"] = Listing("product_compliance_docs", "upload the required compliance documents"),
            ["verification_upload"] = Of(
                NoticeKind.VerificationRequest,
                "identity_verification",
                "verify your identity"
            ) with
            {
                Marketplace = "amazon.de",
                Ground = Ground.Verification,
                ResponseMode = ResponseMode.Documents,
            },
            ["funds_mailbox"] = Mail("disbursement-appeals@amazon.com") with
            {
                Kind = NoticeKind.FundsHold,
                Reasons = [],
            },
            ["valid_tracking_mailbox"] = Mail("op-pso-vtr-appeals@amazon.com") with
            {
                Reasons = [new StatedReason("valid_tracking", 0.9, [Diagnoses.Quote("valid tracking rate")])],
            },
            ["seller_performance_mailbox"] = Mail("seller-performance@amazon.com") with
            {
                Marketplace = "amazon.co.jp",
            },
            ["named_mailbox"] = Mail("case-team@amazon.example"),
            ["reply_to_message"] = Named(Diagnoses.LateShipment, RouteChannel.Reply, "reply to this message") with
            {
                Thread = new MailThread("<n1@amazon.example>", [], "seller-performance-reply@amazon.example"),
            },
            ["report_forgery"] = Diagnoses.Forged,
        };

    private static Diagnosis Complaint =>
        Listing("ip_trademark", "a rights owner has told us") with
        {
            ComplaintIds = ["1234567890"],
            ResponseMode = ResponseMode.Dispute,
        };

    private static Diagnosis Listing(string reason, string quote) =>
        Of(NoticeKind.ListingRemoval, reason, quote) with
        {
            Ground = Ground.Policy,
            AccountStatus = AccountStatus.Active,
            Asins = ["B0EXAMPLE1"],
            Route = new StatedRoute(
                RouteChannel.AccountHealth,
                null,
                Diagnoses.Quote("go to your Account Health page")
            ),
        };

    private static Diagnosis Of(NoticeKind kind, string reason, string quote) =>
        Diagnoses.LateShipment with
        {
            Kind = kind,
            Reasons = [new StatedReason(reason, 0.9, [Diagnoses.Quote(quote)])],
            Route = new StatedRoute(RouteChannel.Unknown, null, null),
        };

    private static Diagnosis Mail(string address) =>
        Diagnoses.LateShipment with
        {
            Route = new StatedRoute(RouteChannel.Email, address, Diagnoses.Quote($"send it to {address}")),
        };

    private static Diagnosis Named(Diagnosis notice, RouteChannel channel, string quote) =>
        notice with
        {
            Route = new StatedRoute(channel, null, Diagnoses.Quote(quote)),
        };
}
