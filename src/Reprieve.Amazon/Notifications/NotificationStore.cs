using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Reprieve.Files;

namespace Reprieve.Amazon.Notifications;

/// <summary>Files of a book: whole or not at all, sealed where there is a seal, with faults in words.</summary>
internal sealed class NotificationStore(NotificationSeal? seal, Action<string>? at)
{
    private readonly Durable _disk = new(at);

    /// <exception cref="AmazonException">It cannot be written.</exception>
    public void Write<T>(string path, T content, JsonTypeInfo<T> form) =>
        OnDisk(
            path,
            () =>
            {
                byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(content, form);
                _disk.Write(path, seal is null ? bytes : seal.Close(bytes, Place(path)));
                return true;
            }
        );

    /// <exception cref="AmazonException">It cannot be read.</exception>
    public T? Read<T>(string path, JsonTypeInfo<T> form) =>
        OnDisk(
            path,
            () =>
            {
                byte[] bytes = File.ReadAllBytes(path);
                return JsonSerializer.Deserialize(seal is null ? bytes : seal.Open(bytes, Place(path)), form);
            }
        );

    /// <summary>Does something with files; faults come out in words.</summary>
    /// <exception cref="AmazonException">It cannot be done.</exception>
    public static T OnDisk<T>(string path, Func<T> deed)
    {
        try
        {
            return deed();
        }
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException or CryptographicException or JsonException)
        {
            throw new AmazonException(Say.Texts.Get("Notice_File", path, fault.Message), fault);
        }
    }

    /// <summary>To which what is sealed is tied.</summary>
    private static string Place(string path) => "notifications/" + Path.GetFileName(path);
}
