using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reprieve.Files;

namespace Reprieve.Alerts.Keeping;

/// <summary>The files of a book: one for each alert, written whole, and a lock that one process holds.</summary>
internal sealed class AlertFolder : IDisposable
{
    private readonly string _folder;
    private readonly AlertSeal? _seal;
    private readonly Durable _disk;
    private readonly FileStream _lock;

    public AlertFolder(string folder, AlertSeal? seal, Action<string>? at)
    {
        _folder = folder;
        _seal = seal;
        _disk = new Durable(at);
        string path = Path.Combine(folder, "lock");
        try
        {
            Durable.MakeFolder(folder);
            _lock = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AlertException(Say.Texts.Get("Held", path, fault.Message), fault);
        }
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>Every alert that can be read; of the others, what is wrong with them.</summary>
    public (IReadOnlyList<KeptAlert> Alerts, IReadOnlyList<string> Faults) Read()
    {
        var alerts = new List<KeptAlert>();
        var faults = new List<string>();
        foreach (string path in Directory.EnumerateFiles(_folder).Order(StringComparer.Ordinal))
        {
            if (path.EndsWith(".tmp", StringComparison.Ordinal))
            {
                File.Delete(path);
            }
            else if (path.EndsWith(".json", StringComparison.Ordinal))
            {
                try
                {
                    alerts.Add(Open(path));
                }
                catch (Exception fault)
                    when (fault is IOException or UnauthorizedAccessException or JsonException or CryptographicException
                    )
                {
                    faults.Add(Say.Texts.Get("Cannot_Use", path, fault.Message));
                }
            }
        }

        return (alerts, faults);
    }

    /// <summary>Makes an alert durable.</summary>
    /// <exception cref="AlertException">The disk does not take it.</exception>
    public void Write(KeptAlert alert)
    {
        string path = PathOf(alert.Alert.Event);
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(alert, AlertJson.Plain.KeptAlert);
        OnDisk(path, () => _disk.Write(path, _seal is { } seal ? seal.Close(bytes, PlaceOf(path)) : bytes));
    }

    /// <summary>Forgets an alert.</summary>
    /// <exception cref="AlertException">The disk does not let go of it.</exception>
    public void Delete(string happened)
    {
        string path = PathOf(happened);
        OnDisk(path, () => File.Delete(path));
    }

    private KeptAlert Open(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return JsonSerializer.Deserialize(
                _seal is { } seal ? seal.Open(bytes, PlaceOf(path)) : bytes,
                AlertJson.Plain.KeptAlert
            ) ?? throw new JsonException("empty");
    }

    private string PathOf(string happened) =>
        Path.Combine(
            _folder,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(happened)))[..32] + ".json"
        );

    /// <summary>What is sealed opens under this name only.</summary>
    private static string PlaceOf(string path) => "alerts/" + Path.GetFileName(path);

    private static void OnDisk(string path, Action deed)
    {
        try
        {
            deed();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new AlertException(Say.Texts.Get("Cannot_Use", path, fault.Message), fault);
        }
    }
}
