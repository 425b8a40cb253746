using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reprieve.AmazonStandIn;

/// <summary>
/// The stand-in over real HTTP on this machine, for tests with processes of their own. The host that is meant is the first
/// part of the path: <see cref="AddressOf"/> gives what a client is to take instead of `https://HOST/`. Links to documents
/// lead here as well.
/// </summary>
public sealed class StandInServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly StandIn _standIn;
    private readonly TimeProvider _time;
    private readonly Uri _root;

    /// <param name="time">Lets slow bodies wait.</param>
    /// <param name="linksLeadHere">Links to documents lead to this server; else they look as Amazon's do.</param>
    public StandInServer(StandIn standIn, TimeProvider time, bool linksLeadHere = true)
    {
        _standIn = standIn;
        _time = time;
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            _root = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        if (linksLeadHere)
        {
            standIn.DocumentRoot = AddressOf(DocumentStore.Host).ToString();
        }

        _listener.Prefixes.Add(_root.ToString());
        _listener.Start();
        _ = ListenAsync();
    }

    /// <summary>Where a host of Amazon's is found here, such as `api.amazon.com`.</summary>
    public Uri AddressOf(string host) => new(_root, host + "/");

    public void Dispose() => _listener.Close();

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync().ConfigureAwait(false));
            }
            catch (Exception ex) when (ex is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            Answer answer = _standIn.Serve(await ReadAsync(context.Request).ConfigureAwait(false));
            if (answer.Cut)
            {
                await CutAsync(context.Response).ConfigureAwait(false);
                return;
            }

            await WriteAsync(context.Response, answer).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The other end went away: nobody is left to be told.
            context.Response.Abort();
        }
    }

    private static async Task<Incoming> ReadAsync(HttpListenerRequest request)
    {
        using StreamReader reader = new(request.InputStream, Encoding.UTF8);
        string body = await reader.ReadToEndAsync().ConfigureAwait(false);
        string meant = request.RawUrl!.TrimStart('/');
        return new Incoming(
            request.HttpMethod,
            Uri.TryCreate("https://" + meant, UriKind.Absolute, out Uri? uri)
                ? uri
                : new Uri("https://unknown.invalid/"),
            name => request.Headers[name],
            request.ContentType,
            body
        );
    }

    /// <summary>The listener ends an empty answer in good order; one that breaks off after half its bytes it cannot mend.</summary>
    private static async Task CutAsync(HttpListenerResponse response)
    {
        response.ContentLength64 = 2;
        await response.OutputStream.WriteAsync("{"u8.ToArray()).ConfigureAwait(false);
        response.Abort();
    }

    private async Task WriteAsync(HttpListenerResponse response, Answer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        foreach ((string name, string value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        response.ContentLength64 = answer.Body.Length;
        int half = answer.Slow > TimeSpan.Zero ? answer.Body.Length / 2 : answer.Body.Length;
        await response.OutputStream.WriteAsync(answer.Body.AsMemory(0, half)).ConfigureAwait(false);
        if (half < answer.Body.Length)
        {
            await Task.Delay(answer.Slow, _time).ConfigureAwait(false);
            await response.OutputStream.WriteAsync(answer.Body.AsMemory(half)).ConfigureAwait(false);
        }

        response.Close();
    }
}
