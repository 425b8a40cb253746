namespace Reprieve.Server.Tests.Actions;

/// <summary>What the page of settings tells of the machine.</summary>
public sealed class SettingsTests
{
    [Fact]
    public async Task The_data_folder_is_the_whole_folder_and_not_the_one_of_the_server_in_it()
    {
        await using RunningServer server = await RunningServer.StartAsync();

        string page = await server.PageAsync("/settings");

        page.ShouldContain(server.DataFolder + "<");
        page.ShouldNotContain(server.StateFolder + "<");
    }
}
