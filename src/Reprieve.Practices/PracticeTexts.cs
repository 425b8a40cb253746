using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Practices;

/// <summary>Display names of what is no knowledge entry, in the screen's language.</summary>
public static class PracticeTexts
{
    /// <summary>A metric's status as a person reads it; of a rate without target (null) that it has none.</summary>
    public static string Status(string? status) => Say.Texts.Get($"Status_{status ?? "none"}");

    /// <summary>The name of a file type of the contract; the code itself for one that has no name here.</summary>
    public static string FileType(string type) =>
        Known.Contains(type, StringComparer.Ordinal) ? Say.Texts.Get($"Type_{type}") : type;

    /// <summary>The rule of a listing's finding; the code itself for one that has no name.</summary>
    public static string ListingRule(string rule, KnowledgeBase knowledge) =>
        rule switch
        {
            ListingFinding.AmazonIssue => Say.Texts.Get("Rule_amazon_issue"),
            ListingFinding.AmazonSuppressed => Say.Texts.Get("Rule_amazon_suppressed"),
            _ => knowledge.Policies.FirstOrDefault(policy => policy.Code == rule)?.Name.In(UserTexts.Language) ?? rule,
        };

    /// <summary>Who fulfils, as a person reads it.</summary>
    public static string Program(Fulfilment program) => Say.Texts.Get($"Program_{program.Code()}");

    /// <summary>The part of the practice that a finding points to.</summary>
    public static string Area(PracticeArea area) => Say.Texts.Get($"Area_{area.Code()}");

    /// <summary>The name of a driver's dimension.</summary>
    public static string Dimension(string dimension) => Say.Texts.Get($"Dimension_{dimension}");

    /// <summary>A driver's group; a weekday by its name.</summary>
    public static string DriverValue(Driver driver) =>
        driver.Dimension == "weekday" && Enum.TryParse(driver.Value, ignoreCase: true, out DayOfWeek day)
            ? CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(day)
            : driver.Value;

    private static readonly string[] Known =
    [
        "all_orders",
        "seller_feedback",
        "fbm_returns",
        "fba_returns",
        "listings",
        "listing_issues",
        "suppressed_listings",
        "performance_report",
        "shipments",
        "claims",
        "cancellations",
        "reviews",
        "mapped",
        "order_report",
        "order_defects",
        "order_defect_columns",
        "valid_tracking",
        "product_reviews",
        "voice_of_the_customer",
    ];
}
