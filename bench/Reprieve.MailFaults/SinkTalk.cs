using System.Text;

namespace Reprieve.MailFaults;

/// <summary>One talk of the sink with a client.</summary>
internal sealed class SinkTalk(SmtpSink sink, SinkOrder order, CancellationToken end) : IDisposable
{
    private Stream _stream = Stream.Null;
    private StreamReader _reader = StreamReader.Null;
    private bool _over;

    public async Task RunAsync(Stream stream)
    {
        Use(stream);
        await AnswerAsync(SinkStep.Greeting, "220 sink");
        while (!_over && await _reader.ReadLineAsync(end) is { } line)
        {
            string verb = line.Split(' ', ':')[0].ToUpperInvariant();
            await (
                verb switch
                {
                    "EHLO" => AnswerAsync(SinkStep.Ehlo, Greeting()),
                    "STARTTLS" => StartTlsAsync(),
                    "AUTH" => SignInAsync(line),
                    "MAIL" => AnswerAsync(SinkStep.Mail, "250 ok"),
                    "RCPT" => AnswerAsync(SinkStep.Rcpt, "250 ok"),
                    "DATA" => TakeAsync(),
                    "QUIT" => LeaveAsync(),
                    _ => SayAsync("250 ok"),
                }
            );
        }
    }

    public void Dispose() => _reader.Dispose();

    private void Use(Stream stream)
    {
        _stream = stream;
        // One byte is one letter, so that what comes is kept as it is.
        _reader = new StreamReader(stream, Encoding.Latin1, false, 4096, leaveOpen: true);
    }

    private string Greeting() =>
        "250-sink\r\n250-SIZE 99999999\r\n250-CHUNKING\r\n250-PIPELINING\r\n250-8BITMIME\r\n"
        + (sink.Tls is SinkTls.StartTls && _stream is not System.Net.Security.SslStream ? "250-STARTTLS\r\n" : "")
        + $"250 AUTH {sink.Mechanisms}";

    private async Task StartTlsAsync()
    {
        await SayAsync("220 go");
        Use(await sink.SecureAsync(_stream));
    }

    private async Task SignInAsync(string line)
    {
        sink.SignIns.Enqueue(line);
        if (line.Equals("AUTH LOGIN", StringComparison.OrdinalIgnoreCase))
        {
            await SayAsync("334 VXNlcm5hbWU6");
            await _reader.ReadLineAsync(end);
            await SayAsync("334 UGFzc3dvcmQ6");
            await _reader.ReadLineAsync(end);
        }

        await AnswerAsync(SinkStep.Auth, sink.SignInAnswer ?? "235 welcome");
    }

    private async Task LeaveAsync()
    {
        await SayAsync("221 bye");
        _over = true;
    }

    private async Task TakeAsync()
    {
        await AnswerAsync(SinkStep.Data, "354 go on");
        if (_over || (order.At is SinkStep.Data && order.Fault is not SinkFault.Slow))
        {
            return;
        }

        var mail = new StringBuilder();
        while (await _reader.ReadLineAsync(end) is { } line)
        {
            if (line == ".")
            {
                await EndAsync(Encoding.Latin1.GetBytes(mail.ToString()));
                return;
            }

            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            if (order.At is SinkStep.Body && mail.Length > 400)
            {
                _over = true;
                return;
            }
        }

        _over = true;
    }

    private async Task EndAsync(byte[] mail)
    {
        bool says = order.At is not SinkStep.Dot || order.Fault is SinkFault.Slow;
        bool secretly = order.Keeps && order.Fault is SinkFault.Cut or SinkFault.Silent;
        if (says || secretly)
        {
            sink.Keep(mail);
        }

        await AnswerAsync(SinkStep.Dot, "250 taken");
        _over |= order.At is SinkStep.Reply;
    }

    private async Task AnswerAsync(SinkStep step, string answer)
    {
        if (order.At != step)
        {
            await SayAsync(answer);
            return;
        }

        switch (order.Fault)
        {
            case SinkFault.Cut:
                _over = true;
                break;
            case SinkFault.Silent:
                // Whatever comes now is not heard; the client has to lose patience.
                await _stream.CopyToAsync(Stream.Null, end);
                _over = true;
                break;
            case SinkFault.Slow:
                await Task.Delay(60, end);
                await SayAsync(answer);
                break;
            default:
                bool later = order.Fault is SinkFault.Later or SinkFault.LaterAndCut;
                await SayAsync(later ? "451 not now" : "554 never");
                _over = order.Fault is SinkFault.LaterAndCut or SinkFault.NeverAndCut;
                break;
        }
    }

    private async Task SayAsync(string line) => await _stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), end);
}
