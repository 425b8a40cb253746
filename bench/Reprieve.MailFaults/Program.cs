using System.Diagnostics;
using System.Globalization;
using Reprieve.MailFaults;

int seeds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 500;
var watch = Stopwatch.StartNew();
SeedResult result = await SeedRun.RunAsync(seeds, 1, null);
Console.WriteLine($"{seeds} seeds without a Sent folder, {watch.Elapsed.TotalSeconds:0} s: {result}");
result.Faults.ForEach(Console.WriteLine);
return result.Faults.Count == 0 ? 0 : 1;
