// Writes a large invented account, and asks it the same question as others do who read tables fast.
// Usage: dotnet run -c Release --project bench/Reprieve.Practice -- generate DIR --orders 2000000 [--seed N]
using System.Diagnostics;
using System.Globalization;
using Reprieve.Practice.Generating;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length < 2)
{
    Console.Error.WriteLine("usage: generate DIR --orders COUNT [--seed N]");
    return 2;
}

switch (args[0])
{
    case "generate":
        int orders = int.Parse(Option("--orders") ?? "2000000", CultureInfo.InvariantCulture);
        ulong seed = ulong.Parse(Option("--seed") ?? "1", CultureInfo.InvariantCulture);
        long begin = Stopwatch.GetTimestamp();
        long bytes = LargeAccount.Write(args[1], orders, seed);
        Console.WriteLine(
            $"{orders} orders, {bytes / 1e6:0} MB in {Stopwatch.GetElapsedTime(begin).TotalSeconds:0.0} s"
        );
        return 0;
    default:
        Console.Error.WriteLine($"unknown command {args[0]}; there is generate");
        return 2;
}

string? Option(string name) =>
    Array.IndexOf(args, name) is > 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
