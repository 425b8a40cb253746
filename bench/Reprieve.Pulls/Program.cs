using System.Diagnostics;
using System.Globalization;
using Reprieve.Amazon;
using Reprieve.AmazonStandIn;
using Reprieve.Pulls;

// Reprieve.Pulls limits [ORDERS]: a first pull in simulated time, against what Amazon's limits allow at best.
// Reprieve.Pulls faults [SEEDS [FIRST]]: pulls on whose way things go wrong, against one without.
// Reprieve.Pulls kills [N [SEED]]: kills a pulling process at random moments.
// Reprieve.Pulls files FOLDER [ORDERS]: what a first pull brings, to be looked at.
// Reprieve.Pulls child …: the process that is killed.
switch (args)
{
    case ["limits", .. var rest]:
        return Limits(Number(rest, 0, 20_000));
    case ["files", var folder, .. var rest]:
        return Files(folder, Number(rest, 0, 900));
    case ["faults", .. var rest]:
        return Faulty(Number(rest, 0, 300), Number(rest, 1, 0));
    case ["kills", .. var rest]:
        return await KillsAsync(Number(rest, 0, 30), Number(rest, 1, 1));
    case ["child", var folder, var server, var started, var refresh, var seller]:
        return await KilledPull.ChildAsync(folder, server, started, refresh, seller);
    default:
        Console.Error.WriteLine("limits [ORDERS] | files FOLDER [ORDERS] | faults [SEEDS [FIRST]] | kills [N [SEED]]");
        return 2;
}

static int Number(string[] rest, int at, int otherwise) =>
    rest.Length > at ? int.Parse(rest[at], CultureInfo.InvariantCulture) : otherwise;

static int Limits(int orders)
{
    var watch = Stopwatch.StartNew();
    using var account = new AccountUnderTest(
        SyntheticAccount.Make(7, orders, AccountUnderTest.Begin, days: 60, merchantShare: 1)
    );
    long before = GC.GetTotalMemory(forceFullCollection: true);
    long most = 0;
    var progress = new Look(() => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)));
    PullResult pulled = FaultyPull.Once(account, CancellationToken.None, progress)!;
    Limit search = account.StandIn.LimitOf("searchOrders")!;
    double least = Math.Max(0, ((orders / 100.0) - search.Burst) / search.Rate);
    Console.WriteLine(
        FormattableString.Invariant(
            $"{orders} orders: {account.Time.Elapsed.TotalSeconds:0} s of Amazon's time, at best {least:0} s, ratio {account.Time.Elapsed.TotalSeconds / least:0.000}; {account.StandIn.Calls.Count} calls, {account.StandIn.Exceeded.Count} over a limit; {pulled.Files.Count} files, {pulled.Troubles.Count} troubles; {(most - before) / 1e6:0.0} MB more at most; {watch.Elapsed.TotalSeconds:0.0} s of ours"
        )
    );
    return pulled.Troubles.Count + account.StandIn.Exceeded.Count == 0 ? 0 : 1;
}

static int Files(string folder, int orders)
{
    using var account = new AccountUnderTest(SyntheticAccount.Make(3, orders, AccountUnderTest.Begin));
    FaultyPull.Once(account, CancellationToken.None);
    Directory.CreateDirectory(folder);
    foreach (string file in FaultyPull.Files(account))
    {
        string to = Path.Combine(folder, Path.GetRelativePath(account.Folder, file));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(file, to, overwrite: true);
    }

    return 0;
}

static int Faulty(int seeds, int first)
{
    var watch = Stopwatch.StartNew();
    using AccountUnderTest sound = FaultyPull.Account();
    FaultyPull.Once(sound, CancellationToken.None);
    string[] files = FaultyPull.Written(sound);
    (int wrong, int happened, int starts) = (0, 0, 0);
    for (int seed = first; seed < first + seeds; seed++)
    {
        using AccountUnderTest account = FaultyPull.Account();
        (string? fault, int runs) = FaultyPull.Run(account, seed);
        fault ??= FaultyPull.Written(account).SequenceEqual(files) ? null : "the files differ";
        happened += account.StandIn.Faults.Happened.Values.Sum();
        starts += runs;
        if (fault is not null)
        {
            wrong++;
            Console.WriteLine($"seed {seed}: {fault}");
        }
    }

    Console.WriteLine(
        $"{seeds} seeds, {starts} starts, {happened} faults on the way, {wrong} runs that differ; {watch.Elapsed.TotalSeconds:0} s"
    );
    return wrong == 0 ? 0 : 1;
}

static async Task<int> KillsAsync(int kills, int seed)
{
    (int pulls, int starts, IReadOnlyList<string> faults) = await KilledPull.RunAsync(kills, seed);
    foreach (string fault in faults)
    {
        Console.WriteLine(fault);
    }

    Console.WriteLine($"{pulls} pulls, {starts} starts, {kills} of them killed at least; {faults.Count} faults");
    return faults.Count == 0 ? 0 : 1;
}
