using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Evidence;

/// <summary>
/// What the reports show, under the code of each metric: our own count, its window, what drives it, and Amazon's
/// figure where a performance report has it or the seller read it off the page. Ours is named <c>own_rate</c> so that no sentence mistakes it for Amazon's.
/// </summary>
internal static class ReviewFacts
{
    public static void Add(FactBook book, Review review, AnswerSheet answers, KnowledgeBase knowledge, Formats formats)
    {
        foreach (IGrouping<string, MetricResult> both in review.Metrics.GroupBy(m => m.Code))
        {
            // The programme that missed its target is the one a notice speaks of; the seller's own where both did.
            MetricResult metric = both.OrderBy(m => m.Status == "missed" ? 0 : 1)
                .ThenBy(m => m.Denominator > 0 ? 0 : 1)
                .ThenBy(m => m.Program)
                .First();
            AddMetric(book, metric, review, answers, formats);
            AddDrivers(book, metric.Code, review, formats);
        }

        foreach (Reason reason in knowledge.Reasons)
        {
            string? first = reason.Metrics.FirstOrDefault(code => book.Find(code + ".amazon_rate") is not null);
            if (first is not null && book.Find(first + ".amazon_rate") is { } figure)
            {
                book.Add(reason.Code + ".amazon_rate", figure.Value, figure.Code, figure.Source);
            }
        }

        AddListings(book, review, formats);
        AddVoices(book, review, formats);
    }

    /// <summary>What buyers say, by cause: how many orders, and the days of the first and the last where all are kept.</summary>
    private static void AddVoices(FactBook book, Review review, Formats formats)
    {
        foreach (Voice voice in review.Voices)
        {
            string? path = voice.Quotes.Select(quote => quote.File).FirstOrDefault();
            if (review.Files.FirstOrDefault(file => file.Path == path) is not { } file)
            {
                continue;
            }

            FactSource source = SourceIn(file, voice.Cause);
            string id = "voice." + voice.Cause;
            book.Add(id + ".orders", formats.Count(voice.Orders), Plain(voice.Orders), source);
            List<DateOnly> days = [.. voice.Quotes.Select(quote => quote.Day).OfType<DateOnly>().Order()];
            if (days.Count >= voice.Orders)
            {
                book.Add(id + ".from", formats.Date(days[0]), NoticeFacts.Iso(days[0]), source);
                book.Add(id + ".to", formats.Date(days[^1]), NoticeFacts.Iso(days[^1]), source);
            }
        }
    }

    private static void AddMetric(
        FactBook book,
        MetricResult metric,
        Review review,
        AnswerSheet answers,
        Formats formats
    )
    {
        string id = metric.Code;
        if (metric.AmazonReported is { Value: { } reported } figure && SourceOf(figure, review, answers) is { } report)
        {
            book.Add(id + ".amazon_rate", formats.Percent(reported), NoticeFacts.Code(reported), report);
        }

        string where = string.Create(
            CultureInfo.InvariantCulture,
            $"{metric.Code}, {metric.Window.From:yyyy-MM-dd} to {metric.Window.To:yyyy-MM-dd}, {metric.Orders.Count} orders"
        );
        if (metric.Value is not { } value || Source(review, MainFile(id), where) is not { } source)
        {
            return;
        }

        book.Add(id + ".own_rate", formats.Percent(value), NoticeFacts.Code(value), source);
        book.Add(id + ".numerator", formats.Count(metric.Numerator), Plain(metric.Numerator), source);
        book.Add(id + ".denominator", formats.Count(metric.Denominator), Plain(metric.Denominator), source);
        book.Add(id + ".misses", formats.Count(metric.Orders.Count), Plain(metric.Orders.Count), source);
        book.Add(id + ".from", formats.Date(metric.Window.From), NoticeFacts.Iso(metric.Window.From), source);
        book.Add(id + ".to", formats.Date(metric.Window.To), NoticeFacts.Iso(metric.Window.To), source);
        book.Add(id + ".days", formats.Count(metric.Window.Days), Plain(metric.Window.Days), source);
        book.Add(id + ".program", metric.Program.Code(), null, source);
        book.Add(id + ".status", metric.Status, null, source);
        if (metric.Target is { } target)
        {
            book.Add(id + ".target", formats.Percent(target), NoticeFacts.Code(target), source);
        }

        if (metric.Orders.Count > 0)
        {
            string list = id + ".order_list";
            book.Add(list, id, null, source);
            book.Attach(list, new OrderList(ListName(id), id, metric.Window.From, metric.Window.To, metric.Orders));
        }
    }

