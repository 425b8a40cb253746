using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Reprieve.Files;
using Reprieve.Mail.Outboxes;
using Reprieve.Mail.Watching;

namespace Reprieve.Mail;

/// <summary>
/// What a watcher remembers of one mailbox: how far each folder was gone through, and hashes of the mails that were handed over.
/// Of all other mails nothing is kept. One process has a book at a time.
/// </summary>
public sealed class WatchBook : IDisposable
{
    /// <summary>Identities that are remembered, 1.6 MB; the oldest give way. A taker knows its mails besides.</summary>
    internal const int MostTaken = 100_000;

    private readonly string _path;
    private readonly MailSeal? _seal;
    private readonly Durable _disk = new(null);
    private readonly FileLock _lock;
    private readonly Dictionary<string, FolderPosition> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<UInt128> _taken = [];
    private readonly Queue<UInt128> _order = new();
    private bool _changed;

    private WatchBook(string path, MailSeal? seal, FileLock held)
    {
        _path = path;
        _seal = seal;
        _lock = held;
    }

    /// <summary>Opens the book at a path, or begins one.</summary>
    /// <param name="path">The file; its folder is made.</param>
    /// <param name="seal">Encrypts what is kept; null where the folder is private.</param>
    /// <exception cref="MailException">It cannot be read, is none, or another process has it.</exception>
    public static WatchBook Open(string path, MailSeal? seal = null)
    {
        FileLock held = OnDisk(
            path,
            () =>
            {
                Durable.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
                return new FileLock(path + ".lock", "Watch_Held");
            }
        );
        var book = new WatchBook(path, seal, held);
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

    /// <summary>Lets other processes have it. What was not saved is lost.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>How far a folder was gone through; null for one that is new.</summary>
    internal FolderPosition? Find(string folder) => _folders.GetValueOrDefault(folder);

    /// <summary>Notes how far a folder was gone through; durable after <see cref="Save"/>.</summary>
    internal void Note(FolderPosition position)
    {
        _changed |= !position.Equals(_folders.GetValueOrDefault(position.Name));
        _folders[position.Name] = position;
    }

    /// <summary>Forgets all folders but these.</summary>
    internal void Keep(IEnumerable<string> folders)
    {
        foreach (string gone in _folders.Keys.Except(folders, StringComparer.Ordinal).ToArray())
        {
            _changed |= _folders.Remove(gone);
        }
    }

    /// <summary>Whether a mail was handed over.</summary>
    internal bool WasTaken(UInt128 identity) => _taken.Contains(identity);

    /// <summary>Notes that a mail was handed over; durable after <see cref="Save"/>.</summary>
    internal void Take(UInt128 identity)
    {
        if (_taken.Add(identity))
        {
            _order.Enqueue(identity);
            _changed = true;
        }

        while (_order.Count > MostTaken)
        {
            _taken.Remove(_order.Dequeue());
        }
    }

    /// <summary>Makes all that was noted durable.</summary>
    /// <exception cref="MailException">It cannot be written.</exception>
    internal void Save()
    {
        if (!_changed)
        {
            return;
        }

        byte[] taken = new byte[_order.Count * MailIdentity.Length];
        int at = 0;
        foreach (UInt128 identity in _order)
        {
            BinaryPrimitives.WriteUInt128BigEndian(taken.AsSpan(at), identity);
            at += MailIdentity.Length;
        }

        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(
            new WatchState
            {
                Form = WatchState.ThisForm,
                Folders = [.. _folders.Values],
                Taken = taken,
            },
            WatchJson.Default.WatchState
        );
        OnDisk(
            _path,
            () =>
            {
                _disk.Write(_path, _seal is { } seal ? seal.Close(bytes, Place) : bytes);
                return true;
            }
        );
        _changed = false;
    }

    /// <summary>To which what is sealed is tied.</summary>
    private string Place => "watch/" + Path.GetFileName(_path);

    private void Load()
    {
        if (!File.Exists(_path))
        {
            return;
        }

        WatchState? state = OnDisk(
            _path,
            () =>
            {
                byte[] bytes = File.ReadAllBytes(_path);
                return JsonSerializer.Deserialize(
                    _seal is { } seal ? seal.Open(bytes, Place) : bytes,
                    WatchJson.Default.WatchState
                );
            }
        );
        if (
            state is not { Form: WatchState.ThisForm, Folders: not null, Taken: not null }
            || state.Taken.Length % MailIdentity.Length != 0
        )
        {
            throw new MailException(Say.Texts.Get("Cannot_Use", _path, Say.Texts.Get("Watch_Not_A_Book")));
        }

        for (int at = 0; at < state.Taken.Length; at += MailIdentity.Length)
        {
            Take(BinaryPrimitives.ReadUInt128BigEndian(state.Taken.AsSpan(at)));
        }

        foreach (FolderPosition position in state.Folders)
        {
            _folders[position.Name] = position;
        }

        _changed = false;
    }

    private static T OnDisk<T>(string path, Func<T> deed)
    {
        try
        {
            return deed();
        }
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException or CryptographicException or JsonException)
        {
            throw new MailException(Say.Texts.Get("Cannot_Use", path, fault.Message), fault);
        }
    }
}
