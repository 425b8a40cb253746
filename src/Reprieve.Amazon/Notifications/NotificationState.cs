using System.Text.Json.Serialization;

namespace Reprieve.Amazon.Notifications;

/// <summary>The content of a book of notifications.</summary>
internal sealed record NotificationState
{
    public const int ThisForm = 1;

    /// <summary>The form of the file.</summary>
    public required int Form { get; init; }

    /// <summary>What was handed over or set aside, oldest first: 16 bytes of identity, 4 of its time in seconds since 1970.</summary>
    public required byte[] Taken { get; init; }

    /// <summary>What the taker refused and was not set aside yet, oldest first.</summary>
    public required IReadOnlyList<Refusal> Refused { get; init; }
}

/// <summary>A notification that the taker refused.</summary>
/// <param name="Identity">Which.</param>
/// <param name="First">When for the first time.</param>
/// <param name="Times">How often.</param>
/// <param name="OthersTaken">Whether the taker took another one since: then the fault is not the taker's.</param>
internal sealed record Refusal(UInt128 Identity, DateTimeOffset First, int Times, bool OthersTaken)
{
    private const int MostTimes = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Whether it has been tried enough: where nothing else comes to compare with, for a day.</summary>
    public bool IsFinal(DateTimeOffset now) => Times >= MostTimes && (OthersTaken || now - First >= Longest);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NotificationState))]
[JsonSerializable(typeof(SetAsideMessage))]
internal sealed partial class NotificationJson : JsonSerializerContext;
