using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reprieve.Files;

namespace Reprieve.Amazon.Notifications;

/// <summary>
/// What a watcher remembers of one queue: hashes of the notifications that were handed over, those that were refused, and the
/// messages that were set aside. One process has a book at a time.
/// </summary>
public sealed class NotificationBook : IDisposable
{
    /// <summary>Identities that are remembered, 2 MB; the oldest give way. A taker knows its notifications besides.</summary>
    internal const int MostTaken = 100_000;

    /// <summary>Notifications in refusal that are remembered.</summary>
    internal const int MostRefused = 1_000;

    private const int Width = 20;

    /// <summary>Twice the longest time that a queue keeps a message (14 days), and a little.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);

    private readonly string _path;
    private readonly NotificationStore _store;
    private readonly SetAsideFolder _aside;
    private readonly FileStream _lock;
    private readonly HashSet<UInt128> _taken = [];
    private readonly Queue<(UInt128 Identity, uint At)> _order = new();
    private List<Refusal> _refused = [];
    private bool _changed;

    private NotificationBook(string path, NotificationSeal? seal, Action<string>? at)
    {
        _path = path;
        _store = new NotificationStore(seal, at);
        _aside = new SetAsideFolder(path + ".aside", _store);
        _lock = NotificationStore.OnDisk(
            path,
            () =>
            {
                Durable.MakeFolder(Path.GetDirectoryName(path)!);
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
        );
    }

    /// <summary>Opens the book at a path, or begins one. What is set aside lies in a folder beside it.</summary>
    /// <param name="path">The file; its folder is made.</param>
    /// <param name="seal">Encrypts what is kept; null where the folder is private.</param>
    /// <exception cref="AmazonException">It cannot be read, is none, or another process has it.</exception>
    public static NotificationBook Open(string path, NotificationSeal? seal = null) => Open(path, seal, null);

    /// <param name="at">Told of each point at which a crash leaves something else behind; for tests.</param>
    internal static NotificationBook Open(string path, NotificationSeal? seal, Action<string>? at)
    {
        var book = new NotificationBook(Path.GetFullPath(path), seal, at);
        try
        {
            book.Load();
            return book;
        }
        catch
        {
            book.Dispose();
            throw;
        }
    }

    /// <summary>The messages that were set aside, newest first; of more than 100 the oldest are gone.</summary>
    /// <exception cref="AmazonException">They cannot be read.</exception>
    public IReadOnlyList<SetAsideMessage> SetAside() => _aside.List();

    /// <summary>Lets other processes have it. What was not saved is lost.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>By what a notification is known.</summary>
    internal static UInt128 IdentityOf(string id) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    /// <summary>An identity as 32 hexadecimal digits.</summary>
    internal static string Text(UInt128 identity) => identity.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>Whether a notification was handed over or set aside.</summary>
    internal bool WasTaken(UInt128 identity) => _taken.Contains(identity);

    /// <summary>Notes that a notification was handed over; durable after <see cref="Save"/>.</summary>
    internal void Take(UInt128 identity, DateTimeOffset now)
    {
        Remember(identity, (uint)Math.Max(0, now.ToUnixTimeSeconds()));
        _refused = [.. _refused.Where(one => one.Identity != identity).Select(one => one with { OthersTaken = true })];
    }

    /// <summary>Notes that the taker refused a notification; durable after <see cref="Save"/>.</summary>
    internal Refusal Refuse(UInt128 identity, DateTimeOffset now)
    {
        Refusal known = _refused.Find(one => one.Identity == identity) ?? new Refusal(identity, now, 0, false);
        Refusal refusal = known with { Times = known.Times + 1 };
        _refused = [.. _refused.Where(one => one.Identity != identity).TakeLast(MostRefused - 1), refusal];
        _changed = true;
        return refusal;
    }

    /// <summary>Keeps a message beside the book, durably, and notes that; the note is durable after <see cref="Save"/>.</summary>
    /// <exception cref="AmazonException">It cannot be kept.</exception>
    internal void PutAside(UInt128 identity, SetAsideMessage message)
    {
        _aside.Add(identity, message);
        Remember(identity, (uint)Math.Max(0, message.At.ToUnixTimeSeconds()));
        _refused = [.. _refused.Where(one => one.Identity != identity)];
    }

    /// <summary>Makes all that was noted durable.</summary>
    /// <exception cref="AmazonException">It cannot be written.</exception>
    internal void Save()
    {
        if (!_changed)
        {
            return;
        }

        byte[] taken = new byte[_order.Count * Width];
        Span<byte> rest = taken;
        foreach ((UInt128 identity, uint at) in _order)
        {
            BinaryPrimitives.WriteUInt128BigEndian(rest, identity);
            BinaryPrimitives.WriteUInt32BigEndian(rest[16..], at);
            rest = rest[Width..];
        }

        _store.Write(
            _path,
            new NotificationState
            {
                Form = NotificationState.ThisForm,
                Taken = taken,
                Refused = _refused,
            },
            NotificationJson.Default.NotificationState
        );
        _changed = false;
    }

    private void Remember(UInt128 identity, uint at)
    {
        if (_taken.Add(identity))
        {
            _order.Enqueue((identity, at));
            _changed = true;
        }

        while (_order.Count > MostTaken || _order.Peek().At + Oldest.TotalSeconds < at)
        {
            _taken.Remove(_order.Dequeue().Identity);
        }
    }

    private void Load()
    {
        if (!File.Exists(_path))
        {
            return;
        }

        NotificationState? state = _store.Read(_path, NotificationJson.Default.NotificationState);
        if (
            state is not { Form: NotificationState.ThisForm, Taken: not null, Refused: not null }
            || state.Taken.Length % Width != 0
        )
        {
            throw new AmazonException(Say.Texts.Get("Notice_File", _path, Say.Texts.Get("Notice_Not_A_Book")));
        }

        for (ReadOnlySpan<byte> rest = state.Taken; rest.Length > 0; rest = rest[Width..])
        {
            Remember(BinaryPrimitives.ReadUInt128BigEndian(rest), BinaryPrimitives.ReadUInt32BigEndian(rest[16..]));
        }

        _refused = [.. state.Refused];
        _changed = false;
    }
}
