using System.Text;
using Reprieve.Amazon.Notifications;

namespace Reprieve.Fuzz;

/// <summary>Reads an input as the body of a message from a queue.</summary>
internal static class NotificationTarget
{
    /// <summary>What contradicts itself; null when the input was read or refused as it should be.</summary>
    public static string? Read(byte[] input, string name)
    {
        NotificationReading read = NotificationReader.Read(Encoding.UTF8.GetString(input));
        return (read.Notification is null) == (read.Fault is null) ? "neither or both of notification and fault"
            : read.Notification is { } one && (one.Id.Length == 0 || one.Type.Length == 0) ? "no id or no type"
            : read.Notification?.EventTime is { } time && time.Offset != TimeSpan.Zero ? "a time that is not in UTC"
            : null;
    }
}
