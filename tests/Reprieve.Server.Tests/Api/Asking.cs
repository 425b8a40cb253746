using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Reprieve.Server.Tests.People;

namespace Reprieve.Server.Tests.Api;

/// <summary>A program with a token.</summary>
internal sealed class Asking : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="token">Null for none.</param>
    public Asking(RunningServer server, string? token)
    {
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(server.Address.GetLeftPart(UriPartial.Authority)),
        };
        if (token is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A program of the one on this machine.</summary>
    public static async Task<Asking> OfMachineAsync(RunningServer server)
    {
        using HttpResponseMessage made = await server.PostAsync("/tokens", ("name", "Sheet"), ("days", "30"));
        return new Asking(server, TokenIn(await made.Content.ReadAsStringAsync(Cancel)));
    }

    /// <summary>A program of a person.</summary>
    /// <param name="client">The only client it reaches; empty for all that the person sees.</param>
    public static async Task<Asking> OfAsync(RunningServer server, Visitor person, string client = "")
    {
        using HttpResponseMessage made = await person.PostFromAsync(
            "/tokens",
            "/tokens",
            ("name", "Sheet"),
            ("days", "30"),
            ("client", client)
        );
        return new Asking(server, TokenIn(await made.Content.ReadAsStringAsync(Cancel)));
    }

    public Task<HttpResponseMessage> SendAsync(string method, string path, object? body = null, string? key = null) =>
        SendAsync(method, path, body is null ? null : JsonContent.Create(body), key);

    public async Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? body, string? key = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative))
        {
            Content = body,
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
    }

    /// <summary>The JSON of an answer that must be a good one.</summary>
    public async Task<JsonElement> JsonAsync(string method, string path, object? body = null)
    {
        using HttpResponseMessage answer = await SendAsync(method, path, body);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The sentence of a refusal.</summary>
    public async Task<string> RefusalAsync(string method, string path, object? body, int status = 422)
    {
        using HttpResponseMessage answer = await SendAsync(method, path, body);
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/problem+json");
        JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
        return problem.GetProperty("detail").GetString()!;
    }

    public void Dispose() => _http.Dispose();

    private static string TokenIn(string page)
    {
        string token = RunningServer.Between(page, "reprieve_", "<");
        token.Length.ShouldBeGreaterThan(60, page);
        return "reprieve_" + token;
    }
}
