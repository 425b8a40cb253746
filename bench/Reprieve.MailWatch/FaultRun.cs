using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Mail;
using Reprieve.MailFaults;

namespace Reprieve.MailWatch;

/// <summary>What runs of faults found.</summary>
internal sealed record FaultResult
{
    public int Mails { get; set; }
    public int Others { get; set; }
    public int Cuts { get; set; }
    public int Restarts { get; set; }
    public int Crashes { get; set; }
    public int Again { get; set; }
    public int Anew { get; set; }
    public int Duplicates { get; set; }
    public int Moves { get; set; }
    public List<string> Faults { get; } = [];

    public override string ToString() =>
        $"{Mails} mails of Amazon's among {Others} others; {Cuts} cuts, {Restarts} restarts, {Crashes} crashes or kills "
        + $"({Again} mails handed over again after them, known by the taker), {Anew} folders made anew, "
        + $"{Duplicates} second deliveries, {Moves} moves; {Faults.Count} faults";
}

/// <summary>Watches one mailbox through random faults, seed by seed, and holds what was taken against what was delivered.</summary>
internal sealed class FaultRun(DovecotServer dovecot, CuttingProxy proxy, FaultResult result)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));
    private readonly KeepingTaker _taker = new();
    private readonly List<string> _delivered = [];

    /// <param name="seeds">How many.</param>
    /// <param name="first">The first.</param>
    /// <param name="others">Other mails in the mailbox from the beginning.</param>
    public static async Task<FaultResult> RunAsync(int seeds, int first, int others)
    {
        var result = new FaultResult { Others = others };
        string folder = Directory.CreateTempSubdirectory("reprieve-watch-").FullName;
        using DovecotServer dovecot = await DovecotServer.StartAsync();
        using var proxy = new CuttingProxy(dovecot.Server);
        try
        {
            for (int i = 0; i < others; i++)
            {
                dovecot.Store("", SomeMails.Other(string.Create(CultureInfo.InvariantCulture, $"other {i}"), i % 60));
            }

            var run = new FaultRun(dovecot, proxy, result);
            for (int seed = first; seed < first + seeds; seed++)
            {
                await run.SeedAsync(Path.Combine(folder, "book"), seed);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return result;
    }

    private async Task SeedAsync(string book, int seed)
    {
        var random = new Random(seed);
        proxy.CutsAfter = () => Budget(random);
        int rounds = random.Next(1, 4);
        for (int round = 0; round < rounds; round++)
        {
            await UserAsync(random, string.Create(CultureInfo.InvariantCulture, $"seed {seed} {round}"));
            await WatchAsync(book, random, random.Next(1, 5));
        }

        // Without faults it comes to its end.
        proxy.CutsAfter = () => long.MaxValue;
        await WatchAsync(book, null, 3);
        Judge(seed);
    }

    private long Budget(Random random)
    {
        bool cuts = random.Next(3) > 0;
        result.Cuts += cuts ? 1 : 0;
        return cuts ? random.Next(1_500, 60_000) : long.MaxValue;
    }

    /// <summary>What happens in the mailbox: new mails, second deliveries, moves, folders made anew.</summary>
    private async Task UserAsync(Random random, string name)
    {
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            string own = string.Create(CultureInfo.InvariantCulture, $"{name} {i}");
            int lines = random.Next(4) == 0 ? random.Next(4_000) : random.Next(40);
            for (int copies = random.Next(4) == 0 ? 2 : 1; copies > 0; copies--)
            {
                dovecot.Store("", SomeMails.Amazon(own, copies == 2 ? "elsewhere" : "here", lines));
                result.Duplicates += copies == 2 ? 1 : 0;
            }

            dovecot.Store("", SomeMails.Other("other " + own, random.Next(60)));
            _delivered.Add(own);
            result.Mails++;
        }

        switch (random.Next(4))
        {
            case 0:
                result.Moves++;
                await Mailbox.MoveAsync(dovecot, random.Next(2) == 0 ? "Customers" : "Junk", random.Next(30));
                break;
            case 1:
                result.Anew++;
                await Mailbox.MakeAnewAsync(dovecot, random.Next(2) == 0 ? "Customers" : "Junk");
                break;
            default:
                break;
        }
    }

    /// <summary>A program that is started, ticks some times, and ends, by itself or by a crash.</summary>
    private async Task WatchAsync(string path, Random? random, int ticks)
    {
        result.Restarts++;
        int crashIn = random is not null && random.Next(3) == 0 ? random.Next(1, 4) : 0;
        _taker.After = _ => Crash(ref crashIn);
        using WatchBook book = WatchBook.Open(path);
        await using MailboxWatcher watcher = Mailbox.Watcher(proxy.Server, dovecot, book, _taker, _clock);
        int before = _taker.Again;
        for (int i = 0; i < ticks; i++)
        {
            try
            {
                await watcher.TickAsync(CancellationToken.None);
            }
            catch (CrashException)
            {
                break;
            }

            _clock.Advance(TimeSpan.FromHours(1));
        }

        result.Again += _taker.Again - before;
    }

    private void Crash(ref int left)
    {
        if (--left == 0)
        {
            result.Crashes++;
            throw new CrashException();
        }
    }

    private void Judge(int seed)
    {
        string[] missed = [.. _delivered.Except(_taker.Names)];
        string[] twice =
        [
            .. _taker.Names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key),
        ];
        string[] foreign = [.. _taker.Names.Except(_delivered)];
        if (missed.Length + twice.Length + foreign.Length > 0)
        {
            result.Faults.Add(
                $"seed {seed}: missed {string.Join(", ", missed)}; twice {string.Join(", ", twice)}; foreign {string.Join(", ", foreign)}"
            );
            _delivered.RemoveAll(missed.Contains);
        }
    }
}
