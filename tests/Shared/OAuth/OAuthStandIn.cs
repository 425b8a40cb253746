using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Reprieve.Knowledge;

namespace Reprieve.Testing;

/// <summary>What goes wrong at the stand-in.</summary>
internal enum OAuthFault
{
    None,
    Denied,
    WrongTenant,
    WrongState,
    NoRefreshToken,
    ExpiredCode,
    Silent,
    ServerError,
    Page,
}

/// <summary>
/// A provider of OAuth 2 on this machine, over real HTTP: its page grants at once, as if somebody had signed in, and it is as
/// strict as the real ones about client, redirect address, PKCE, and codes and tokens that are good once.
/// </summary>
internal sealed class OAuthStandIn : IDisposable
{
    public const string Client = "our-client";
    public const string Secret = "our-secret";

    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, Asked> _codes = new();
    private readonly ConcurrentDictionary<string, bool> _refreshTokens = new();
    private readonly ConcurrentQueue<HttpListenerContext> _silent = new();
    private readonly Uri _root;
    private int _count;

    public OAuthStandIn()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            _root = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(_root.ToString());
        _listener.Start();
        _ = ListenAsync();
    }

    /// <summary>What goes wrong from now on.</summary>
    public OAuthFault Fault { get; set; }

    /// <summary>Whether each use of a refresh token puts a new one in its place.</summary>
    public bool Rotates { get; set; }

    /// <summary>The path that is registered as redirect address, on whatever port of this machine.</summary>
    public string RedirectPath { get; set; } = "/mailboxes/signed-in";

    /// <summary>What its page was asked, the last time.</summary>
    public IReadOnlyDictionary<string, string> LastAsked { get; private set; } = new Dictionary<string, string>();

    /// <summary>Access tokens that it gave.</summary>
    public ConcurrentQueue<string> Given { get; } = new();

    /// <summary>How often its token endpoint was asked.</summary>
    public int TokenRequests { get; private set; }

    public MailOAuth Provider =>
        new(new Uri(_root, "token"), "mail offline")
        {
            AuthorizationEndpoint = new Uri(_root, "ask?here=1"),
            Parameters = new Dictionary<string, string> { ["access_type"] = "offline" },
            ClientSteps = [Both("Create a client with {redirect}.", "创建客户端，返回地址为 {redirect}。")],
            Faults =
            [
                new MailOAuthFault(["STANDIN50194"], Both("Open the client to all accounts.", "请开放给所有帐户。")),
            ],
        };

    public void Dispose()
    {
        foreach (HttpListenerContext waiting in _silent)
        {
            waiting.Response.Abort();
        }

        _listener.Close();
    }

    private static LocalizedText Both(string en, string zh) =>
        new(new Dictionary<string, string> { ["en"] = en, ["zh-Hans"] = zh });

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext http)
    {
        if (http.Request.Url!.AbsolutePath == "/ask")
        {
            Ask(http);
            return;
        }

        TokenRequests++;
        using var reader = new StreamReader(http.Request.InputStream);
        Dictionary<string, string> form = Fields(await reader.ReadToEndAsync());
        if (Fault is OAuthFault.Silent)
        {
            _silent.Enqueue(http);
            return;
        }

        (int status, string type, string body) = Fault switch
        {
            OAuthFault.ServerError => (
                500,
                "application/json",
                """{"error":"server_error","error_description":"oops"}"""
            ),
            OAuthFault.Page => (502, "text/html", "<html>Bad gateway</html>"),
            _ => Tokens(form),
        };
        await WriteAsync(http, status, type, body);
    }

    /// <summary>A wrong client or redirect address is said on the page itself: nobody may be sent to a place that is not registered.</summary>
    private void Ask(HttpListenerContext http)
    {
        LastAsked = Fields(http.Request.Url!.Query.TrimStart('?'));
        Uri? redirect = Uri.TryCreate(LastAsked.GetValueOrDefault("redirect_uri"), UriKind.Absolute, out Uri? read)
            ? read
            : null;
        if (
            LastAsked.GetValueOrDefault("client_id") != Client
            || redirect is not { Scheme: "http", IsLoopback: true }
            || redirect.AbsolutePath != RedirectPath
            || LastAsked.GetValueOrDefault("response_type") != "code"
            || LastAsked.GetValueOrDefault("code_challenge_method") != "S256"
        )
        {
            _ = WriteAsync(http, 400, "text/html", "Error 400: redirect_uri_mismatch");
            return;
        }

        string state = Fault is OAuthFault.WrongState ? "another" : LastAsked["state"];
        string answer = Fault switch
        {
            OAuthFault.Denied => "error=access_denied&error_description=The+user+said+no",
            OAuthFault.WrongTenant => "error=invalid_request&error_description=STANDIN50194:+not+multi-tenant",
            _ => "code=" + Code(redirect, LastAsked["code_challenge"]),
        };
        http.Response.Redirect($"{redirect}?{answer}&state={Uri.EscapeDataString(state)}");
        http.Response.Close();
    }

    private string Code(Uri redirect, string challenge)
    {
        string code = Next("code");
        _codes[code] = new Asked(redirect.ToString(), challenge);
        return code;
    }

    private (int, string, string) Tokens(Dictionary<string, string> form)
    {
        string? secret = form.GetValueOrDefault("client_secret");
        return form["client_id"] != Client || secret is not (null or Secret)
                ? Refused("invalid_client", "no such client")
            : form["grant_type"] == "refresh_token" ? Refreshed(form)
            : Exchanged(form);
    }

    private (int, string, string) Exchanged(Dictionary<string, string> form)
    {
        if (Fault is OAuthFault.ExpiredCode || !_codes.TryRemove(form["code"], out Asked? asked))
        {
            return Refused("invalid_grant", "The code has expired.");
        }

        string challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"])));
        return asked.Redirect != form["redirect_uri"] ? Refused("redirect_uri_mismatch", "Bad Request")
            : asked.Challenge != challenge ? Refused("invalid_grant", "The verifier is wrong.")
            : Granted(Fault is OAuthFault.NoRefreshToken ? null : Kept());
    }

    private (int, string, string) Refreshed(Dictionary<string, string> form)
    {
        string token = form["refresh_token"];
        bool isGood = Rotates ? _refreshTokens.TryRemove(token, out _) : _refreshTokens.ContainsKey(token);
        return isGood ? Granted(Rotates ? Kept() : null) : Refused("invalid_grant", "Token was revoked.");
    }

    private string Kept()
    {
        string token = Next("refresh");
        _refreshTokens[token] = true;
        return token;
    }

    private (int, string, string) Granted(string? refresh)
    {
        string access = Next("access");
        Given.Enqueue(access);
        string more = refresh is null ? "" : $",\"refresh_token\":\"{refresh}\"";
        return (200, "application/json", $"{{\"access_token\":\"{access}\",\"token_type\":\"Bearer\"{more}}}");
    }

    private static (int, string, string) Refused(string error, string words) =>
        (400, "application/json", $"{{\"error\":\"{error}\",\"error_description\":\"{words}\"}}");

    private string Next(string kind) => $"{kind}-{Interlocked.Increment(ref _count)}";

    private static Dictionary<string, string> Fields(string query)
    {
        var read = HttpUtility.ParseQueryString(query);
        return read.AllKeys.Where(key => key is not null).ToDictionary(key => key!, key => read[key]!);
    }

    private static async Task WriteAsync(HttpListenerContext http, int status, string type, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        http.Response.Close();
    }

    private sealed record Asked(string Redirect, string Challenge);
}
