using System.Text.Json.Serialization;

namespace Reprieve.Mail.Watching;

/// <summary>How far a folder was gone through.</summary>
internal sealed record FolderPosition
{
    /// <summary>Its full name.</summary>
    public required string Name { get; init; }

    /// <summary>Numbers of mails hold as long as this does not change.</summary>
    public required uint UidValidity { get; init; }

    /// <summary>All mails up to this number were looked at, but for those put off.</summary>
    public uint Handled { get; init; }

    /// <summary>The folder's change number (CONDSTORE) when it was last gone through; 0 where the server has none.</summary>
    public ulong ModSeq { get; init; }

    /// <summary>Mails that could not be fetched yet.</summary>
    public IReadOnlyList<PutOffMail> PutOff { get; init; } = [];
}

/// <summary>A mail that could not be fetched yet.</summary>
/// <param name="Uid">Its number in the folder.</param>
/// <param name="Times">Attempts that failed.</param>
internal sealed record PutOffMail(uint Uid, int Times);

/// <summary>The content of a watch book.</summary>
internal sealed record WatchState
{
    public const int ThisForm = 1;

    /// <summary>The form of the file.</summary>
    public required int Form { get; init; }

    /// <summary>Positions by folder.</summary>
    public required IReadOnlyList<FolderPosition> Folders { get; init; }

    /// <summary>Identities of mails that were handed over, oldest first, 16 bytes each.</summary>
    public required byte[] Taken { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WatchState))]
internal sealed partial class WatchJson : JsonSerializerContext;
