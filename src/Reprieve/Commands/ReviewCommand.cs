using System.CommandLine;
using System.Globalization;
using System.Text;
using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Cli.Output;
using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Practices.Charts;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve review FOLDER</c>: the customer metrics, the orders behind them, and what drives them.</summary>
internal static class ReviewCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        Argument<string> folder = FolderArgument.Create();
        var asOf = new Option<string?>("--as-of") { Description = Say.Get("Option_AsOf"), HelpName = "YYYY-MM-DD" };
        var store = new Option<string?>("--marketplace")
        {
            Description = Say.Get("Option_Marketplace"),
            HelpName = "amazon.com",
        };
        var orders = new Option<string?>("--orders") { Description = Say.Get("Option_Orders"), HelpName = "METRIC" };
        var rejected = new Option<string?>("--rejected")
        {
            Description = Say.Get("Option_Rejected"),
            HelpName = "FILE",
        };
        var howToGet = new Option<string?>("--how-to-get")
        {
            Description = Say.Get("Option_HowToGet"),
            HelpName = "FILE",
        };
        var charts = new Option<string?>("--charts") { Description = Say.Get("Option_Charts"), HelpName = "DIR" };
        var reversed = new Option<string[]>("--reversed")
        {
            Description = Say.Get("Option_Reversed"),
            HelpName = "ORDER-ID",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("review", Say.Get("Cmd_Review"))
        {
            folder,
            asOf,
            store,
            orders,
            rejected,
            charts,
            reversed,
            howToGet,
        };
        command.SetAction(
            (parsed, cancel) =>
                Task.Run(
                    () =>
                    {
                        KnowledgeBase knowledge = common.LoadKnowledge(parsed);
                        PracticeReviewer.Prepare(knowledge);
                        CasePaths paths = FolderArgument.Paths(parsed, folder, common);
                        Review review;
                        using (var progress = new ProgressLine(cli, parsed.GetValue(common.Quiet)))
                        {
                            review = FolderReview.Of(
                                paths,
                                knowledge,
                                cli.Clock,
                                Day(parsed.GetValue(asOf)),
                                Store(parsed.GetValue(store), knowledge),
                                parsed.GetValue(reversed),
                                progress,
                                cancel
                            );
                        }

                        WriteRejected(review, parsed.GetValue(rejected));
                        WriteHowToGet(review, knowledge, parsed.GetValue(howToGet));
                        WriteCharts(cli, review, knowledge, parsed.GetValue(charts));
                        return Write(cli, review, knowledge, parsed.GetValue(common.Json), parsed.GetValue(orders));
                    },
                    CancellationToken.None
                )
        );
        return command;
    }

    private static int Write(CliContext cli, Review review, KnowledgeBase knowledge, bool json, string? orders)
    {
        if (json)
        {
            cli.Out.WriteLine(ReviewJson.Serialize(review));
        }
        else if (orders is not null)
        {
            foreach (string order in OrdersOf(review, orders))
            {
                cli.Out.WriteLine(order);
            }
        }
        else
        {
            ReviewView.Write(new Screen(cli.Out, cli.OutIsTerminal), review, knowledge);
        }

        return review.Files.Any(file => file.Rows > 0) ? ExitCode.Done : NothingReviewed(cli, review, json);
    }

    private static int NothingReviewed(CliContext cli, Review review, bool json)
    {
        // For people they stand on the screen already.
        foreach (UnreadableFile file in json ? review.Unreadable : [])
        {
            cli.Out.WriteLine(ErrorJson.Serialize(file.Source, file.Error));
            cli.Error.WriteLine($"{file.Source}: {file.Error}");
        }

        cli.Error.WriteLine(Say.Get("Review_Nothing"));
        return ExitCode.Unreadable;
    }

    private static IEnumerable<string> OrdersOf(Review review, string metric)
    {
        List<MetricResult> found = [.. review.Metrics.Where(m => m.Code == metric)];
        return found.Count > 0
            ? found.SelectMany(m => m.Orders).Distinct().Order(StringComparer.Ordinal)
            : throw new UsageException(
                Say.Get("Metric_Unknown", metric, string.Join(", ", review.Metrics.Select(m => m.Code).Distinct()))
            );
    }

    private static void WriteRejected(Review review, string? file)
    {
        if (file is null)
        {
            return;
        }

        // With its mark, so that Excel reads the Chinese; without formulas, which a hostile file could plant.
        using StreamWriter writer = new(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        writer.NewLine = "\r\n";
        writer.WriteLine(RejectedRow.FileHeader);
        foreach (RejectedRow row in review.Rejected)
        {
            writer.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{Field(row.File)},{row.Row},{Field(row.Reason)}")
            );
        }
    }

    private static string Field(string text)
    {
        string safe = text.Length > 0 && "=+-@\t".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void WriteHowToGet(Review review, KnowledgeBase knowledge, string? file)
    {
        if (file is not null)
        {
            IReadOnlyList<Download> missing = MissingDownloads.Of(
                knowledge,
                review.Marketplace,
                [.. review.Files.Select(read => read.Fills ?? read.Type)],
                [.. review.Metrics.Select(metric => metric.Code)],
                []
            );
            File.WriteAllText(file, MissingDownloads.Write(missing, review.AsOf));
        }
    }

    private static void WriteCharts(CliContext cli, Review review, KnowledgeBase knowledge, string? folder)
    {
        if (folder is null)
        {
            return;
        }

        IReadOnlyList<Chart> charts = ReviewCharts.Of(review, knowledge);
        Directory.CreateDirectory(folder);
        foreach (Chart chart in charts)
        {
            File.WriteAllText(Path.Combine(folder, chart.Name), chart.Svg);
        }

        cli.Error.WriteLine(Say.Get("Charts_Written", charts.Count, folder));
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly day
        )
            ? day
        : throw new UsageException(Say.Get("Day_Wrong", text));

    private static string? Store(string? text, KnowledgeBase knowledge) =>
        text is null
            ? null
            : knowledge.Marketplace(text)?.Code
                ?? throw new UsageException(
                    Say.Get(
                        "Store_Unknown",
                        text,
                        string.Join(", ", knowledge.Marketplaces.Select(store => store.Code))
                    )
                );
}
