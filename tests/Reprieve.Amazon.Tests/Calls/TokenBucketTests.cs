using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Amazon.Calls;

namespace Reprieve.Amazon.Tests.Calls;

public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_but_one_of_the_calls_go_at_once_and_the_next_waits_for_a_refill()
    {
        var bucket = new TokenBucket(rate: 0.5, burst: 3, _time);
        await bucket.TakeAsync(Cancel);
        await bucket.TakeAsync(Cancel);

        Task third = bucket.TakeAsync(Cancel);
        third.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1999));
        third.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await third;
    }

    [Fact]
    public async Task A_bucket_of_one_lets_one_go_and_then_one_at_its_rate()
    {
        var bucket = new TokenBucket(rate: 1, burst: 1, _time);
        await bucket.TakeAsync(Cancel);
        Task second = bucket.TakeAsync(Cancel);
        second.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        await second;
    }

    [Fact]
    public async Task Those_who_wait_get_their_calls_in_the_order_in_which_they_came()
    {
        var bucket = new TokenBucket(rate: 1, burst: 1, _time);
        await bucket.TakeAsync(Cancel);
        Task[] waiting = [.. Enumerable.Range(0, 4).Select(_ => bucket.TakeAsync(Cancel))];
        for (int gone = 1; gone <= waiting.Length; gone++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await waiting[gone - 1];
            waiting.Count(one => one.IsCompleted).ShouldBe(gone);
        }
    }

    [Fact]
    public async Task After_too_many_calls_nothing_is_left_whatever_was_thought()
    {
        var bucket = new TokenBucket(rate: 0.1, burst: 20, _time);
        bucket.Empty();
        Task next = bucket.TakeAsync(Cancel);
        _time.Advance(TimeSpan.FromSeconds(9));
        next.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        await next;
    }

    [Fact]
    public async Task A_rate_that_an_answer_names_holds_from_then_on()
    {
        var bucket = new TokenBucket(rate: 0.01, burst: 1, _time);
        await bucket.TakeAsync(Cancel);
        bucket.Learn(2);
        Task next = bucket.TakeAsync(Cancel);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        await next;
    }

    [Fact]
    public async Task Whoever_stops_waiting_stops_at_once()
    {
        var bucket = new TokenBucket(rate: 0.01, burst: 1, _time);
        await bucket.TakeAsync(Cancel);
        using var stop = new CancellationTokenSource();
        Task waiting = bucket.TakeAsync(stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    /// <summary>Whatever the calls and pauses, a bucket of Amazon's own kind would never have been overdrawn.</summary>
    [Fact]
    public void No_order_of_calls_exceeds_the_limit() =>
        Gen.Select(Gen.Double[0.005, 5], Gen.Int[1, 20], Gen.Int[0, 400_000].Array[1, 60])
            .Sample(
                (rate, burst, pauses) =>
                {
                    var time = new FakeTimeProvider();
                    var bucket = new TokenBucket(rate, burst, time);
                    double left = burst;
                    DateTimeOffset at = time.GetUtcNow();
                    foreach (int pause in pauses)
                    {
                        time.Advance(TimeSpan.FromMilliseconds(pause));
                        Task call = bucket.TakeAsync(Cancel);
                        while (!call.IsCompleted)
                        {
                            time.Advance(TimeSpan.FromMilliseconds(Math.Max(1, 1000 / rate / 50)));
                        }

                        left = Math.Min(burst, left + ((time.GetUtcNow() - at).TotalSeconds * rate)) - 1;
                        at = time.GetUtcNow();
                        left.ShouldBeGreaterThan(-1e-6);
                    }
                },
                iter: 100
            );
}
