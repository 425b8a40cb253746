using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Reprieve.Knowledge;

namespace Reprieve.Mail.Tests.Watching;

/// <summary>An empty mailbox on this machine that answers signing in as it is told, and notes what was said.</summary>
internal sealed class ScriptedImap : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ScriptedImap()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public MailServer Server => new("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, MailTls.Implicit);

    /// <summary>The answer to signing in, without its tag.</summary>
    public string SignIn { get; set; } = "OK in";

    /// <summary>What was said to sign in.</summary>
    public ConcurrentQueue<string> SignIns { get; } = new();

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                await TalkAsync(client);
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 AUTH=PLAIN] here");
            while (await reader.ReadLineAsync() is { } line)
            {
                await writer.WriteAsync(Answer(line));
            }
        }
        catch (IOException)
        {
            // The client went away.
        }
    }

    private string Answer(string line)
    {
        string[] words = line.Split(' ');
        if (words[1] == "AUTHENTICATE")
        {
            SignIns.Enqueue(line);
            return $"{words[0]} {SignIn}\r\n";
        }

        string told = words[1] switch
        {
            "LIST" => "* LIST () \".\" INBOX\r\n",
            "STATUS" => "* STATUS INBOX (MESSAGES 0 UIDNEXT 1 UIDVALIDITY 1)\r\n",
            "EXAMINE" => "* 0 EXISTS\r\n* OK [UIDVALIDITY 1] so\r\n* OK [UIDNEXT 1] so\r\n",
            "CAPABILITY" => "* CAPABILITY IMAP4rev1\r\n",
            _ => "",
        };
        string code = words[1] == "EXAMINE" ? "[READ-ONLY] " : "";
        return $"{told}{words[0]} OK {code}done\r\n";
    }
}
