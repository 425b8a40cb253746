using System.Globalization;

namespace Reprieve.AmazonStandIn;

/// <summary>
/// The usage plans: a bucket of tokens for each application, account and operation. Where the published table names no
/// limit there is no bucket and no header.
/// </summary>
internal sealed class Limits
{
    private readonly Dictionary<string, Limit> _limits = Table();
    private readonly Dictionary<(string App, string Account, string Operation), Bucket> _buckets = [];

    /// <summary>The published defaults by operation.</summary>
    public static Dictionary<string, Limit> Table()
    {
        using StreamReader table = new(typeof(Limits).Assembly.GetManifestResourceStream("rate-limits.tsv")!);
        return table
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Where(cells => cells[1].Length > 0)
            .ToDictionary(
                cells => cells[0],
                cells => new Limit(
                    double.Parse(cells[1], CultureInfo.InvariantCulture),
                    int.Parse(cells[2], CultureInfo.InvariantCulture)
                )
            );
    }

    public Limit? Of(string operation) => _limits.GetValueOrDefault(operation);

    public void Set(string operation, Limit limit) => _limits[operation] = limit;

    /// <summary>Whether the bucket had a token, which is now gone.</summary>
    public bool Take(string app, string account, string operation, DateTimeOffset now)
    {
        if (Of(operation) is not { } limit)
        {
            return true;
        }

        (string App, string Account, string Operation) key = (app, account, operation);
        if (!_buckets.TryGetValue(key, out Bucket? bucket))
        {
            _buckets[key] = bucket = new Bucket(limit.Burst, now);
        }

        return bucket.Take(limit, now);
    }

    /// <summary>Tokens in a bucket; refilled when somebody looks, at the rate that holds then.</summary>
    private sealed class Bucket(double tokens, DateTimeOffset filled)
    {
        // A wait reckoned to the tick must be enough.
        private const double Rounding = 1e-6;
        private double _tokens = tokens;
        private DateTimeOffset _filled = filled;

        public bool Take(Limit limit, DateTimeOffset now)
        {
            _tokens = Math.Min(limit.Burst, _tokens + (now - _filled).TotalSeconds * limit.Rate);
            _filled = now;
            if (_tokens < 1 - Rounding)
            {
                return false;
            }

            _tokens = Math.Max(0, _tokens - 1);
            return true;
        }
    }
}

/// <summary>A usage plan: tokens a second, and how many a bucket holds.</summary>
public sealed record Limit(double Rate, int Burst);
