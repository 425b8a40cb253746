using System.Diagnostics;
using System.Globalization;
using Reprieve.AmazonFaults;

// Reprieve.AmazonFaults notifications [SEEDS [FIRST]]: takes notifications from a queue through random faults and crashes, in
// simulated time, and counts what was taken.
if (args is not ["notifications", ..])
{
    Console.Error.WriteLine("Say what to run: notifications [SEEDS [FIRST]].");
    return 2;
}

int seeds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 300;
int first = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
var watch = Stopwatch.StartNew();
NotificationTotals totals = await NotificationRun.ManyAsync(seeds, first);
Console.WriteLine($"{seeds} seeds, {watch.Elapsed.TotalSeconds:0.0} s: {totals}");
totals.Faults.ForEach(fault => Console.WriteLine("  " + fault));
return totals.Faults.Count == 0 ? 0 : 1;
