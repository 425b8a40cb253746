using System.Globalization;
using System.Text.Json;

namespace Reprieve.Practice.Comparing;

/// <summary>What a contestant found: of each merchant metric both counts and the offending orders, sorted.</summary>
/// <param name="RejectedRows">Rows that it could not read; the generated files have none. Only Reprieve looks.</param>
internal sealed record Answer(SortedDictionary<string, Figure> Metrics, long RejectedRows = 0)
{
    /// <summary>Reads what a peer prints: "metric, numerator, denominator" and "metric, order" lines, tabs between.</summary>
    public static Answer OfLines(string printed)
    {
        SortedDictionary<string, Figure> metrics = new(StringComparer.Ordinal);
        foreach (string line in printed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] fields = line.Split('\t');
            metrics.TryAdd(fields[0], new Figure());
            if (fields.Length == 2)
            {
                metrics[fields[0]].Orders.Add(fields[1]);
            }
            else
            {
                metrics[fields[0]].Numerator = long.Parse(fields[1], CultureInfo.InvariantCulture);
                metrics[fields[0]].Denominator = long.Parse(fields[2], CultureInfo.InvariantCulture);
            }
        }

        return new Answer(metrics);
    }

    /// <summary>Reads the JSON of <c>reprieve review</c>.</summary>
    public static Answer OfReview(string json)
    {
        SortedDictionary<string, Figure> metrics = new(StringComparer.Ordinal);
        using var review = JsonDocument.Parse(json);
        foreach (JsonElement metric in review.RootElement.GetProperty("metrics").EnumerateArray())
        {
            if (metric.GetProperty("program").GetString() == "merchant")
            {
                var figure = new Figure
                {
                    Numerator = metric.GetProperty("numerator").GetInt64(),
                    Denominator = metric.GetProperty("denominator").GetInt64(),
                };
                figure.Orders.AddRange(metric.GetProperty("orders").EnumerateArray().Select(o => o.GetString()!));
                metrics.Add(metric.GetProperty("code").GetString()!, figure);
            }
        }

        long rejected = review
            .RootElement.GetProperty("files")
            .EnumerateArray()
            .Sum(file => file.GetProperty("rejectedRows").GetInt64());
        return new Answer(metrics, rejected);
    }

    /// <summary>A sentence for each metric in which two answers differ.</summary>
    public IEnumerable<string> Differences(Answer other)
    {
        foreach (string metric in Metrics.Keys.Union(other.Metrics.Keys, StringComparer.Ordinal))
        {
            Figure one = Metrics.GetValueOrDefault(metric) ?? new Figure();
            Figure two = other.Metrics.GetValueOrDefault(metric) ?? new Figure();
            if (one.Numerator != two.Numerator || one.Denominator != two.Denominator)
            {
                yield return $"{metric}: {one.Numerator}/{one.Denominator} against {two.Numerator}/{two.Denominator}";
            }

            if (!one.Orders.SequenceEqual(two.Orders, StringComparer.Ordinal))
            {
                List<string> more = [.. one.Orders.Except(two.Orders, StringComparer.Ordinal)];
                List<string> fewer = [.. two.Orders.Except(one.Orders, StringComparer.Ordinal)];
                string first = string.Join(" ", more.Concat(fewer).Take(3));
                yield return $"{metric}: {more.Count} orders more, {fewer.Count} fewer, or not sorted ({first} …)";
            }
        }
    }
}

/// <summary>A metric's counts and offending orders.</summary>
internal sealed class Figure
{
    public long Numerator { get; set; }

    public long Denominator { get; set; }

    public List<string> Orders { get; } = [];
}
