using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Standing;

/// <summary>Snapshots as they are kept: JSON, one by one or as a list.</summary>
public static class SnapshotJson
{
    /// <summary>One snapshot on one line.</summary>
    public static string Write(AccountSnapshot snapshot) =>
        JsonSerializer.Serialize(snapshot, SnapshotContext.Default.AccountSnapshot);

    /// <summary>A list of snapshots on one line, of one store or several.</summary>
    public static string Write(IReadOnlyList<AccountSnapshot> snapshots) =>
        JsonSerializer.Serialize(snapshots, SnapshotContext.Default.IReadOnlyListAccountSnapshot);

    /// <summary>One snapshot that was kept.</summary>
    /// <exception cref="ReportException">It is damaged.</exception>
    public static AccountSnapshot ReadOne(string json) =>
        Whole(() => JsonSerializer.Deserialize(json, SnapshotContext.Default.AccountSnapshot));

    /// <summary>A list that was kept.</summary>
    /// <exception cref="ReportException">It is damaged.</exception>
    public static IReadOnlyList<AccountSnapshot> Read(string json) =>
        Whole(() => JsonSerializer.Deserialize(json, SnapshotContext.Default.IReadOnlyListAccountSnapshot));

    private static T Whole<T>(Func<T?> read)
    {
        try
        {
            return read() ?? throw new JsonException();
        }
        catch (JsonException fault)
        {
            throw new ReportException(Say.Texts.Get("Standing_KeptBroken", (fault.LineNumber ?? 0) + 1));
        }
    }
}

/// <summary>Source-generated: what is kept does not depend on reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault
)]
[JsonSerializable(typeof(AccountSnapshot))]
[JsonSerializable(typeof(IReadOnlyList<AccountSnapshot>))]
internal sealed partial class SnapshotContext : JsonSerializerContext;
