using System.Diagnostics;
using System.Globalization;
using Reprieve.MailFaults;

// Reprieve.MailFaults [SEEDS [KILLS [SEED]]]: sends through random faults, crashes and kills, and counts what arrived.
// Reprieve.MailFaults child FOLDER PORT ID: the process that is killed.
if (args is ["child", var folder, var port, var id])
{
    await KillRun.ChildAsync(folder, int.Parse(port, CultureInfo.InvariantCulture), id);
    return 0;
}

int seeds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 500;
int kills = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 50;
int first = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
int faults = 0;

await SayAsync($"{seeds} seeds, no mailbox to look into", () => SeedRun.RunAsync(seeds, first, null));
if (DovecotServer.IsInstalled)
{
    using DovecotServer dovecot = await DovecotServer.StartAsync();
    await SayAsync(
        $"{seeds} seeds, a provider that stores what was sent",
        () => SeedRun.RunAsync(seeds, first, StoringMailbox.Of(dovecot))
    );
}
else
{
    Console.WriteLine("Dovecot is not installed (Debian: dovecot-imapd); the seeds with a Sent folder are left out.");
}

await SayAsync($"{kills} kills", () => KillRun.RunAsync(kills, first));
return faults == 0 ? 0 : 1;

async Task SayAsync(string what, Func<Task<SeedResult>> run)
{
    var watch = Stopwatch.StartNew();
    SeedResult result = await run();
    Console.WriteLine($"{what}, {watch.Elapsed.TotalSeconds:0} s: {result}");
    result.Faults.ForEach(fault => Console.WriteLine("  " + fault));
    faults += result.Faults.Count;
}
