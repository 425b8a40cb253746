using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reprieve.Wording.Tests;

/// <summary>An OpenAI-compatible endpoint on this machine that behaves as it is told, well or badly.</summary>
internal sealed class ModelStandIn : IDisposable
{
    private readonly HttpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly Func<HttpListenerContext, string, CancellationToken, Task> _answer;

    private ModelStandIn(Func<HttpListenerContext, string, CancellationToken, Task> answer)
    {
        _answer = answer;
        (_listener, int port) = Listening();
        Settings = new ModelSettings(new Uri($"http://127.0.0.1:{port}/v1"), "tiny", null, TimeSpan.FromSeconds(20));
        _ = Serve();
    }

    public ModelSettings Settings { get; }

    /// <summary>The bodies of the requests that came.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Answers in the protocol, with what the function makes of the user's message.</summary>
    public static ModelStandIn Saying(Func<string, string> content) =>
        new(
            (context, user, cancel) =>
            {
                var reply = new JsonObject
                {
                    ["id"] = "1",
                    ["object"] = "chat.completion",
                    ["created"] = 1,
                    ["model"] = "tiny",
                    ["choices"] = new JsonArray(
                        new JsonObject
                        {
                            ["index"] = 0,
                            ["finish_reason"] = "stop",
                            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content(user) },
                        }
                    ),
                };
                return Write(context, 200, reply.ToJsonString(), cancel);
            }
        );

    /// <summary>Rewords each sentence by a function of number and text.</summary>
    public static ModelStandIn Wording(Func<int, string, string> reword) =>
        Saying(user =>
        {
            JsonArray sentences = JsonNode.Parse(user)!["sentences"]!.AsArray();
            var reply = new JsonArray([
                .. sentences.Select(s => new JsonObject
                {
                    ["id"] = (int)s!["id"]!,
                    ["text"] = reword((int)s["id"]!, (string)s["text"]!),
                }),
            ]);
            return new JsonObject { ["sentences"] = reply }.ToJsonString();
        });

    /// <summary>Answers with a status and a body that is not of the protocol.</summary>
    public static ModelStandIn Replying(int status, string body) =>
        new((context, _, cancel) => Write(context, status, body, cancel));

    /// <summary>Takes the question and never answers.</summary>
    public static ModelStandIn Silent() => new((_, _, cancel) => Task.Delay(Timeout.Infinite, cancel));

    /// <summary>Sends without end.</summary>
    public static ModelStandIn Flooding() =>
        new(
            async (context, _, cancel) =>
            {
                byte[] block = new byte[64 * 1024];
                context.Response.SendChunked = true;
                while (!cancel.IsCancellationRequested)
                {
                    await context.Response.OutputStream.WriteAsync(block, cancel);
                }
            }
        );

    public void Dispose()
    {
        _end.Cancel();
        _listener.Close();
        _end.Dispose();
    }

    private static (HttpListener Listener, int Port) Listening()
    {
        while (true)
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            int port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return (listener, port);
            }
            catch (HttpListenerException)
            {
                // Somebody else was quicker to take the port; there are others.
            }
        }
    }

    private async Task Serve()
    {
        while (!_end.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = One(context);
        }
    }

    private async Task One(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            string body = await reader.ReadToEndAsync(_end.Token);
            lock (Requests)
            {
                Requests.Add(body);
            }

            using var json = JsonDocument.Parse(body);
            JsonElement content = json.RootElement.GetProperty("messages")[1].GetProperty("content");
            string user =
                content.ValueKind == JsonValueKind.String
                    ? content.GetString()!
                    : content[0].GetProperty("text").GetString()!;
            await _answer(context, user, _end.Token);
            context.Response.Close();
        }
        catch (Exception gone)
            when (gone is HttpListenerException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The one who asked hung up, or the test is over.
        }
    }

    private static async Task Write(HttpListenerContext context, int status, string body, CancellationToken cancel)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body), cancel);
    }
}
