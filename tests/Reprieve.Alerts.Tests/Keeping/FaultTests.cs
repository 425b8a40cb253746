using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Tests.Keeping;

/// <summary>
/// A receiver that fails in every way, and a program that dies at every write: no alert is lost, and one comes a second
/// time only where nobody could know that it had come.
/// </summary>
public sealed class FaultTests
{
    private const int Seeds = 500;
    private const int Alerts = 12;

    [Fact]
    public async Task No_alert_is_lost_and_none_comes_twice_without_a_doubt_over_faults_and_restarts()
    {
        int twice = 0;
        int crashes = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            var run = new Run(seed);
            await run.GoAsync();
            run.Check(seed);
            twice += run.Receiver.Taken.Values.Sum(times => times - 1);
            crashes += run.Crashes;
        }

        // Otherwise the faults were none.
        crashes.ShouldBeGreaterThan(Seeds);
        twice.ShouldBeGreaterThan(Seeds / 10);
    }

    [Fact]
    public async Task Without_lost_answers_and_crashes_every_alert_comes_exactly_once()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var run = new Run(seed, doubts: false);
            await run.GoAsync();
            run.Check(seed);
            run.Receiver.Taken.Values.ShouldAllBe(times => times == 1);
        }
    }

    [Fact]
    public async Task A_crash_at_any_one_write_loses_nothing()
    {
        int writes = 0;
        for (int at = 0; at <= writes; at++)
        {
            var run = new Run(1, doubts: false) { CrashAt = at };
            await run.GoAsync();
            run.Check(at);
            writes = Math.Max(writes, run.Writes);
        }

        writes.ShouldBeGreaterThan(3 * Alerts);
    }

    /// <summary>The program died.</summary>
    private sealed class CrashException : Exception;

    private sealed class Run(int seed, bool doubts = true)
    {
        private readonly Random _chance = new(seed);
        private readonly FakeTimeProvider _clock = Samples.Clock();
        private readonly AlertChannel _channel = Samples.Channel(AlertKind.Webhook);
        private bool _calm;

        public Receiver Receiver { get; } = new();

        public int? CrashAt { get; init; }

        public int Writes { get; private set; }

        public int Crashes { get; private set; }

        public async Task GoAsync()
        {
            using var folder = new TempFolder();
            int next = 0;
            for (int life = 0; life < 200; life++)
            {
                _calm = life > 20;
                Receiver.Next = _calm ? () => Fault.None : Draw;
                using var book = new AlertBook(folder.Path, _clock, null, At, new Random(seed));
                using var sender = new AlertSender(KnowledgeLoader.BuiltIn, _clock, null, Receiver);
                try
                {
                    // The caller offers everything that happened so far again after a restart, as a watcher does.
                    for (int i = 0; i < next; i++)
                    {
                        Add(book, i);
                    }

                    for (int step = 0; step < 30; step++)
                    {
                        if (next < Alerts && (_calm || _chance.Next(2) == 0))
                        {
                            Add(book, next++);
                        }

                        await book.TickAsync([_channel], sender, TestContext.Current.CancellationToken);
                        _clock.Advance(TimeSpan.FromSeconds(_chance.Next(1, 900)));
                    }
                }
                catch (CrashException)
                {
                    Receiver.Died();
                    Crashes++;
                    continue;
                }

                if (next == Alerts && book.All().All(kept => kept.Deliveries.All(one => one.State is AlertState.Sent)))
                {
                    return;
                }
            }
        }

        public void Check(int at)
        {
            Receiver.Taken.Keys.ShouldBe(
                Enumerable.Range(0, Alerts).Select(i => "event-" + i),
                ignoreOrder: true,
                $"seed {at}"
            );
            foreach ((string happened, int times) in Receiver.Taken)
            {
                times.ShouldBeLessThanOrEqualTo(
                    1 + Receiver.Doubts.GetValueOrDefault(happened),
                    $"seed {at}, {happened}"
                );
            }
        }

        private void Add(AlertBook book, int i) =>
            book.Add(Samples.Alert("event-" + i, urgent: i % 3 == 0), [_channel]);

        private void At(string point)
        {
            int now = Writes++;
            bool dies = CrashAt is { } one ? now == one : doubts && !_calm && _chance.Next(40) == 0;
            if (dies)
            {
                throw new CrashException();
            }
        }

        private Fault Draw() =>
            _chance.Next(10) switch
            {
                0 => Fault.Status503,
                1 => Fault.Limited,
                2 => Fault.NoConnection,
                3 when doubts => Fault.AnswerLost,
                4 when doubts => Fault.CutInAnswer,
                _ => Fault.None,
            };
    }

    private enum Fault
    {
        None,
        Status503,
        Limited,
        NoConnection,
        AnswerLost,
        CutInAnswer,
    }

    /// <summary>Counts what it took, and when nobody could know that it did.</summary>
    private sealed class Receiver : HttpMessageHandler
    {
        private IReadOnlyList<string> _last = [];

        public Func<Fault> Next { get; set; } = () => Fault.None;

        public Dictionary<string, int> Taken { get; } = [];

        public Dictionary<string, int> Doubts { get; } = [];

        /// <summary>The program died; what came last may not have been written down.</summary>
        public void Died()
        {
            Doubt(_last);
            _last = [];
        }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancel
        )
        {
            _last = [];
            Fault fault = Next();
            switch (fault)
            {
                case Fault.Status503:
                    return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
                case Fault.Limited:
                    return new HttpResponseMessage(HttpStatusCode.TooManyRequests);
                case Fault.NoConnection:
                    throw new HttpRequestException("no route");
            }

            using JsonDocument json = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancel));
            string[] events =
            [
                .. json
                    .RootElement.GetProperty("alerts")
                    .EnumerateArray()
                    .Select(one => one.GetProperty("event").GetString()!),
            ];
            foreach (string happened in events)
            {
                Taken[happened] = Taken.GetValueOrDefault(happened) + 1;
            }

            if (fault is Fault.AnswerLost or Fault.CutInAnswer)
            {
                Doubt(events);
                return fault is Fault.AnswerLost
                    ? throw new HttpRequestException("reset")
                    : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Broken()) };
            }

            _last = events;
            return new HttpResponseMessage(HttpStatusCode.OK);
        }

        private void Doubt(IEnumerable<string> events)
        {
            foreach (string happened in events)
            {
                Doubts[happened] = Doubts.GetValueOrDefault(happened) + 1;
            }
        }

        private sealed class Broken : MemoryStream
        {
            public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default) =>
                throw new IOException("cut");
        }
    }
}
