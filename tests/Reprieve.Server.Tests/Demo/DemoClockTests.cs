using Microsoft.Extensions.Time.Testing;
using Reprieve.Server.Demo;

namespace Reprieve.Server.Tests.Demo;

public sealed class DemoClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 5, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_goes_on_from_its_start_as_the_real_one_does()
    {
        var real = new FakeTimeProvider(new DateTimeOffset(2031, 3, 9, 1, 0, 0, TimeSpan.Zero));
        var clock = new DemoClock(real, Start);
        clock.GetUtcNow().ShouldBe(Start);

        real.Advance(TimeSpan.FromHours(2));

        clock.GetUtcNow().ShouldBe(Start.AddHours(2));
    }

    [Fact]
    public void It_jumps_forward_and_never_back()
    {
        var clock = new DemoClock(new FakeTimeProvider(), Start);

        clock.GoTo(Start.AddDays(3));
        clock.GoTo(Start.AddDays(1));

        clock.GetUtcNow().ShouldBe(Start.AddDays(3));
    }
}
