using Reprieve.Amazon.Notifications;
using Reprieve.AmazonStandIn;

namespace Reprieve.AmazonFaults;

/// <summary>What the runs of many seeds came to.</summary>
internal sealed class NotificationTotals
{
    public int Published { get; set; }

    public int Taken { get; set; }

    public int SetAside { get; set; }

    public int Crashes { get; set; }

    public int HandedAgain { get; set; }

    public int Requests { get; set; }

    public List<string> Faults { get; } = [];

    public override string ToString() =>
        $"{Published} in the queue, {Taken} taken, {SetAside} set aside, {Crashes} crashes, {HandedAgain} handed over again "
        + $"after a crash, {Requests} requests, {Faults.Count} faults";
}

/// <summary>
/// A queue with faults, a watcher that crashes, a taker that fails and is slow, for some simulated hours; then calm, until the
/// queue is empty. All of it is decided by the seed.
/// </summary>
internal sealed class NotificationRun : IDisposable
{
    private const int MostMessages = 60;
    private const int MostInBatch = 10;
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Stormy = TimeSpan.FromHours(6);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);
    private static readonly AwsKey Key = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    private readonly Random _dice;
    private readonly SimulatedClock _clock = new(Start);
    private readonly QueueStandIn _service;
    private readonly string _url;
    private readonly KeepingTaker _taker;
    private readonly HashSet<string> _good = [];
    private readonly HashSet<string> _poison = [];
    private int _crashes;

    private NotificationRun(int seed)
    {
        _dice = new Random(seed);
        _service = new QueueStandIn(_clock, seed) { Faults = Some(_dice) };
        _url = _service.Make("eu-west-1", "notifications");
        _taker = new KeepingTaker(_clock, _dice, 0.1 * _dice.NextDouble());
    }

    /// <summary>Runs seeds from one on.</summary>
    public static async Task<NotificationTotals> ManyAsync(int seeds, int first)
    {
        var totals = new NotificationTotals();
        for (int seed = first; seed < first + seeds; seed++)
        {
            using var run = new NotificationRun(seed);
            await run.RunAsync(seed, totals);
        }

        return totals;
    }

    public void Dispose() => _service.Dispose();

    private static QueueFaults Some(Random dice)
    {
        return new QueueFaults
        {
            ServerError = Share(),
            Throttled = Share(),
            CutBefore = Share(),
            CutAfter = Share(),
            Slow = Share(),
            PublishedTwice = Share(),
            Lost = Share(),
            Delayed = Share(),
            DeliveredTwice = Share(),
            Undeleted = Share(),
        };

        double Share() => dice.Next(3) == 0 ? 0 : 0.15 * dice.NextDouble();
    }

    private async Task RunAsync(int seed, NotificationTotals totals)
    {
        string folder = Directory.CreateTempSubdirectory("reprieve-notifications-").FullName;
        try
        {
            string book = Path.Combine(folder, "book");
            Publish(seed);
            double crashes = seed % 3 == 0 ? 0 : 0.03 * _dice.NextDouble();
            while (_clock.GetUtcNow() < Start + Stormy)
            {
                await LifeAsync(book, new Crash(_dice, crashes), Start + Stormy, untilEmpty: false);
                await _clock.RunAsync(Task.Delay(TimeSpan.FromMinutes(5 * _dice.NextDouble()), _clock));
            }

            _service.Faults = new QueueFaults();
            await LifeAsync(book, new Crash(_dice, 0), Start + Longest, untilEmpty: true);
            Judge(seed, book, totals);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Amazon's side: messages at random moments while the storm lasts, and some afterwards, for what is refused is set aside
    /// once others were taken.
    /// </summary>
    private void Publish(int seed)
    {
        for (int i = 0; i < MostMessages; i++)
        {
            string id = $"{seed}-{i}";
            bool late = i >= MostMessages - 3;
            int kind = late ? 19 : _dice.Next(20);
            string body =
                kind == 0 ? SeedMessages.Unreadable(id)
                : kind == 1 ? SeedMessages.Poison(id)
                : SeedMessages.Notification(id, _dice);
            _clock.At(
                Start + (Stormy * (late ? 1 + ((MostMessages - i) / 8.0) : _dice.NextDouble())),
                () =>
                {
                    if (_service.Publish(_url, body))
                    {
                        (kind < 2 ? _poison : _good).Add(kind < 2 ? body : id);
                    }
                }
            );
        }
    }

    /// <summary>One process, until it crashes or its time is over.</summary>
    private async Task LifeAsync(string path, Crash crash, DateTimeOffset until, bool untilEmpty)
    {
        _taker.Crash = crash;
        var http = new CrashingHandler(_service, crash);
        using NotificationBook book = NotificationBook.Open(path, null, _ => crash.Point());
        using var queue = new QueueClient(QueueAddress.Parse(_url), Key, _clock, http);
        var watcher = new NotificationWatcher(queue, book, _taker, _clock, _dice);
        try
        {
            while (_clock.GetUtcNow() < until && !(untilEmpty && _service.Bodies(_url).Count == 0))
            {
                await _clock.RunAsync(watcher.TickAsync(CancellationToken.None));
                await _clock.RunAsync(watcher.WaitAsync(CancellationToken.None));
            }
        }
        catch (Exception) when (crash.Happened)
        {
            _crashes++;
        }
    }

    private void Judge(int seed, string path, NotificationTotals totals)
    {
        using NotificationBook book = NotificationBook.Open(path);
        string[] aside = [.. book.SetAside().Select(message => message.Body)];
        Check(_taker.Kept.Count == _taker.Kept.Distinct().Count(), "taken twice");
        Check(_good.SetEquals(_taker.Kept), $"lost: {string.Join(' ', _good.Except(_taker.Kept))}");
        Check(
            aside.Length == aside.Distinct().Count() && _poison.SetEquals(aside),
            $"{aside.Length} set aside of {_poison.Count}"
        );
        Check(_service.Bodies(_url).Count == 0, $"{_service.Bodies(_url).Count} left in the queue");
        Check(_taker.Again <= _crashes * MostInBatch, $"{_taker.Again} handed over again, {_crashes} crashes");
        totals.Published += _good.Count + _poison.Count;
        totals.Taken += _taker.Kept.Count;
        totals.SetAside += aside.Length;
        totals.Crashes += _crashes;
        totals.HandedAgain += _taker.Again;
        totals.Requests += _service.Calls.Count;

        void Check(bool right, string words)
        {
            if (!right)
            {
                totals.Faults.Add($"seed {seed}: {words}");
            }
        }
    }
}
