using System.Text.Json;
using Reprieve.Server.Tests.Api;

namespace Reprieve.Server.Tests.Selling;

/// <summary>What the pages can do with a watch without a connection, programs can.</summary>
public sealed class HandWatchApiTests : IAsyncLifetime
{
    private const string Connections = "/api/v1/connections";

    private SellingServer _selling = null!;
    private Asking _program = null!;

    public async ValueTask InitializeAsync()
    {
        _selling = await SellingServer.StartAsync();
        _program = await Asking.OfMachineAsync(_selling.Server);
    }

    public ValueTask DisposeAsync()
    {
        _program.Dispose();
        return _selling.DisposeAsync();
    }

    [Fact]
    public async Task A_watch_is_kept_and_takes_figures_and_says_when_it_is_due()
    {
        string path = $"{Connections}/{await BegunAsync()}/standing";
        (await _program.JsonAsync("GET", path)).GetProperty("due").GetString().ShouldNotBeNull();

        await _program.JsonAsync(
            "POST",
            path,
            new { figures = new Dictionary<string, string> { ["late_shipment_rate_30d.merchant"] = "3.5" } }
        );

        JsonElement standing = await _program.JsonAsync("GET", path);
        standing.GetProperty("due").ValueKind.ShouldBe(JsonValueKind.Null);
        standing.GetProperty("stores")[0].GetProperty("figures")[0].GetProperty("now").GetString().ShouldBe("3.5 %");
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused_at_its_field()
    {
        string path = $"{Connections}/{await BegunAsync()}/standing";

        (
            await _program.RefusalAsync(
                "POST",
                path,
                new { figures = new Dictionary<string, string> { ["account_health_rating"] = "9999" } }
            )
        ).ShouldContain("account_health_rating: A score is");
        (await _program.RefusalAsync("POST", path, new { report = "{}" })).ShouldNotBeEmpty();
        (await _program.RefusalAsync("POST", path, new { })).ShouldContain("Nothing is entered");
    }

    [Fact]
    public async Task A_connection_takes_no_figures_by_hand()
    {
        await _selling.ConnectAsync();

        await _program.RefusalAsync("POST", $"{Connections}/{await _selling.IdAsync()}/standing", new { }, 404);
    }

    [Fact]
    public async Task A_client_s_watch_is_apart()
    {
        await _selling.PostAsync("/clients", ("name", "Harbor Trade"));
        Guid client = (await _selling.Server.Workbench.Clients.ClientsAsync(TestContext.Current.CancellationToken))
            .Single()
            .Id;
        string path = $"/api/v1/clients/{client}/connections";
        JsonElement kept = await _program.JsonAsync("PUT", path + "/hand", new { name = "Ours", store = "amazon.de" });
        string id = kept.GetProperty("id").GetString().ShouldNotBeNull();

        await _program.RefusalAsync("POST", $"{Connections}/{id}/standing", new { }, 404);
        await _program.JsonAsync(
            "POST",
            $"{path}/{id}/standing",
            new { figures = new Dictionary<string, string> { ["otherPolicyViolations"] = "1" } }
        );
        (await _selling.PageAsync($"/clients/{client}/connections/{id}")).ShouldContain("Other policy violations");
        (await _selling.PageAsync($"/clients/{client}/connections/{id}/hand")).ShouldContain("amazon.de");
    }

    private async Task<string> BegunAsync()
    {
        JsonElement kept = await _program.JsonAsync(
            "PUT",
            Connections + "/hand",
            new { name = "Ours", store = "amazon.com" }
        );
        kept.GetProperty("byHand").GetBoolean().ShouldBeTrue();
        return kept.GetProperty("id").GetString().ShouldNotBeNull();
    }
}
