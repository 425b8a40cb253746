using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Reprieve.Example;

/// <summary>
/// A small program that uses the API: it takes a folder in as a case, says what the notice is and what is asked, and keeps
/// the package where there is one.
/// </summary>
public sealed class ExampleClient : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="address">Where the workbench is.</param>
    /// <param name="token">From the page Settings, Tokens for programs.</param>
    public ExampleClient(Uri address, string token)
    {
        _http = new HttpClient { BaseAddress = new Uri(address, "/api/v1/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    /// <returns>Whether it came to the end.</returns>
    public async Task<bool> RunAsync(string folder, TextWriter output)
    {
        JsonElement opened = await SendAsync(HttpMethod.Post, "cases", new { title = new DirectoryInfo(folder).Name });
        string home = "cases/" + opened.GetProperty("id").GetString();
        foreach (string file in Directory.GetFiles(folder))
        {
            using var content = new StreamContent(File.OpenRead(file));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            string path = Uri.EscapeDataString(Path.GetFileName(file));
            using HttpResponseMessage put = await _http.PutAsync(Relative($"{home}/file?path={path}"), content);
            await CheckedAsync(put);
        }

        await SendAsync(HttpMethod.Post, home + "/reading?name=true");
        JsonElement notice = await ReadAsync(home + "/notice");
        JsonElement questions = await ReadAsync(home + "/questions");
        await output.WriteLineAsync($"{notice.GetProperty("kind")}: {notice.GetProperty("responseMode")}");
        foreach (JsonElement question in questions.GetProperty("questions").EnumerateArray())
        {
            if (question.GetProperty("state").GetString() is "open" or "not_taken")
            {
                await output.WriteLineAsync($"asked: {question.GetProperty("ask")}");
            }
        }

        using HttpResponseMessage package = await _http.GetAsync(Relative(home + "/package"));
        if (package.IsSuccessStatusCode)
        {
            byte[] bytes = await package.Content.ReadAsByteArrayAsync();
            await output.WriteLineAsync($"package: {bytes.Length} bytes");
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Reads something of a case; while the case is still being read, asks again.</summary>
    private async Task<JsonElement> ReadAsync(string path)
    {
        while (true)
        {
            using HttpResponseMessage answer = await _http.GetAsync(Relative(path));
            if (answer.StatusCode != System.Net.HttpStatusCode.Conflict)
            {
                return await CheckedAsync(answer);
            }

            await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Writes something; sent again with the same key it would not be done again.</summary>
    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, Relative(path))
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using HttpResponseMessage answer = await _http.SendAsync(request);
        return await CheckedAsync(answer);
    }

    /// <summary>The JSON of an answer.</summary>
    /// <exception cref="InvalidOperationException">It was refused; the message is the workbench's.</exception>
    private static async Task<JsonElement> CheckedAsync(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        JsonElement said = text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        return answer.IsSuccessStatusCode
            ? said
            : throw new InvalidOperationException(
                $"{(int)answer.StatusCode}: {said.GetProperty("detail").GetString()}"
            );
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
