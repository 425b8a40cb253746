namespace Reprieve.Accuracy;

/// <summary>
/// Of the readings that claimed a confidence, how many were right; and beside it the share that the notices of all other
/// templates would have let one expect, since notices of one template are right or wrong together.
/// </summary>
internal static class Reliability
{
    public static void Write(TextWriter to, IReadOnlyList<Score> scores)
    {
        int[] families = Families.Of([.. scores.Select(s => s.Label.Message.Text)]);
        to.WriteLine();
        to.WriteLine($"{families.Distinct().Count()} families of templates");
        Bins(to, "kind", [.. scores.Select((s, i) => new Claim(s.Read.Confidence.Kind, s.Kind, families[i]))]);
        Bins(to, "mode", [.. scores.Select((s, i) => new Claim(s.Read.Confidence.ResponseMode, s.Mode, families[i]))]);
        Bins(
            to,
            "reason",
            [
                .. scores
                    .Select((s, i) => (Score: s, Family: families[i]))
                    .Where(x => x.Score.Read.Reasons.Count > 0)
                    .Select(x => new Claim(x.Score.Read.Reasons[0].Confidence, x.Score.Reason, x.Family)),
            ]
        );
    }

    private static void Bins(TextWriter to, string name, List<Claim> claims)
    {
        to.WriteLine();
        to.WriteLine($"confidence in the {name}: claimed, right, expected from other families, of");
        foreach (IGrouping<int, Claim> bin in claims.GroupBy(c => c.Bin).OrderBy(g => g.Key))
        {
            double expected = bin.Average(claim => Expected(claim, claims));
            to.WriteLine(
                Report.Invariant(
                    $"  {bin.Average(c => c.Confidence):0.00}  {Share(bin):0.00}  {expected:0.00}  {bin.Count()}"
                )
            );
        }
    }

    /// <summary>The share that is right of such claims in all other families; the claim itself where there is none.</summary>
    private static double Expected(Claim claim, List<Claim> claims)
    {
        List<Claim> others = [.. claims.Where(c => c.Family != claim.Family && c.Bin == claim.Bin)];
        return others.Count == 0 ? claim.Confidence : Share(others);
    }

    private static double Share(IEnumerable<Claim> claims) => claims.Average(c => c.Right ? 1.0 : 0);

    private sealed record Claim(double Confidence, bool Right, int Family)
    {
        public int Bin => (int)Math.Floor(Confidence * 10);
    }
}
