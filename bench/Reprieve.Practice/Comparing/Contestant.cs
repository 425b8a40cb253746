namespace Reprieve.Practice.Comparing;

/// <summary>A program that answers, or a floor under all of them.</summary>
/// <param name="Read">How its answer is read; null where it gives none.</param>
internal sealed record Contestant(
    string Name,
    string Program,
    IReadOnlyList<string> Arguments,
    Func<string, Answer>? Read
)
{
    /// <summary>Everybody, ours first.</summary>
    /// <param name="peers">Folder in which the peers are installed.</param>
    public static IReadOnlyList<Contestant> All(string folder, string reprieve, string peers)
    {
        const string AsOf = "2026-09-30";
        const string Store = "amazon.com";
        string[] asked = [folder, AsOf, "America/Los_Angeles", Store];
        return
        [
            new(
                "reprieve review",
                reprieve,
                ["review", folder, "--json", "--as-of", AsOf, "--marketplace", Store],
                Answer.OfReview
            ),
            new("DuckDB, 2 threads", "node", [Path.Combine(peers, "duckdb.mjs"), .. asked], Answer.OfLines),
            new("polars", "node", [Path.Combine(peers, "polars.mjs"), .. asked], Answer.OfLines),
            new("pandas", "/usr/bin/python3", [Path.Combine(peers, "metrics.py"), .. asked], Answer.OfLines),
            new("mawk", "sh", [Path.Combine(peers, "mawk.sh"), .. asked], Answer.OfLines),
            new("cat to /dev/null", "sh", ["-c", "cat \"$0\"/* >/dev/null", folder], null),
            new("reprieve --help", reprieve, ["--help"], null),
        ];
    }
}
