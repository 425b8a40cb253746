using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Reprieve.AmazonStandIn;

namespace Reprieve.Amazon.Tests.StandIns;

/// <summary>A stand-in with one application and one account, and plain calls of it.</summary>
internal sealed class Caller : IDisposable
{
    public const string Us = "ATVPDKIKX0DER";
    public static readonly DateTimeOffset Start = new(2026, 9, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly HttpClient _http;

    public Caller(SellerAccount? account = null, Func<HttpMessageHandler, HttpMessageHandler>? around = null)
    {
        StandIn = new(Time);
        Account =
            account
            ?? new SellerAccount
            {
                SellerId = "A1STANDIN",
                RefreshTokens = ["Atzr|one"],
                Region = "NA",
                Marketplaces = [new(Us, "First store"), new("A2EUQ1WTGCTBG2", "Second store")],
            };
        StandIn.AddApp("app", "secret");
        StandIn.AddAccount(Account);
        _http = new HttpClient(around?.Invoke(StandIn.Handler) ?? StandIn.Handler);
    }

    public SimulatedTime Time { get; } = new(Start);
    public AmazonStandIn.StandIn StandIn { get; }
    public SellerAccount Account { get; }

    /// <summary>Sent with every call where it is set.</summary>
    public string? Token { get; set; }

    public string Host { get; set; } = "sellingpartnerapi-na.amazon.com";

    public async Task<HttpResponseMessage> AskTokenAsync(params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await _http.PostAsync(new Uri("https://api.amazon.com/auth/o2/token"), form);
    }

    public async Task SignInAsync(string? scope = null)
    {
        using HttpResponseMessage response = await AskTokenAsync(
            ("client_id", "app"),
            ("client_secret", "secret"),
            ("grant_type", scope is null ? "refresh_token" : "client_credentials"),
            scope is null ? ("refresh_token", Account.RefreshTokens[0]) : ("scope", scope)
        );
        Token = (await ReadAsync(response)).GetProperty("access_token").GetString();
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using HttpRequestMessage request = new(method, new Uri($"https://{Host}{path}"));
        if (Token is not null)
        {
            request.Headers.Add("x-amz-access-token", Token);
        }

        request.Headers.UserAgent.ParseAdd("Tests/1.0");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return await _http.SendAsync(request);
    }

    /// <summary>The answer, which must have this status.</summary>
    public async Task<JsonElement> CallAsync(HttpMethod method, string path, object? body = null, int status = 200)
    {
        using HttpResponseMessage response = await SendAsync(method, path, body);
        string text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    public Task<JsonElement> GetAsync(string path, int status = 200) => CallAsync(HttpMethod.Get, path, null, status);

    public async Task<HttpResponseMessage> FetchAsync(string url) => await _http.GetAsync(new Uri(url));

    /// <summary>Orders a report, waits for its end and gives what getReport says then.</summary>
    public async Task<JsonElement> ReportAsync(string type, params string[] marketplaces)
    {
        JsonElement created = await CallAsync(
            HttpMethod.Post,
            "/reports/2021-06-30/reports",
            new
            {
                reportType = type,
                marketplaceIds = marketplaces.Length > 0 ? marketplaces : [Us],
                dataStartTime = Iso(Time.GetUtcNow().AddDays(-60)),
                dataEndTime = Iso(Time.GetUtcNow()),
            },
            202
        );
        await Task.Delay(TimeSpan.FromMinutes(2), Time);
        return await GetAsync($"/reports/2021-06-30/reports/{created.GetProperty("reportId").GetString()}");
    }

    public async Task<JsonElement> DocumentAsync(JsonElement report) =>
        await GetAsync($"/reports/2021-06-30/documents/{report.GetProperty("reportDocumentId").GetString()}");

    /// <summary>The text of an ended report.</summary>
    public async Task<string> TextAsync(JsonElement report)
    {
        JsonElement document = await DocumentAsync(report);
        using HttpResponseMessage file = await FetchAsync(document.GetProperty("url").GetString()!);
        return await TextAsync(file, document.TryGetProperty("compressionAlgorithm", out _));
    }

    public static async Task<string> TextAsync(HttpResponseMessage file, bool packed)
    {
        using MemoryStream bytes = new(await file.Content.ReadAsByteArrayAsync());
        using Stream text = packed ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using StreamReader reader = new(text, Encoding.GetEncoding(file.Content.Headers.ContentType!.CharSet!));
        return reader.ReadToEnd();
    }

    public static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync());

    public static string Code(JsonElement error) => error.GetProperty("errors")[0].GetProperty("code").GetString()!;

    public void Dispose() => _http.Dispose();
}
