using Reprieve.Amazon.Notifications;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.Notifications;

public sealed class NotificationPauseTests : IDisposable
{
    private readonly Watched _watched = new();

    public void Dispose() => _watched.Dispose();

    [Fact]
    public async Task The_pause_after_faults_grows_and_the_queue_is_left_alone_meanwhile()
    {
        _watched.Service.Order = _ => QueueFault.ServerError;

        await _watched.ForAsync(TimeSpan.FromHours(6));

        _watched.Service.Calls.Count.ShouldBeInRange(24, 45, "every quarter of an hour in the end");
        NotificationTrouble trouble = (await _watched.TickAsync()).Trouble.ShouldNotBeNull();
        trouble.NotBefore.ShouldBeGreaterThanOrEqualTo(_watched.Clock.GetUtcNow());
        trouble.NeedsPerson.ShouldBeFalse();
    }

    [Fact]
    public async Task Where_a_person_is_needed_the_queue_is_asked_rarely()
    {
        _watched.Service.Keys.Clear();

        await _watched.ForAsync(TimeSpan.FromHours(24));

        _watched.Service.Calls.Count.ShouldBeLessThan(15);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_not_waited_for()
    {
        _watched.Service.Order = _ => new QueueFault.Slow(TimeSpan.FromHours(1));
        DateTimeOffset before = _watched.Clock.GetUtcNow();

        NotificationTrouble trouble = (await _watched.TickAsync()).Trouble.ShouldNotBeNull();

        (_watched.Clock.GetUtcNow() - before).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        trouble.NeedsPerson.ShouldBeFalse();
    }
}
