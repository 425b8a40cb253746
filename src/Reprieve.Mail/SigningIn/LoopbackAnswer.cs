using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reprieve.Mail;

/// <summary>
/// Waits on a free port of this machine for the one answer of a provider's page (RFC 8252, 7.3). Everything else that is asked
/// there is not found. Not the system's web listener: on Windows that wants a permission for 127.0.0.1.
/// </summary>
public sealed class LoopbackAnswer : IDisposable
{
    private const int MostBytes = 16 * 1024;

    private static readonly TimeSpan ToAsk = TimeSpan.FromSeconds(10);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <summary>Listens from now on.</summary>
    public LoopbackAnswer() => _listener.Start();

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The answer to a request, when the browser brings it.</summary>
    /// <exception cref="OperationCanceledException">It was not waited for any longer.</exception>
    public async Task<OAuthAnswer> WaitAsync(OAuthRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var found = new TaskCompletionSource<OAuthAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task accepting = AcceptAsync(request, found, end.Token);
        try
        {
            return await found.Task.WaitAsync(cancel);
        }
        finally
        {
            await end.CancelAsync();
            await accepting;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    /// <summary>Browsers open connections ahead of need and leave them silent: none may hold up the others.</summary>
    private async Task AcceptAsync(
        OAuthRequest request,
        TaskCompletionSource<OAuthAnswer> found,
        CancellationToken cancel
    )
    {
        List<Task> talks = [];
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(cancel), request, found, cancel));
                talks.RemoveAll(talk => talk.IsCompleted);
            }
        }
        catch (OperationCanceledException)
        {
            // Answered, or not waited for any longer.
        }

        await Task.WhenAll(talks);
    }

    private static async Task TalkAsync(
        TcpClient client,
        OAuthRequest request,
        TaskCompletionSource<OAuthAnswer> found,
        CancellationToken cancel
    )
    {
        using TcpClient talk = client;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(ToAsk);
        try
        {
            NetworkStream stream = talk.GetStream();
            OAuthAnswer? answer = Read(await LineAsync(stream, patience.Token));
            bool isOurs = answer is not null && answer.State == request.State;
            string text = isOurs ? Say.Texts.Get("Loopback_Done") : Say.Texts.Get("OAuth_State");
            byte[] body = Encoding.UTF8.GetBytes(text);
            string head =
                $"HTTP/1.1 {(isOurs ? "200 OK" : "404 Not Found")}\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + $"Content-Length: {body.Length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body], patience.Token);
            if (isOurs)
            {
                found.TrySetResult(answer!);
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
        {
            // Silent, or gone.
        }
    }

    /// <summary>The first line of a request, whose head is read to its end: a browser that is cut off shows a fault of its own.</summary>
    private static async Task<string> LineAsync(NetworkStream stream, CancellationToken cancel)
    {
        byte[] head = new byte[MostBytes];
        int filled = 0;
        int read = 1;
        while (read > 0 && filled < head.Length && head.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) < 0)
        {
            read = await stream.ReadAsync(head.AsMemory(filled), cancel);
            filled += read;
        }

        return Encoding.ASCII.GetString(head, 0, filled).Split('\r')[0];
    }

    private static OAuthAnswer? Read(string line)
    {
        string[] parts = line.Split(' ');
        if (
            parts is not ["GET", var target, ..]
            || !target.StartsWith(OAuthRequest.Path + "?", StringComparison.Ordinal)
        )
        {
            return null;
        }

        var fields = target[(OAuthRequest.Path.Length + 1)..]
            .Split('&')
            .Select(field => field.Split('=', 2))
            .DistinctBy(pair => pair[0])
            .ToDictionary(pair => pair[0], pair => pair.Length < 2 ? "" : Decoded(pair[1]), StringComparer.Ordinal);
        return OAuthAnswer.Read(fields.GetValueOrDefault);
    }

    private static string Decoded(string value) => Uri.UnescapeDataString(value.Replace('+', ' '));
}
