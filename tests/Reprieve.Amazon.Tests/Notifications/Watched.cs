using Reprieve.Amazon.Notifications;
using Reprieve.AmazonFaults;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.Notifications;

/// <summary>A queue at the stand-in, a book in a temporary folder, and a watcher with a taker that does what a test says.</summary>
internal sealed class Watched : INotificationTaker, IDisposable
{
    public static readonly AwsKey Key = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-watched-").FullName;
    private QueueClient _queue;
    private NotificationBook _book;
    private NotificationWatcher _watcher;

    public Watched()
    {
        Service = new QueueStandIn(Clock);
        Url = Service.Make("eu-west-1", "notifications");
        (_queue, _book, _watcher) = Start();
    }

    public SimulatedClock Clock { get; } = new(new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero));

    public QueueStandIn Service { get; }

    public string Url { get; }

    public NotificationBook Book => _book;

    /// <summary>Ids that were handed over, each time.</summary>
    public List<string> Handed { get; } = [];

    /// <summary>What the taker does with a notification.</summary>
    public Func<Notification, CancellationToken, Task>? OnTake { get; set; }

    public string BookPath => Path.Combine(_folder, "book");

    public void Publish(params string[] ids)
    {
        foreach (string id in ids)
        {
            Service.Publish(Url, SomeNotifications.AccountStatus(id, "NORMAL", "AT_RISK")).ShouldBeTrue();
        }
    }

    public Task<NotificationResult> TickAsync() => TickUntilAsync(CancellationToken.None);

    public Task<NotificationResult> TickUntilAsync(CancellationToken stop) => On(_watcher.TickAsync(stop));

    public Task WaitAsync() => Clock.RunAsync(_watcher.WaitAsync(CancellationToken.None));

    /// <summary>Ticks and waits for a time; what the ticks brought.</summary>
    public async Task<List<NotificationResult>> ForAsync(TimeSpan time)
    {
        DateTimeOffset until = Clock.GetUtcNow() + time;
        var results = new List<NotificationResult>();
        while (Clock.GetUtcNow() < until)
        {
            results.Add(await TickAsync());
            await WaitAsync();
        }

        return results;
    }

    public Task PassAsync(TimeSpan time) => Clock.RunAsync(Task.Delay(time, Clock));

    /// <summary>The process ends and another begins.</summary>
    public void Restart()
    {
        Stop();
        (_queue, _book, _watcher) = Start();
    }

    public async Task TakeAsync(Notification notification, CancellationToken cancel)
    {
        Handed.Add(notification.Id);
        if (OnTake is not null)
        {
            await OnTake(notification, cancel);
        }
    }

    public async Task<T> On<T>(Task<T> task)
    {
        await Clock.RunAsync(task);
        return await task;
    }

    public void Dispose()
    {
        Stop();
        Service.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private (QueueClient, NotificationBook, NotificationWatcher) Start()
    {
        var queue = new QueueClient(QueueAddress.Parse(Url), Key, Clock, Service);
        NotificationBook book = NotificationBook.Open(BookPath);
        return (queue, book, new NotificationWatcher(queue, book, this, Clock, new Random(1)));
    }

    private void Stop()
    {
        _book.Dispose();
        _queue.Dispose();
    }
}
