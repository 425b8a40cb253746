namespace Reprieve.Practice.Comparing;

/// <summary>Asks everybody the same question in one run, holds the answers against ours, and prints who took how long.</summary>
internal static class Comparison
{
    /// <summary>A contestant that took longer than this runs once only.</summary>
    private const double Long = 10;

    /// <returns>Whether all answers are the same.</returns>
    public static bool Print(string folder, IReadOnlyList<Contestant> contestants, int rounds)
    {
        List<Run>[] runs = [.. contestants.Select(_ => new List<Run>())];
        Contestant floor = contestants.First(one => one.Program == "sh" && one.Read is null);
        // Nobody pays for the disk.
        Run.Of(floor.Program, floor.Arguments);
        for (int round = 0; round < rounds; round++)
        {
            // All take turns, so that a busy machine is equally unkind to each.
            for (int i = 0; i < contestants.Count; i++)
            {
                if (!runs[i].Exists(run => run.WallSeconds > Long))
                {
                    runs[i].Add(Run.Of(contestants[i].Program, contestants[i].Arguments));
                }
            }
        }

        long bytes = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
        Console.WriteLine(
            $"{folder}, {bytes / 1e6:0} MB; medians of {rounds} rounds, of one for those beyond {Long} s"
        );
        Console.WriteLine($"{"", -18} {"wall s", 8} {"CPU s", 8} {"peak MB", 8}  {"wall to ours", 12}  answer");
        Answer ours = contestants[0].Read!(runs[0][0].Printed);
        bool same = true;
        for (int i = 0; i < contestants.Count; i++)
        {
            List<string> differences = contestants[i].Read is { } read
                ? [.. read(runs[i][0].Printed).Differences(ours)]
                : [];
            same &= differences.Count == 0;
            string answer =
                contestants[i].Read is null ? ""
                : differences.Count > 0 ? "DIFFERS"
                : i == 0
                    ? $"{ours.Metrics.Count} metrics, {ours.Metrics.Values.Sum(m => m.Orders.Count)} orders, {ours.RejectedRows} rows rejected"
                : "the same";
            Console.WriteLine(
                $"{contestants[i].Name, -18} {Wall(runs[i]), 8:0.00} {Median(runs[i], run => run.CpuSeconds), 8:0.00} {Median(runs[i], run => run.PeakMegabytes), 8:0}  {Wall(runs[i]) / Wall(runs[0]), 10:0.00} ×  {answer}"
            );
            differences.ForEach(difference => Console.WriteLine($"    {difference}"));
        }

        return same;
    }

    private static double Wall(List<Run> runs) => Median(runs, run => run.WallSeconds);

    private static double Median(List<Run> runs, Func<Run, double> figure) =>
        runs.Select(figure).Order().ElementAt(runs.Count / 2);
}
