// Writes a large invented account, and asks the same question of Reprieve and of others who read tables fast.
// Usage: dotnet run -c Release --project bench/Reprieve.Practice -- generate DIR [--orders 2000000] [--seed 1]
//        dotnet run -c Release --project bench/Reprieve.Practice -- compare DIR [--rounds 3] [--reprieve PROGRAM]
using System.Diagnostics;
using System.Globalization;
using Reprieve.Practice.Comparing;
using Reprieve.Practice.Generating;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length < 2 || args[0] is not ("generate" or "compare"))
{
    Console.Error.WriteLine("usage: generate DIR [--orders 2000000] [--seed 1]");
    Console.Error.WriteLine("       compare DIR [--rounds 3] [--reprieve PROGRAM]");
    return 2;
}

string folder = Path.GetFullPath(args[1]);
if (args[0] == "generate")
{
    int orders = int.Parse(Option("--orders") ?? "2000000", CultureInfo.InvariantCulture);
    ulong seed = ulong.Parse(Option("--seed") ?? "1", CultureInfo.InvariantCulture);
    long begin = Stopwatch.GetTimestamp();
    long bytes = LargeAccount.Write(folder, orders, seed);
    Console.WriteLine($"{orders} orders, {bytes / 1e6:0} MB in {Stopwatch.GetElapsedTime(begin).TotalSeconds:0.0} s");
    return 0;
}

string root = RepositoryRoot();
string peers = Installation.Peers(root);
string reprieve = Option("--reprieve") ?? Installation.Reprieve(root);
int rounds = int.Parse(Option("--rounds") ?? "3", CultureInfo.InvariantCulture);
return Comparison.Print(folder, Contestant.All(folder, reprieve, peers), rounds) ? 0 : 1;

string? Option(string name) =>
    Array.IndexOf(args, name) is > 1 and var at && at + 1 < args.Length ? args[at + 1] : null;

static string RepositoryRoot()
{
    string? at = AppContext.BaseDirectory;
    while (at is not null && !File.Exists(Path.Combine(at, "Reprieve.slnx")))
    {
        at = Path.GetDirectoryName(at);
    }

    return at ?? throw new InvalidOperationException("Run this from within the repository.");
}