    private static void AddDrivers(FactBook book, string metric, Review review, Formats formats)
    {
        List<Driver> drivers = [.. review.Drivers.Where(driver => driver.Metric == metric)];
        foreach (Driver driver in drivers.DistinctBy(driver => driver.Dimension))
        {
            if (Source(review, MainFile(metric), $"{metric} by {driver.Dimension}") is { } source)
            {
                string id = $"{metric}.{driver.Dimension}";
                book.Add(metric + ".driver", driver.Dimension, null, source);
                string value =
                    Enum.TryParse(driver.Value, ignoreCase: true, out DayOfWeek day) && driver.Dimension == "weekday"
                        ? formats.Weekday(day)
                        : driver.Value;
                book.Add(id, value, driver.Value, source);
                book.Add(id + ".numerator", formats.Count(driver.Numerator), Plain(driver.Numerator), source);
                book.Add(id + ".denominator", formats.Count(driver.Denominator), Plain(driver.Denominator), source);
            }
        }
    }

    private static void AddListings(FactBook book, Review review, Formats formats)
    {
        if (Source(review, "listings", null) is not { } source)
        {
            return;
        }

        // What is only of style is nothing to own up to, nor is an attribute that Amazon misses.
        List<string> flagged =
        [
            .. review
                .Listings.Where(finding => finding is { OfAmazon: false, Severity: > ListingSeverity.Low })
                .Select(finding => finding.Sku)
                .Distinct(StringComparer.Ordinal),
        ];
        int live = review.Listed.Where(listing => listing.Live).Select(listing => listing.Sku).Distinct().Count();
        book.Add("listings.count", formats.Count(review.Listed.Count), Plain(review.Listed.Count), source);
        book.Add("listings.live", formats.Count(live), Plain(live), source);
        book.Add("listings.flagged", formats.Count(flagged.Count), Plain(flagged.Count), source);
        book.Add("listings.flagged_skus", formats.List(flagged), null, source);
    }

    /// <summary>The kind of file a metric's misses are read from.</summary>
    private static string MainFile(string metric) =>
        metric switch
        {
            _ when metric.StartsWith("late_shipment", StringComparison.Ordinal) => "shipments",
            "valid_tracking_rate" or "on_time_delivery_rate" => "shipments",
            "negative_feedback_rate" => "seller_feedback",
            "a_to_z_rate" or "chargeback_rate" => "claims",
            _ => "all_orders",
        };

    private static string ListName(string metric) =>
        metric switch
        {
            _ when metric.StartsWith("late_shipment", StringComparison.Ordinal) => "late-orders",
            "cancellation_rate" => "cancelled-orders",
            "order_defect_rate" => "orders-with-defects",
            "valid_tracking_rate" => "orders-without-valid-tracking",
            "on_time_delivery_rate" => "orders-delivered-late",
            _ => metric.Replace('_', '-'),
        };

    private static FactSource? SourceOf(ReportedFigure figure, Review review, AnswerSheet answers) =>
        figure.Stated is { } stated
            ? StatementFacts.Source(FileOf(stated, answers), stated.Line, stated.By, stated.ReadOn)
            : Source(review, "performance_report", null);

    private static SourceFile? FileOf(StatedFigure stated, AnswerSheet answers) =>
        answers.FileOf(
            answers.Answers.FirstOrDefault(answer => answer.Line == stated.Line && AnswerSheet.IsOfOneStore(answer.Id))
        );

    private static FactSource? Source(Review review, string type, string? where)
    {
        ReviewedFile? file =
            review.Files.FirstOrDefault(f => f.Type == type && (type != "listings" || f.Has(type)))
            ?? (
                type == "performance_report" || type == "listings"
                    ? null
                    : review.Files.FirstOrDefault(f => f.Type is "all_orders" or "mapped")
            );
        return file is null ? null : SourceIn(file, where);
    }

    private static FactSource SourceIn(ReviewedFile file, string? where) =>
        new()
        {
            Origin = FactOrigin.Report,
            File = file.Path,
            Sha256 = file.Sha256,
            Where = where,
        };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
