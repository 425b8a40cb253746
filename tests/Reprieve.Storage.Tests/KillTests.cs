using Reprieve.Kills;

namespace Reprieve.Storage.Tests;

public sealed class KillTests
{
    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_process_is_killed()
    {
        KillResult result = await KillRun.RunAsync(kills: 5, seed: 20261126);

        result.Faults.ShouldBeEmpty();
        result.Acknowledged.ShouldBeGreaterThan(10);
    }
}
