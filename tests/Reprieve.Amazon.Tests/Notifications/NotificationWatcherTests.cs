using Reprieve.Amazon.Notifications;
using Reprieve.AmazonFaults;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.Notifications;

public sealed class NotificationWatcherTests : IDisposable
{
    private readonly Watched _watched = new();

    public void Dispose() => _watched.Dispose();

    [Fact]
    public async Task Hands_over_what_is_in_the_queue_and_deletes_it()
    {
        _watched.Publish([.. Enumerable.Range(0, 25).Select(i => $"n-{i}")]);

        NotificationResult result = await _watched.TickAsync();

        result.Trouble.ShouldBeNull();
        result.Taken.ShouldBe(25);
        _watched.Handed.Distinct().Count().ShouldBe(25);
        _watched.Service.Bodies(_watched.Url).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_wait_ends_when_a_message_comes()
    {
        DateTimeOffset sent = _watched.Clock.GetUtcNow() + TimeSpan.FromSeconds(7);
        _watched.Clock.At(sent, () => _watched.Publish("n-1"));

        await _watched.WaitAsync();

        (_watched.Clock.GetUtcNow() - sent).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        (await _watched.TickAsync()).Taken.ShouldBe(1);
        _watched
            .Service.Calls.Count(call => call == "ReceiveMessage")
            .ShouldBe(2, "the tick takes what the wait brought");
    }

    [Fact]
    public async Task What_a_wait_brought_long_ago_is_received_again()
    {
        _watched.Publish("n-1");
        await _watched.WaitAsync();
        await _watched.PassAsync(TimeSpan.FromMinutes(10));

        (await _watched.TickAsync()).Taken.ShouldBe(1);

        _watched.Service.Bodies(_watched.Url).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_delivery_is_dropped_also_after_a_restart()
    {
        _watched.Publish("n-1");
        (await _watched.TickAsync()).Taken.ShouldBe(1);
        _watched.Restart();
        _watched.Publish("n-1");

        NotificationResult result = await _watched.TickAsync();

        result.Taken.ShouldBe(0);
        result.Again.ShouldBe(1);
        _watched.Handed.ShouldBe(["n-1"]);
        _watched.Service.Bodies(_watched.Url).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_deleted_before_the_book_has_it()
    {
        _watched.Publish("n-1");
        _watched.Service.Order = operation =>
        {
            if (operation == "DeleteMessage")
            {
                File.Exists(_watched.BookPath).ShouldBeTrue();
            }

            return null;
        };

        (await _watched.TickAsync()).Trouble.ShouldBeNull();
    }

    [Fact]
    public async Task A_deletion_that_fails_is_made_up_for_and_nothing_is_handed_over_again()
    {
        _watched.Publish("n-1");
        _watched.Service.Order = operation => operation == "DeleteMessage" ? new QueueFault.CutBefore() : null;
        NotificationResult first = await _watched.TickAsync();
        _watched.Service.Order = null;

        List<NotificationResult> later = await _watched.ForAsync(TimeSpan.FromMinutes(5));

        first.Taken.ShouldBe(1);
        first.Trouble.ShouldNotBeNull().NeedsPerson.ShouldBeFalse();
        later.Sum(result => result.Again).ShouldBe(1);
        _watched.Handed.ShouldBe(["n-1"]);
        _watched.Service.Bodies(_watched.Url).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_the_taker_works_nobody_else_receives_the_message()
    {
        _watched.OnTake = (_, cancel) => Task.Delay(TimeSpan.FromMinutes(30), _watched.Clock, cancel);
        _watched.Publish("n-1", "n-2");
        bool seen = false;
        for (int minute = 1; minute < 60; minute++)
        {
            DateTimeOffset at = _watched.Clock.GetUtcNow() + TimeSpan.FromMinutes(minute);
            _watched.Clock.At(at, () => seen |= OtherReceives());
        }

        (await _watched.TickAsync()).Taken.ShouldBe(2);

        seen.ShouldBeFalse();
        _watched.Handed.Count.ShouldBe(2);
        _watched.Service.Bodies(_watched.Url).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_is_set_aside_once_and_shown()
    {
        _watched.Service.Publish(_watched.Url, "<nothing of the kind>");
        NotificationResult result = await _watched.TickAsync();
        _watched.Service.Publish(_watched.Url, "<nothing of the kind>");

        (await _watched.TickAsync()).SetAside.ShouldBeEmpty();

        result.SetAside.Single().Body.ShouldBe("<nothing of the kind>");
        result.SetAside[0].Reason.ShouldNotBeNullOrWhiteSpace();
        _watched.Restart();
        _watched.Book.SetAside().ShouldBe(result.SetAside);
        _watched.Service.Bodies(_watched.Url).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_notification_that_is_refused_does_not_keep_others_and_is_set_aside_in_the_end()
    {
        _watched.OnTake = (one, _) =>
            one.Id == "poison" ? throw new InvalidOperationException("no use") : Task.CompletedTask;
        _watched.Publish("poison", "n-1");
        _watched.Clock.At(_watched.Clock.GetUtcNow() + TimeSpan.FromMinutes(3), () => _watched.Publish("n-2"));

        List<NotificationResult> results = await _watched.ForAsync(TimeSpan.FromHours(1));

        results.Sum(result => result.Taken).ShouldBe(2);
        SetAsideMessage aside = results.SelectMany(result => result.SetAside).Single();
        aside.Reason.ShouldContain("no use");
        NotificationReader.Read(aside.Body).Notification.ShouldNotBeNull().Id.ShouldBe("poison");
        _watched.Handed.Count(id => id == "poison").ShouldBe(5);
        results.Select(result => result.Trouble?.Cause).OfType<InvalidOperationException>().ShouldNotBeEmpty();
        results[^1].Trouble.ShouldBeNull();
        _watched.Service.Bodies(_watched.Url).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_taker_that_takes_nothing_for_hours_loses_nothing()
    {
        bool broken = true;
        _watched.OnTake = (_, _) => broken ? throw new IOException("the disk is full") : Task.CompletedTask;
        _watched.Publish("n-1", "n-2", "n-3");
        List<NotificationResult> results = await _watched.ForAsync(TimeSpan.FromHours(12));
        broken = false;

        List<NotificationResult> later = await _watched.ForAsync(TimeSpan.FromHours(3));

        results.SelectMany(result => result.SetAside).ShouldBeEmpty();
        later.Sum(result => result.Taken).ShouldBe(3);
        _watched.Book.SetAside().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_refused_for_a_day_is_set_aside_though_nothing_else_came()
    {
        _watched.OnTake = (_, _) => throw new InvalidOperationException("no use");
        _watched.Publish("poison");

        List<NotificationResult> results = await _watched.ForAsync(TimeSpan.FromHours(27));

        results.SelectMany(result => result.SetAside).Count().ShouldBe(1);
    }

    [Fact]
    public async Task When_it_is_stopped_what_was_taken_is_in_the_book()
    {
        using var stop = new CancellationTokenSource();
        _watched.OnTake = (_, cancel) =>
        {
            if (_watched.Handed.Count == 2)
            {
                stop.Cancel();
                cancel.ThrowIfCancellationRequested();
            }

            return Task.CompletedTask;
        };
        _watched.Publish("n-1", "n-2", "n-3");
        await Should.ThrowAsync<OperationCanceledException>(() => _watched.TickUntilAsync(stop.Token));
        _watched.OnTake = null;
        _watched.Restart();

        await _watched.ForAsync(TimeSpan.FromMinutes(5));

        _watched.Handed.Count.ShouldBe(4, "the one in whose midst it was stopped comes again");
        _watched.Handed.Distinct().Count().ShouldBe(3);
        _watched.Service.Bodies(_watched.Url).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_book_that_cannot_be_written_loses_nothing()
    {
        _watched.Publish("n-1");
        Directory.CreateDirectory(_watched.BookPath + ".tmp");
        NotificationResult result = await _watched.TickAsync();
        Directory.Delete(_watched.BookPath + ".tmp");

        await _watched.ForAsync(TimeSpan.FromMinutes(5));
        _watched.Restart();

        result.Trouble.ShouldNotBeNull().Sentence.ShouldContain(_watched.BookPath);
        _watched.Handed.ShouldBe(["n-1"]);
        _watched.Service.Bodies(_watched.Url).ShouldBeEmpty();
    }

    [Fact]
    public async Task Through_faults_and_crashes_nothing_is_lost_or_taken_twice()
    {
        NotificationTotals totals = await NotificationRun.ManyAsync(seeds: 4, first: 1);

        totals.Faults.ShouldBeEmpty();
        totals.Crashes.ShouldBeGreaterThan(10);
        totals.SetAside.ShouldBeGreaterThan(10);
        totals.HandedAgain.ShouldBeGreaterThan(0);
    }

    /// <summary>Whether another program would get a message now.</summary>
    private bool OtherReceives()
    {
        using var other = new QueueClient(
            QueueAddress.Parse(_watched.Url),
            Watched.Key,
            TimeProvider.System,
            _watched.Service
        );
        Task<QueueBatch> batch = other.ReceiveAsync(TimeSpan.Zero, TimeSpan.Zero, CancellationToken.None);
        return batch.IsCompletedSuccessfully ? batch.Result.Messages.Count > 0 : throw new InvalidOperationException();
    }
}
