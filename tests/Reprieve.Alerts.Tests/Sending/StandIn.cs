using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reprieve.Alerts.Tests.Sending;

/// <summary>What a stand-in answers; with a status of 0 it cuts the connection, below that it never answers.</summary>
internal sealed record StandInAnswer(int Status, string Body)
{
    public const int Cut = 0;
    public const int Hang = -1;

    public (string Name, string Value)? Header { get; init; }
}

/// <summary>A service on this machine. Its own rules decide, unless a fault is ordered first.</summary>
internal sealed class StandIn : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ServiceRules _rules;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _over = new();

    public StandIn(ServiceRules rules)
    {
        _rules = rules;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Root = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Root);
        _listener.Start();
        _ = ServeAsync();
    }

    private string Root { get; }

    public Uri Address => new(Root + _rules.Path);

    /// <summary>Faults to come before the rules are asked.</summary>
    public Queue<StandInAnswer> Faults { get; } = new();

    /// <summary>Done when the first request is here.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Texts that reached the group.</summary>
    public IReadOnlyList<string> Taken => _rules.Taken;

    public int Requests { get; private set; }

    public void Dispose()
    {
        _over.Cancel();
        _listener.Close();
        _over.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                await AnswerAsync(context);
            }
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, new UTF8Encoding(false, true));
        string body = await reader.ReadToEndAsync();
        Requests++;
        _asked.TrySetResult();
        StandInAnswer answer = Faults.TryDequeue(out StandInAnswer? fault)
            ? fault
            : _rules.Answer(context.Request, body);
        if (answer.Status is StandInAnswer.Hang)
        {
            return;
        }

        if (answer.Status is StandInAnswer.Cut)
        {
            context.Response.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        if (answer.Header is { } header)
        {
            context.Response.Headers[header.Name] = header.Value;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(answer.Body);
        try
        {
            await context.Response.OutputStream.WriteAsync(bytes);
            context.Response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The other side read as much as it wanted.
        }
    }
}
