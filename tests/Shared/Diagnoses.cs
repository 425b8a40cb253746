using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Testing;

/// <summary>Invented readings of invented messages.</summary>
internal static class Diagnoses
{
    /// <summary>A deactivation for late shipment of a US store, signed, of 1 October 2026, with 17 days to answer.</summary>
    public static Diagnosis LateShipment { get; } =
        new()
        {
            Source = "/case/notice.eml",
            Id = null,
            Language = "en",
            Marketplace = "amazon.com",
            Kind = NoticeKind.Deactivation,
            Ground = Ground.Performance,
            AccountStatus = AccountStatus.Deactivated,
            Reasons = [new StatedReason("late_shipment", 0.97, [Quote("your late shipment rate is above our target")])],
            ResponseMode = ResponseMode.Plan,
            Confidence = new ReadingConfidence(0.99, 0.95),
            Asks = [new Ask("plan_of_action", Quote("send us a plan of action"))],
            RequestGrid = [],
            Deadlines =
            [
                new Deadline(
                    "response",
                    Quote("within 17 days"),
                    "within 17 days",
                    17,
                    "days",
                    new DateTimeOffset(2026, 10, 18, 23, 59, 59, TimeSpan.FromHours(-7))
                ),
            ],
            Asins = [],
            OrderIds = [],
            ComplaintIds = [],
            Route = new StatedRoute(
                RouteChannel.AccountHealth,
                null,
                Quote("click Reactivate your account on the Account Health page")
            ),
            Decision = null,
            Authenticity = new Authenticity(
                AuthenticityVerdict.Genuine,
                [new AuthenticityCheck("dkim", "pass", "The signature of amazon.com is valid.")]
            ),
            Subject = "Your selling account on Amazon has been deactivated",
            Date = new DateTimeOffset(2026, 10, 1, 9, 30, 0, TimeSpan.FromHours(-7)),
            Sha256 = new string('a', 64),
        };

    /// <summary>Amazon's wish for more on it, of 9 October 2026.</summary>
    public static Diagnosis MoreInformation { get; } =
        LateShipment with
        {
            Source = "/case/reply.eml",
            Kind = NoticeKind.AppealMoreInfo,
            Decision = Decision.MoreInformation,
            Subject = "Re: Your selling account on Amazon has been deactivated",
            Asks = [],
            RequestGrid =
            [
                new RequestCell(
                    "late_shipment",
                    PlanSection.Prevention,
                    Quote("greater detail on the steps to prevent")
                ),
            ],
            Deadlines = [],
            Date = new DateTimeOffset(2026, 10, 9, 12, 0, 0, TimeSpan.FromHours(-7)),
            Sha256 = new string('b', 64),
        };

    public static Diagnosis Denied { get; } =
        MoreInformation with
        {
            Kind = NoticeKind.AppealDenied,
            Decision = Decision.Denied,
            RequestGrid = [],
            Sha256 = new string('c', 64),
        };

    /// <summary>A mail that names an address of its own and whose signature fails.</summary>
    public static Diagnosis Forged { get; } =
        LateShipment with
        {
            Source = "/case/urgent.eml",
            Kind = NoticeKind.Phishing,
            Route = new StatedRoute(RouteChannel.Email, "appeals@amazon-seller-help.example", null),
            Authenticity = new Authenticity(
                AuthenticityVerdict.Forged,
                [new AuthenticityCheck("dkim", "fail", "The signature of amazon.com does not fit the mail.")]
            ),
            Sha256 = new string('d', 64),
        };

    public static Evidence Quote(string text) => new(text, 0, text.Length);
}
