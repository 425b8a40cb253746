using System.Net;

namespace Reprieve.Server.Tests.People;

/// <summary>The browser of somebody from elsewhere: it has its own cookies, and shows redirects instead of following them.</summary>
internal sealed class Visitor : IDisposable
{
    public const string Password = "four plain words here";
    private const string Usual = "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0";

    private readonly CookieContainer _cookies;
    private readonly HttpClient _http;

    public Visitor(Uri address, string browser = Usual)
        : this(address, browser, new CookieContainer()) { }

    private Visitor(Uri address, string browser, CookieContainer cookies)
    {
        _cookies = cookies;
        _http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority)),
            DefaultRequestHeaders = { { "User-Agent", browser } },
        };
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Somebody new who was invited by the one on this machine, and is in.</summary>
    public static async Task<Visitor> InvitedAsync(
        RunningServer server,
        string name,
        string role,
        string client = "all"
    )
    {
        var visitor = new Visitor(server.Address);
        using HttpResponseMessage welcome = await visitor.WelcomeAsync(
            await LinkAsync(server, name, role, client),
            name
        );
        welcome.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await welcome.Content.ReadAsStringAsync(Cancel));
        return visitor;
    }

    /// <summary>The token in the link of a new invitation.</summary>
    public static async Task<string> LinkAsync(RunningServer server, string name, string role, string client = "all")
    {
        using HttpResponseMessage invited = await server.PostAsync(
            "/people",
            ("name", name),
            ("email", $"{name.ToLowerInvariant()}@example.com"),
            ("client", client),
            ("role", role)
        );
        string page = await invited.Content.ReadAsStringAsync(Cancel);
        string token = RunningServer.Between(page, "/welcome?token=", "<");
        token.ShouldNotBeEmpty(page);
        return token;
    }

    /// <summary>The same browser on the port of the program that was started again.</summary>
    public Visitor At(Uri address) => new(address, Usual, _cookies);

    /// <summary>A browser with copies of this one's cookies, as they are now.</summary>
    public Visitor Copy(Uri address)
    {
        var cookies = new CookieContainer();
        cookies.Add(_cookies.GetAllCookies());
        return new Visitor(address, Usual, cookies);
    }

    public Task<HttpResponseMessage> WelcomeAsync(string token, string name, string password = Password) =>
        PostFromAsync(
            "/welcome",
            $"/welcome?token={token}",
            ("token", token),
            ("name", name),
            ("password", password),
            ("again", password)
        );

    public Task<HttpResponseMessage> SignInAsync(string name, string password = Password) =>
        PostFromAsync(
            "/sign-in",
            "/sign-in",
            ("email", $"{name.ToLowerInvariant()}@example.com"),
            ("password", password)
        );

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative), Cancel);

    public async Task<string> PageAsync(string path)
    {
        using HttpResponseMessage page = await GetAsync(path);
        page.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Asks with any method, without the token of a form.</summary>
    public async Task<HttpResponseMessage> AskAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative))
        {
            Content = method == "GET" ? null : new FormUrlEncodedContent([]),
        };
        return await _http.SendAsync(request, Cancel);
    }

    /// <summary>Posts a form with the token of a page.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostFromAsync(path, "/account", fields);

    public void Dispose() => _http.Dispose();

    public async Task<HttpResponseMessage> PostFromAsync(
        string path,
        string from,
        params (string Name, string Value)[] fields
    )
    {
        string token = await TokenAsync(from);
        using var form = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
        ]);
        return await _http.PostAsync(new Uri(path, UriKind.Relative), form, Cancel);
    }

    /// <summary>Sends a file by a client's link.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string link, string name, byte[] content, bool script = false)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(link)), "__RequestVerificationToken" },
            { new ByteArrayContent(content), "files", name },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(link + "/files", UriKind.Relative))
        {
            Content = form,
        };
        if (script)
        {
            request.Headers.Add("X-Upload", "1");
        }

        return await _http.SendAsync(request, Cancel);
    }

    private async Task<string> TokenAsync(string from)
    {
        using HttpResponseMessage page = await GetAsync(from);
        return RunningServer.Between(
            await page.Content.ReadAsStringAsync(Cancel),
            "name=\"__RequestVerificationToken\" value=\"",
            "\""
        );
    }
}
