using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.StandIns;

public sealed class SimulatedTimeTests
{
    private readonly SimulatedTime _time = new(Caller.Start);

    [Fact]
    public void A_day_of_waiting_passes_at_once()
    {
        _time.Run(() => Task.Delay(TimeSpan.FromDays(1), _time));

        _time.GetUtcNow().ShouldBe(Caller.Start.AddDays(1));
        _time.Excursions.ShouldBe(0);
    }

    [Fact]
    public void Waiting_tasks_go_on_in_the_order_of_their_times_and_of_their_asking()
    {
        List<string> order = [];
        async Task Wait(string name, int seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), _time);
            order.Add($"{name}@{_time.Elapsed.TotalSeconds:0}");
        }

        _time.Run(() => Task.WhenAll(Wait("a", 30), Wait("b", 10), Wait("c", 10), Wait("d", 20)));

        order.ShouldBe(["b@10", "c@10", "d@20", "a@30"]);
    }

    [Fact]
    public void The_clock_stands_still_while_there_is_work()
    {
        DateTimeOffset after = _time.Run(async () =>
        {
            Task timer = Task.Delay(TimeSpan.FromSeconds(1), _time);
            for (int i = 0; i < 1000; i++)
            {
                await Task.Yield();
            }

            timer.IsCompleted.ShouldBeFalse();
            return _time.GetUtcNow();
        });

        after.ShouldBe(Caller.Start);
    }

    [Fact]
    public void A_semaphore_and_a_channel_keep_to_the_one_thread()
    {
        int thread = Environment.CurrentManagedThreadId;
        using SemaphoreSlim one = new(1);
        _time.Run(() =>
            Task.WhenAll(
                Enumerable
                    .Range(0, 20)
                    .Select(async i =>
                    {
                        await one.WaitAsync();
                        await Task.Delay(TimeSpan.FromSeconds(i), _time);
                        one.Release();
                        Environment.CurrentManagedThreadId.ShouldBe(thread);
                    })
            )
        );

        _time.Elapsed.ShouldBe(TimeSpan.FromSeconds(190));
        _time.Excursions.ShouldBe(0);
    }

    [Fact]
    public void Work_that_waits_for_nothing_known_is_a_dead_end()
    {
        TaskCompletionSource never = new();

        DeadEndException end = Should.Throw<DeadEndException>(() =>
            _time.Run(async () =>
            {
                await Task.Delay(TimeSpan.FromMinutes(5), _time);
                await never.Task;
            })
        );

        end.At.ShouldBe(Caller.Start.AddMinutes(5));
    }

    [Fact]
    public void Work_on_another_thread_is_counted_and_waited_for_while_the_clock_is_held()
    {
        DateTimeOffset at = _time.Run(async () =>
        {
            Task late = Task.Delay(TimeSpan.FromHours(1), _time);
            using (_time.Hold())
            {
                await Task.Run(() => Thread.SpinWait(2_000_000));
            }

            late.IsCompleted.ShouldBeFalse();
            return _time.GetUtcNow();
        });

        at.ShouldBe(Caller.Start);
        _time.Excursions.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_cancellation_by_time_comes_at_its_time()
    {
        using CancellationTokenSource source = new(TimeSpan.FromSeconds(90), _time);

        Should.Throw<OperationCanceledException>(() =>
            _time.Run(() => Task.Delay(TimeSpan.FromHours(1), _time, source.Token))
        );

        _time.Elapsed.ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void A_periodic_timer_ticks_until_it_is_stopped()
    {
        int ticks = 0;
        using (ITimer timer = _time.CreateTimer(_ => ticks++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)))
        {
            _time.Advance(TimeSpan.FromSeconds(31));
        }

        _time.Advance(TimeSpan.FromSeconds(100));

        ticks.ShouldBe(4);
    }

    [Fact]
    public void Held_time_does_not_jump()
    {
        DateTimeOffset at = _time.Run(async () =>
        {
            Task late = Task.Delay(TimeSpan.FromHours(1), _time);
            using (_time.Hold())
            {
                await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System);
            }

            return late.IsCompleted ? DateTimeOffset.MaxValue : _time.GetUtcNow();
        });

        at.ShouldBe(Caller.Start);
    }

    [Fact]
    public void An_error_of_the_work_is_thrown_as_it_is() =>
        Should.Throw<FormatException>(() =>
            _time.Run(async () =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1), _time);
                throw new FormatException();
            })
        );
}
