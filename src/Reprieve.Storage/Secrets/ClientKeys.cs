using System.Globalization;
using System.Security.Cryptography;

namespace Reprieve.Storage.Secrets;

/// <summary>
/// One key file for each client, which encrypts the keys of its cases. A client that is being removed is marked by
/// <c>.left</c> before its rows go, so that a stop in between is finished at the next start.
/// </summary>
internal sealed class ClientKeys(string folder)
{
    private const string Kept = ".client";
    private const string Left = ".left";

    /// <summary>Two that make the first key of a client at once would each seal with a key of their own.</summary>
    private readonly Lock _making = new();

    /// <summary>Clients whose removal was interrupted.</summary>
    public IReadOnlyList<Guid> Leaving =>
        [
            .. Directory
                .EnumerateFiles(folder, "*" + Left)
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(name => Guid.TryParseExact(name, "D", out _))
                .Select(name => Guid.Parse(name, CultureInfo.InvariantCulture)),
        ];

    /// <summary>The key of a client; null when it is not there.</summary>
    /// <exception cref="StorageException">The file is no key.</exception>
    public byte[]? Find(Guid client)
    {
        string file = Place(client, Kept);
        if (!File.Exists(file))
        {
            return null;
        }

        byte[] key = File.ReadAllBytes(file);
        return key.Length == CaseKey.Length ? key : throw new StorageException(Say.Texts.Get("Key_Broken", file));
    }

    /// <summary>The key of a client, made when it has none yet.</summary>
    public byte[] Of(Guid client)
    {
        lock (_making)
        {
            if (Find(client) is { } known)
            {
                return known;
            }

            byte[] key = RandomNumberGenerator.GetBytes(CaseKey.Length);
            Durable.Write(Place(client, Kept), key);
            return key;
        }
    }

    /// <summary>Says that a client is being removed, before anything of it goes.</summary>
    public void Mark(Guid client) => Durable.Write(Place(client, Left), []);

    /// <summary>The client stays after all.</summary>
    public void Unmark(Guid client) => File.Delete(Place(client, Left));

    /// <summary>Destroys the key of a client, and with it every key that it encrypts, wherever a copy of those lies.</summary>
    public void Destroy(Guid client)
    {
        Durable.Destroy(Place(client, Kept));
        Unmark(client);
    }

    private string Place(Guid client, string ending) => Path.Combine(folder, client.ToString("D") + ending);
}
