namespace Reprieve.Accuracy;

/// <summary>Of the readings that claimed a confidence, how many were right.</summary>
internal static class Reliability
{
    public static void Write(TextWriter to, IReadOnlyList<Score> scores)
    {
        Bins(to, "kind", scores.Select(s => (s.Read.Confidence.Kind, s.Kind)));
        Bins(to, "mode", scores.Select(s => (s.Read.Confidence.ResponseMode, s.Mode)));
        Bins(
            to,
            "reason",
            scores.Where(s => s.Read.Reasons.Count > 0).Select(s => (s.Read.Reasons[0].Confidence, s.Reason))
        );
    }

    private static void Bins(TextWriter to, string name, IEnumerable<(double Confidence, bool Right)> readings)
    {
        to.WriteLine();
        to.WriteLine($"confidence in the {name}: claimed, right, of");
        foreach (
            IGrouping<double, (double Confidence, bool Right)> bin in readings
                .GroupBy(r => Math.Floor(r.Confidence * 10) / 10)
                .OrderBy(g => g.Key)
        )
        {
            to.WriteLine(
                Report.Invariant(
                    $"  {bin.Average(r => r.Confidence):0.00}  {(double)bin.Count(r => r.Right) / bin.Count():0.00}  {bin.Count()}"
                )
            );
        }
    }
}
