using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Reprieve.MailFaults;

/// <summary>How a sink encrypts.</summary>
internal enum SinkTls
{
    None,
    Implicit,
    StartTls,
}

/// <summary>A small SMTP server on this machine that keeps what it takes, and fails where it is told to.</summary>
internal sealed class SmtpSink : IDisposable
{
    private static readonly X509Certificate2 Strange = SelfMade.ForLoopback();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Task, bool> _talks = new();
    private readonly X509Certificate2? _certificate;

    public SmtpSink(SinkTls tls = SinkTls.None, X509Certificate2? certificate = null)
    {
        Tls = tls;
        _certificate = certificate;
        _listener.Start();
        _ = AcceptAsync();
    }

    public SinkTls Tls { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Mails that were kept, byte by byte.</summary>
    public ConcurrentQueue<byte[]> Kept { get; } = new();

    /// <summary>What clients said while they signed in.</summary>
    public ConcurrentQueue<string> SignIns { get; } = new();

    /// <summary>What the next talk is told to do.</summary>
    public Func<SinkOrder> Order { get; set; } = () => SinkOrder.Well;

    /// <summary>Called with each mail that is kept, before anything is answered; for a provider that stores what was sent.</summary>
    public Action<byte[]>? OnKept { get; set; }

    /// <summary>The answer to a sign-in; null for welcome.</summary>
    public string? SignInAnswer { get; set; }

    /// <summary>Ways to sign in that it names.</summary>
    public string Mechanisms { get; set; } = "PLAIN LOGIN";

    /// <summary>Waits until nobody talks to it any more.</summary>
    public async Task QuietAsync()
    {
        while (!_talks.IsEmpty)
        {
            await Task.WhenAny(Task.WhenAll(_talks.Keys), Task.Delay(50));
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    public void Keep(byte[] mail)
    {
        Kept.Enqueue(mail);
        OnKept?.Invoke(mail);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
                Task talk = Task.Run(() => TalkAsync(client));
                _talks[talk] = true;
                _ = talk.ContinueWith(_ => _talks.TryRemove(talk, out bool _), TaskScheduler.Default);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using TcpClient own = client;
        try
        {
            SinkOrder order = Order();
            Stream stream = client.GetStream();
            if (Tls is SinkTls.Implicit)
            {
                await ShakeBadlyAsync(order, stream);
                stream = await SecureAsync(stream);
            }

            using var talk = new SinkTalk(this, order, _end.Token);
            await talk.RunAsync(stream);
        }
        catch (Exception fault)
            when (fault
                    is IOException
                        or SocketException
                        or OperationCanceledException
                        or ObjectDisposedException
                        or System.Security.Authentication.AuthenticationException
            )
        {
            // The client went away, or this server is told to.
        }
    }

    /// <summary>Spoils the handshake where that is ordered; nothing is left of the connection then.</summary>
    private async Task ShakeBadlyAsync(SinkOrder order, Stream stream)
    {
        if (order.At is not SinkStep.Handshake)
        {
            return;
        }

        switch (order.Fault)
        {
            case SinkFault.Slow:
                await Task.Delay(50, _end.Token);
                return;
            case SinkFault.Silent:
                await stream.CopyToAsync(Stream.Null, _end.Token);
                break;
            case SinkFault.Later or SinkFault.LaterAndCut:
                await stream.WriteAsync("454 TLS not available\r\n"u8.ToArray(), _end.Token);
                break;
            case SinkFault.Never or SinkFault.NeverAndCut:
                await new SslStream(stream).AuthenticateAsServerAsync(Strange, false, false);
                break;
        }

        throw new IOException("The handshake was to fail.");
    }

    public async Task<Stream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(_certificate!, false, false);
        return secure;
    }
}
