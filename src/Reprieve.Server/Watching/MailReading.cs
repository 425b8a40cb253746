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
    public Diagnosis? Read(Stream mail, string source) =>
        Message(mail, source) is { } message ? Reader().Read(message) : null;

    /// <summary>The same, and whether a key of its signatures could not be asked for: later it may be.</summary>
    public (Diagnosis Read, bool IsKeyUnanswered)? Read(ReadOnlyMemory<byte> mail, string source)
    {
        using var stream = new MemoryStream(mail.ToArray(), writable: false);
        if (Message(stream, source) is not { } message)
        {
            return null;
        }

        AskedKeys? asked = options.Keys is { } keys ? new AskedKeys(keys) : null;
        Diagnosis read = Reader().With(asked).Read(message);
        return (read, asked?.IsUnanswered == true);
    }

    private static Message? Message(Stream mail, string source) =>
        MessageReader.ReadStream(mail, source).FirstOrDefault()?.Message;

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

    /// <summary>Notes whether a key was asked for in vain.</summary>
    private sealed class AskedKeys(IDkimKeys keys) : IDkimKeys
    {
        public bool IsUnanswered { get; private set; }

        public DkimKeyAnswer Find(string selector, string domain)
        {
            DkimKeyAnswer answer = keys.Find(selector, domain);
            IsUnanswered |= answer.State == DkimKeyState.NoAnswer;
            return answer;
        }
    }
}
