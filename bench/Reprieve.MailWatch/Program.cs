using System.Diagnostics;
using System.Globalization;
using Reprieve.MailFaults;
using Reprieve.MailWatch;

// Reprieve.MailWatch faults [SEEDS [KILLS [SEED]]] | first-sync [MAILS [TURNS]] | idle [MAILBOXES]
// child and look are the processes that are killed and timed.
switch (args)
{
    case ["child", var folder, var port]:
        await WatchKills.ChildAsync(folder, Number(port));
        return 0;
    case ["look", var folder, var port, var book]:
        await FirstSync.ChildAsync(folder, Number(port), book);
        return 0;
    case var _ when !DovecotServer.IsInstalled:
        Console.Error.WriteLine("Dovecot is not installed (Debian: dovecot-imapd).");
        return 1;
    case ["faults", .. var rest]:
        int first = rest.Length > 2 ? Number(rest[2]) : 1;
        int faults = 0;
        faults += await SayAsync(
            "seeds",
            () => FaultRun.RunAsync(rest.Length > 0 ? Number(rest[0]) : 500, first, 5_000)
        );
        faults += await SayAsync(
            "kills",
            () => WatchKills.RunAsync(rest.Length > 1 ? Number(rest[1]) : 50, first, 5_000)
        );
        return faults == 0 ? 0 : 1;
    case ["first-sync", .. var rest]:
        await FirstSync.RunAsync(rest.Length > 0 ? Number(rest[0]) : 20_000, rest.Length > 1 ? Number(rest[1]) : 3);
        return 0;
    case ["idle", .. var rest]:
        await IdleRun.RunAsync(rest.Length > 0 ? Number(rest[0]) : 200);
        return 0;
    default:
        Console.Error.WriteLine("usage: faults [SEEDS [KILLS [SEED]]] | first-sync [MAILS [TURNS]] | idle [MAILBOXES]");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static async Task<int> SayAsync(string what, Func<Task<FaultResult>> run)
{
    var watch = Stopwatch.StartNew();
    FaultResult result = await run();
    Console.WriteLine($"{what}, {watch.Elapsed.TotalSeconds:0} s: {result}");
    result.Faults.ForEach(fault => Console.WriteLine("  " + fault));
    return result.Faults.Count;
}
