using System.Collections.Concurrent;

namespace Reprieve.Notices;

/// <summary>Looks keys up and keeps them read: many mails are signed with the same few.</summary>
internal sealed class KeyRing(IDkimKeys? keys)
{
    private const int Most = 256;

    private readonly ConcurrentDictionary<string, DkimKey> _read = new(StringComparer.Ordinal);

    /// <summary>The key of a signature, and the record it was read from when there is one.</summary>
    public (DkimKey Key, UsedKey? Used) Find(string selector, string domain)
    {
        DkimKeyAnswer answer = keys?.Find(selector, domain) ?? DkimKeyAnswer.NotAsked;
        return answer.State switch
        {
            DkimKeyState.Found => (Read(answer.Record!), new UsedKey(UsedKey.NameOf(selector, domain), answer.Record!)),
            DkimKeyState.Missing => (new DkimKey(null, "Dkim_NoSuchKey"), null),
            DkimKeyState.NoAnswer => (new DkimKey(null, "Dkim_NoAnswer"), null),
            _ => (new DkimKey(null, "Dkim_NoKeys"), null),
        };
    }

    private DkimKey Read(string record)
    {
        if (_read.TryGetValue(record, out DkimKey? known))
        {
            return known;
        }

        if (_read.Count >= Most)
        {
            _read.Clear();
        }

        return _read[record] = DkimKey.Read(record);
    }
}
