using System.Text;
using MailKit;

namespace Reprieve.Mail.Connecting;

/// <summary>
/// Hears why an IMAP server refuses a sign-in: the mail library says only that it did. Nothing that is sent is kept, and
/// nothing at all once the client is in.
/// </summary>
internal sealed class LastWords : IProtocolLogger
{
    private const int Most = 1_000;

    private bool _deaf;

    /// <summary>What the server said last when it refused, without tag and code; empty for nothing.</summary>
    public string Refusal { get; private set; } = "";

    /// <inheritdoc/>
    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>To be called when the client is in.</summary>
    public void Stop() => _deaf = true;

    /// <inheritdoc/>
    public void LogConnect(Uri uri) { }

    /// <inheritdoc/>
    public void LogClient(byte[] buffer, int offset, int count) { }

    /// <inheritdoc/>
    public void LogServer(byte[] buffer, int offset, int count)
    {
        if (_deaf)
        {
            return;
        }

        foreach (string line in Encoding.UTF8.GetString(buffer, offset, Math.Min(count, Most)).Split('\n'))
        {
            if (line.Split(' ', 3) is [_, "NO" or "BAD" or "BYE", var words])
            {
                int code = words.StartsWith('[') ? words.IndexOf(']', StringComparison.Ordinal) + 1 : 0;
                Refusal = words[code..].Trim();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() { }
}
