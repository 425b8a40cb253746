using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reprieve.Tests.Network;

/// <summary>
/// A name server on a free port of this machine: real packets over a real socket. It knows some TXT records, says of one
/// name that it is broken, says nothing about another, and that all others do not exist.
/// </summary>
internal sealed class DnsResponder : IDisposable
{
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly Dictionary<string, string[]> _records;
    private readonly List<string> _asked = [];
    private readonly Task _serving;

    public DnsResponder(params (string Name, string[] Strings)[] records)
    {
        _records = records.ToDictionary(r => r.Name, r => r.Strings, StringComparer.OrdinalIgnoreCase);
        _serving = Task.Run(ServeAsync);
    }

    public IPEndPoint Address => (IPEndPoint)_socket.Client.LocalEndPoint!;

    /// <summary>A name about which nothing is ever answered.</summary>
    public string Silent { get; init; } = "s1._domainkey.silent.example";

    /// <summary>A name of which the server says that it failed.</summary>
    public string Failing { get; init; } = "s1._domainkey.failing.example";

    /// <summary>The names asked for, in order, repeats included.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _serving.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                UdpReceiveResult query = await _socket.ReceiveAsync();
                if (Answer(query.Buffer) is { } answer)
                {
                    await _socket.SendAsync(answer, query.RemoteEndPoint);
                }
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private byte[]? Answer(byte[] query)
    {
        (string name, int end) = Question(query);
        lock (_asked)
        {
            _asked.Add(name);
        }

        if (name == Silent)
        {
            return null;
        }

        bool known = _records.TryGetValue(name, out string[]? strings);
        int code =
            name == Failing ? 2
            : known ? 0
            : 3;
        using var answer = new MemoryStream();
        answer.Write(query.AsSpan(0, 2));
        answer.Write([0x81, (byte)(0x80 | code), 0, 1, 0, (byte)(known ? 1 : 0), 0, 0, 0, 0]);
        answer.Write(query.AsSpan(12, end - 12));
        if (known)
        {
            byte[] text = [.. strings!.SelectMany(s => Encoding.ASCII.GetBytes(s).Prepend((byte)s.Length))];
            Span<byte> length = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)text.Length);
            answer.Write([0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60]);
            answer.Write(length);
            answer.Write(text);
        }

        return answer.ToArray();
    }

    /// <summary>The name asked for, and where the question ends.</summary>
    private static (string Name, int End) Question(byte[] query)
    {
        List<string> labels = [];
        int at = 12;
        while (query[at] > 0)
        {
            labels.Add(Encoding.ASCII.GetString(query, at + 1, query[at]));
            at += query[at] + 1;
        }

        return (string.Join('.', labels), at + 5);
    }
}
