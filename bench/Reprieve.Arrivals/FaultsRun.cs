using System.Globalization;
using Reprieve.MailFaults;
using Reprieve.MailWatch;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Arrivals;

/// <summary>What runs with faults found, held against one without.</summary>
internal sealed record FaultsResult
{
    public int Seeds { get; set; }
    public int Starts { get; set; }
    public int Stopped { get; set; }
    public int Cuts { get; set; }
    public int Twice { get; set; }
    public int Anew { get; set; }
    public int Moves { get; set; }
    public List<string> Faults { get; } = [];

    public override string ToString() =>
        $"{Seeds} runs, {Starts} starts, {Stopped} stopped or killed on the way, {Cuts} lines cut, {Twice} second deliveries, "
        + $"{Anew} folders made anew, {Moves} moves; {Faults.Count} faults";
}

/// <summary>
/// The same mails arrive again and again at the same cases, each time with other faults: the line is cut, the program is stopped
/// at a random moment and started again, mails come twice, are moved, and folders are made anew. Afterwards the cases must read as
/// after a run without any.
/// </summary>
internal sealed class FaultsRun(string folder, Scenario scenario, SignedMails mails, FaultsResult result)
{
    private const int Cases = 6;
    private const int Others = 60;

    private string Template => Path.Combine(folder, "template");

    public static async Task<FaultsResult> RunAsync(int seeds, int first, string fixtures)
    {
        string folder = Directory.CreateTempSubdirectory("reprieve-arrivals-").FullName;
        using var mails = new SignedMails();
        var result = new FaultsResult();
        try
        {
            var run = new FaultsRun(folder, new Scenario(mails, fixtures, DateTimeOffset.UtcNow, Cases), mails, result);
            await run.RunAsync(seeds, first);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return result;
    }

    private async Task RunAsync(int seeds, int first)
    {
        using DovecotServer none = await DovecotServer.StartAsync();
        await WatchedWorkbench.MakeAsync(
            Template,
            scenario,
            WatchedWorkbench.Options(Template, mails, WatchedWorkbench.Ends(none.Certificate)),
            TimeProvider.System
        );
        IReadOnlyList<string> expected = await OneAsync(null);
        for (int seed = first; seed < first + seeds; seed++)
        {
            IReadOnlyList<string> lines = await OneAsync(new Random(seed));
            result.Seeds++;
            string[] missing = [.. expected.Except(lines)];
            string[] other = [.. lines.Except(expected)];
            if (missing.Length + other.Length > 0 || lines.Count != expected.Count)
            {
                result.Faults.Add(
                    $"seed {seed}:\n  - {string.Join("\n  - ", missing)}\n  + {string.Join("\n  + ", other)}"
                );
            }
        }
    }

    /// <summary>One run to its end; what the cases read then.</summary>
    /// <param name="random">Makes the faults; null for none.</param>
    private async Task<IReadOnlyList<string>> OneAsync(Random? random)
    {
        string data = Path.Combine(folder, "data");
        Copy(Template, data);
        using DovecotServer dovecot = await DovecotServer.StartAsync();
        using var proxy = new CuttingProxy(dovecot.Server);
        ServerOptions options = WatchedWorkbench.Options(data, mails, WatchedWorkbench.Ends(dovecot.Certificate));
        List<byte[]> waiting = [.. scenario.Arriving.Select(mail => mail.Mail)];
        while (waiting.Count > 0)
        {
            int some = random is null ? waiting.Count : random.Next(1, waiting.Count + 1);
            Deliver(dovecot, waiting[..some], random);
            waiting.RemoveRange(0, some);
            if (random is not null)
            {
                proxy.CutsAfter = () => Budget(random);
                await UserAsync(dovecot, random);
                await WatchAsync(data, options, proxy, random);
            }
        }

        proxy.CutsAfter = () => long.MaxValue;
        await WatchAsync(data, options, proxy, null);
        IReadOnlyList<string> lines;
        await using (Workbench workbench = await OpenAsync(data))
        {
            lines = await Histories.OfAsync(workbench);
        }

        Directory.Delete(data, recursive: true);
        return lines;
    }

    private void Deliver(DovecotServer dovecot, IReadOnlyList<byte[]> some, Random? random)
    {
        foreach (byte[] mail in some)
        {
            dovecot.Store("", mail);
            if (random?.Next(4) == 0)
            {
                result.Twice++;
                dovecot.Store("", SignedMails.Again(mail));
            }
        }

        for (int i = 0; i < Others; i++)
        {
            dovecot.Store(
                "",
                SomeMails.Other(string.Create(CultureInfo.InvariantCulture, $"other {Guid.NewGuid()}"), i)
            );
        }
    }

    private async Task UserAsync(DovecotServer dovecot, Random random)
    {
        string box = random.Next(2) == 0 ? "Customers" : "Junk";
        switch (random.Next(3))
        {
            case 0:
                result.Moves++;
                await MailWatch.Mailbox.MoveAsync(dovecot, box, random.Next(60));
                break;
            case 1:
                result.Anew++;
                await MailWatch.Mailbox.MakeAnewAsync(dovecot, box);
                break;
            default:
                break;
        }
    }

    /// <summary>Starts the program, and lets it come to its end or stops it at some moment.</summary>
    private async Task WatchAsync(string data, ServerOptions options, CuttingProxy proxy, Random? random)
    {
        result.Starts++;
        await using Workbench workbench = await OpenAsync(data);
        await WatchedWorkbench.WatchAsync(workbench, proxy.Server);
        using var stop = new CancellationTokenSource();
        if (random?.Next(3) > 0)
        {
            stop.CancelAfter(random.Next(1_500));
        }

        await using WatchHost host = await WatchHost.StartAsync(
            workbench,
            options,
            TimeProvider.System,
            new WatchedWorkbench.Silence()
        );
        try
        {
            await host.OnceAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            result.Stopped++;
        }
    }

    private long Budget(Random random)
    {
        bool cuts = random.Next(3) > 0;
        result.Cuts += cuts ? 1 : 0;
        return cuts ? random.Next(1_500, 60_000) : long.MaxValue;
    }

    private static Task<Workbench> OpenAsync(string data) =>
        Workbench.OpenAsync(new WorkbenchOptions { Folder = data }, TimeProvider.System);

    internal static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string there = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(there)!);
            File.Copy(file, there);
        }
    }
}
