using Reprieve.Example;

namespace Reprieve.Server.Tests.Api;

/// <summary>The example of docs/api does what its page says.</summary>
public sealed class ExampleTests
{
    [Fact]
    public async Task The_example_takes_a_folder_in_and_says_what_is_asked()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string token = await server.Workbench.Tokens.MakeAsync(
            null,
            null,
            "Example",
            server.Clock.GetUtcNow().AddDays(1),
            cancel: TestContext.Current.CancellationToken
        );
        using var client = new ExampleClient(new Uri(server.Address.GetLeftPart(UriPartial.Authority)), token);
        var output = new StringWriter();

        (await client.RunAsync(RunningServer.Sample("late-shipment"), output)).ShouldBeTrue();

        output.ToString().ShouldContain("deactivation: plan");
        output.ToString().ShouldContain("package: ");
    }

    [Fact]
    public async Task It_says_what_the_workbench_says_where_it_is_refused()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using var client = new ExampleClient(
            new Uri(server.Address.GetLeftPart(UriPartial.Authority)),
            "reprieve_none"
        );

        InvalidOperationException refused = await Should.ThrowAsync<InvalidOperationException>(() =>
            client.RunAsync(RunningServer.Sample("late-shipment"), TextWriter.Null)
        );

        refused.Message.ShouldStartWith("401");
    }
}
