namespace Reprieve.Wording.Tests;

public sealed class ModelSettingsTests
{
    [Fact]
    public void Without_an_endpoint_there_is_no_model() => Of(null).ShouldBeNull();

    [Theory]
    [InlineData("http://127.0.0.1:11434/v1")]
    [InlineData("http://localhost:8080")]
    [InlineData("https://models.example/v1")]
    public void An_endpoint_here_or_over_https_is_taken(string endpoint)
    {
        ModelSettings settings = Of(endpoint, model: "tiny", key: "k", seconds: "2.5")!;

        settings.Endpoint.ShouldBe(new Uri(endpoint));
        settings.Key.ShouldBe("k");
        settings.Timeout.ShouldBe(TimeSpan.FromSeconds(2.5));
    }

    [Theory]
    [InlineData("http://models.example/v1", "tiny", null, "unencrypted")]
    [InlineData("ftp://127.0.0.1", "tiny", null, "no web address")]
    [InlineData("models", "tiny", null, "no web address")]
    [InlineData("http://127.0.0.1", null, null, "REPRIEVE_MODEL")]
    [InlineData("http://127.0.0.1", "tiny", "0", "seconds")]
    [InlineData("http://127.0.0.1", "tiny", "1e9", "seconds")]
    public void What_cannot_be_meant_is_refused(string endpoint, string? model, string? seconds, string problem) =>
        Should.Throw<WordingException>(() => Of(endpoint, model, null, seconds)).Message.ShouldContain(problem);

    private static ModelSettings? Of(
        string? endpoint,
        string? model = null,
        string? key = null,
        string? seconds = null
    ) =>
        ModelSettings.From(name =>
            name switch
            {
                ModelSettings.EndpointVariable => endpoint,
                ModelSettings.ModelVariable => model,
                ModelSettings.KeyVariable => key,
                _ => seconds,
            }
        );
}
