using System.Text.Json;
using Reprieve.Server.Tests.Api;

namespace Reprieve.Server.Tests.Selling;

/// <summary>What the page can do with connections to Amazon, programs can.</summary>
public sealed class ConnectionApiTests : IAsyncLifetime
{
    private const string Connections = "/api/v1/connections";

    private SellingServer _selling = null!;
    private Asking _program = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
    public async Task A_connection_is_kept_tried_and_forgotten_and_its_secrets_never_come_out()
    {
        JsonElement kept = await _program.JsonAsync("PUT", Connections, Request(_selling.Token));
        kept.GetProperty("trial").ValueKind.ShouldBe(JsonValueKind.Null);
        string id = kept.GetProperty("id").GetString().ShouldNotBeNull();

        JsonElement trial = await _program.JsonAsync("POST", $"{Connections}/{id}/test");
        trial.GetProperty("good").GetBoolean().ShouldBeTrue();
        trial.GetProperty("stores")[0].GetProperty("code").GetString().ShouldBe("amazon.com");
        trial.GetProperty("rights").GetArrayLength().ShouldBe(2);

        JsonElement listed = await _program.JsonAsync("GET", Connections);
        listed[0].GetProperty("trial").GetProperty("good").GetBoolean().ShouldBeTrue();
        listed[0].GetProperty("clientId").GetString().ShouldBe(SellingServer.App);
        listed.GetRawText().ShouldNotContain(SellingServer.Secret);
        listed.GetRawText().ShouldNotContain(_selling.Token);

        await _program.JsonAsync("DELETE", $"{Connections}/{id}");
        (await _program.JsonAsync("GET", Connections)).GetArrayLength().ShouldBe(0);
        (await _program.RefusalAsync("POST", $"{Connections}/{id}/test", null, 404)).ShouldContain(
            "no such connection"
        );
    }

    [Fact]
    public async Task A_trial_that_amazon_refuses_is_an_answer_in_words()
    {
        string id = (await _program.JsonAsync("PUT", Connections, Request("no-such-token")))
            .GetProperty("id")
            .GetString()
            .ShouldNotBeNull();

        JsonElement trial = await _program.JsonAsync("POST", $"{Connections}/{id}/test");

        trial.GetProperty("good").GetBoolean().ShouldBeFalse();
        trial.GetProperty("trouble").GetString().ShouldNotBeNull().ShouldContain("does not take the refresh token");
    }

    [Theory]
    [InlineData("", "na", "app", "token", null, null, "a name")]
    [InlineData("One", "mars", "app", "token", null, null, "na, eu, fe")]
    [InlineData("One", "na", " ", "token", null, null, "client id")]
    [InlineData("One", "na", "app", "", null, null, "refresh token")]
    [InlineData("One", "na", "app", "token", "A1/../x", null, "letters and digits")]
    [InlineData("One", "na", "app", "token", null, "amazon.de", "amazon.de is not among the stores of North America")]
    public async Task A_connection_that_is_none_is_refused_in_words(
        string name,
        string region,
        string clientId,
        string refreshToken,
        string? sellerId,
        string? store,
        string says
    )
    {
        string refusal = await _program.RefusalAsync(
            "PUT",
            Connections,
            new
            {
                name,
                region,
                clientId,
                clientSecret = "secret",
                refreshToken,
                sellerId,
                stores = store is null ? null : new[] { store },
            }
        );

        refusal.ShouldContain(says);
        (await _selling.Server.Workbench.Connections.OfAsync(null, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_field_without_end_is_refused()
    {
        (await _program.RefusalAsync("PUT", Connections, Request(new string('x', 4_001)))).ShouldContain("4000");
    }

    [Fact]
    public async Task A_client_s_connections_are_apart()
    {
        (await _selling.PostAsync("/clients", ("name", "Harbor Trade"))).Page.ShouldContain("Harbor Trade");
        Guid client = (await _selling.Server.Workbench.Clients.ClientsAsync(Cancel)).Single().Id;
        string path = $"/api/v1/clients/{client}/connections";
        JsonElement kept = await _program.JsonAsync("PUT", path, Request(_selling.Token));
        string id = kept.GetProperty("id").GetString().ShouldNotBeNull();

        (await _program.JsonAsync("GET", Connections)).GetArrayLength().ShouldBe(0);
        await _program.RefusalAsync("POST", $"{Connections}/{id}/test", null, 404);
        (await _program.JsonAsync("POST", $"{path}/{id}/test")).GetProperty("good").GetBoolean().ShouldBeTrue();
        await _program.JsonAsync("DELETE", $"{Connections}/{id}");
        (await _program.JsonAsync("GET", path)).GetArrayLength().ShouldBe(1, "another client's stays");
        await _program.JsonAsync("DELETE", $"{path}/{id}");
        (await _program.JsonAsync("GET", path)).GetArrayLength().ShouldBe(0);
    }

    private static object Request(string token) =>
        new
        {
            name = "Northfold",
            region = "na",
            clientId = SellingServer.App,
            clientSecret = SellingServer.Secret,
            refreshToken = token,
        };
}
