using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Storage.Backups;

/// <summary>What a backup holds: by it a reader knows that it is whole.</summary>
/// <param name="Format">Form of the backup.</param>
/// <param name="Made">When, in UTC.</param>
/// <param name="Cases">How many cases.</param>
/// <param name="Files">SHA-256 of every entry but this one, by its name.</param>
internal sealed record BackupManifest(
    int Format,
    DateTimeOffset Made,
    int Cases,
    IReadOnlyDictionary<string, string> Files
)
{
    public const int CurrentFormat = 1;
    public const string Name = "manifest.json";
    public const string Database = "reprieve.db";
    public const string FilesFolder = "files/";
    public const string KnowledgeFolder = "knowledge/";

    public string ToJson() => JsonSerializer.Serialize(this, BackupJson.Default.BackupManifest);

    public static BackupManifest? Read(Stream json) =>
        JsonSerializer.Deserialize(json, BackupJson.Default.BackupManifest);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
