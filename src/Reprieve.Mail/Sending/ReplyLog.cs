using System.Globalization;
using System.Text;
using MailKit;

namespace Reprieve.Mail.Sending;

/// <summary>
/// Keeps the server's first whole reply after the end of the mail, as read. The library asks the server something more
/// after a refusal, and when that fails the refusal itself would be lost. Nothing else is kept, no secret least of all.
/// </summary>
internal sealed class ReplyLog : IProtocolLogger
{
    private const int Most = 16 * 1024;
    private readonly StringBuilder _said = new();
    private bool _listening;

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>Begins to listen.</summary>
    public void Listen() => _listening = true;

    /// <summary>The code and the words of the reply; null when no whole one came.</summary>
    public (int Code, string Words)? Reply
    {
        get
        {
            var words = new List<string>();
            string said = _said.ToString();
            int end = said.LastIndexOf('\n');
            foreach (string line in said[..(end + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                string whole = line.TrimEnd('\r');
                if (
                    whole.Length < 3
                    || !int.TryParse(whole.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int code)
                )
                {
                    return null;
                }

                words.Add(whole.Length > 4 ? whole[4..] : "");
                if (whole.Length == 3 || whole[3] != '-')
                {
                    return (code, string.Join(' ', words));
                }
            }

            return null;
        }
    }

    public void LogConnect(Uri uri) { }

    public void LogClient(byte[] buffer, int offset, int count) { }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        if (_listening && _said.Length < Most)
        {
            _said.Append(Encoding.UTF8.GetString(buffer, offset, count));
        }
    }

    public void Dispose() { }
}
