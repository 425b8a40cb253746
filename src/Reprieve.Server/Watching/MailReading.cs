using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;

namespace Reprieve.Server.Watching;

/// <summary>Reads mails as notices and answers are read; what it takes of knowledge it takes once.</summary>
internal sealed class MailReading(CaseDesk desk, ServerOptions options)
{
    private readonly Lock _turn = new();
    private (KnowledgeBase Knowledge, NoticeReader Reader)? _reader;

    /// <summary>What a mail says; null when it cannot be read as one.</summary>
    public Diagnosis? Read(ReadOnlyMemory<byte> mail, string source)
    {
        using var stream = new MemoryStream(mail.ToArray(), writable: false);
        return Read(stream, source);
    }

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, string)"/>
    public Diagnosis? Read(Stream mail, string source) =>
        MessageReader.ReadStream(mail, source).FirstOrDefault()?.Message is { } message ? Reader().Read(message) : null;

    private NoticeReader Reader()
    {
        lock (_turn)
        {
            if (_reader is not { } known || !ReferenceEquals(known.Knowledge, desk.Knowledge))
            {
                _reader = known = (desk.Knowledge, new NoticeReader(desk.Knowledge, options.Keys));
            }

            return known.Reader;
        }
    }
}
