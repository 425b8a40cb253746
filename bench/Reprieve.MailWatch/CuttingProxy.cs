using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Reprieve.Knowledge;

namespace Reprieve.MailWatch;

/// <summary>Stands between a program and a server on this machine, and cuts the line where it is told to.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly MailServer _behind;
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private int _connections;

    public CuttingProxy(MailServer behind)
    {
        _behind = behind;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public MailServer Server => _behind with { Port = ((IPEndPoint)_listener.LocalEndpoint).Port };

    /// <summary>Connections that were made to it.</summary>
    public int Connections => _connections;

    /// <summary>After how many bytes of the server's the next connection is cut.</summary>
    public Func<long> CutsAfter { get; set; } = () => long.MaxValue;

    /// <summary>Cuts all connections now.</summary>
    public void Cut()
    {
        foreach (Socket socket in _open.Keys)
        {
            socket.Close(0);
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        Cut();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync();
                Interlocked.Increment(ref _connections);
                _ = ServeAsync(client, CutsAfter());
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task ServeAsync(Socket client, long budget)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _open[client] = _open[server] = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _behind.Port);
            await Task.WhenAny(PassAsync(client, server, long.MaxValue), PassAsync(server, client, budget));
        }
        catch (SocketException)
        {
            // Nobody is behind.
        }
        finally
        {
            client.Close(0);
            server.Close(0);
            _open.TryRemove(client, out bool _);
            _open.TryRemove(server, out bool _);
        }
    }

    private static async Task PassAsync(Socket from, Socket to, long budget)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (budget > 0)
            {
                int read = await from.ReceiveAsync(buffer);
                if (read == 0)
                {
                    return;
                }

                int passed = (int)Math.Min(read, budget);
                budget -= passed;
                await to.SendAsync(buffer.AsMemory(0, passed));
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }
}
