using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Cases;
using Reprieve.Storage.Database;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage;

/// <summary>What the rows of a case hold sealed, and the codes that guard what they hold in the open.</summary>
internal static class SealedJson
{
    public static byte[] Seal(this CaseKey key, Case record) =>
        key.Seal(
            System.Text.Encoding.UTF8.GetBytes(CaseJson.Serialize(record with { Timeline = [] })),
            $"record {record.Id}"
        );

    public static Case Record(this CaseKey key, CaseRow row) =>
        CaseJson.Deserialize(Text(key.Open(row.Record, $"record {new CaseId(row.Id)}")));

    public static byte[] Seal(this CaseKey key, CaseId id, CaseSummary summary) =>
        key.Seal(System.Text.Encoding.UTF8.GetBytes(CaseSummaryJson.Serialize(summary)), $"summary {id}");

    public static CaseSummary Summary(this CaseKey key, CaseRow row) =>
        CaseSummaryJson.Deserialize(Text(key.Open(row.Summary, $"summary {new CaseId(row.Id)}")));

    public static byte[] Seal(this CaseKey key, CaseId id, TimelineEntry entry) =>
        key.Seal(
            JsonSerializer.SerializeToUtf8Bytes(entry, RowJson.Default.TimelineEntry),
            $"entry {id} {entry.Number}"
        );

    public static TimelineEntry Entry(this CaseKey key, EntryRow row) =>
        Read(key.Open(row.Body, $"entry {new CaseId(row.CaseId)} {row.Number}"), RowJson.Default.TimelineEntry);

    public static byte[] Seal(this CaseKey key, FileRow row, FileBody body) =>
        key.Seal(JsonSerializer.SerializeToUtf8Bytes(body, RowJson.Default.FileBody), Place(row));

    public static FileBody Body(this CaseKey key, FileRow row) =>
        Read(key.Open(row.Body, Place(row)), RowJson.Default.FileBody);

    public static byte[] Seal(this CaseKey key, TaskRow row, TaskBody body) =>
        key.Seal(JsonSerializer.SerializeToUtf8Bytes(body, RowJson.Default.TaskBody), $"task {row.CaseId} {row.Id}");

    public static TaskBody Body(this CaseKey key, TaskRow row) =>
        Read(key.Open(row.Body, $"task {row.CaseId} {row.Id}"), RowJson.Default.TaskBody);

    /// <summary>Over all that a row holds; one of an earlier version had no columns for the board.</summary>
    public static byte[] CodeOf(this CaseKey key, CaseRow row)
    {
        object?[] fields =
        [
            "case",
            row.Id,
            row.AccountId,
            row.Title,
            row.Stage,
            row.Search,
            row.Due,
            row.Created,
            row.Updated,
            row.Revision,
            row.Record,
            row.Summary,
            row.Entries,
            row.LastHash,
            row.Digest,
        ];
        return row.Turn is null
            ? key.Code(fields)
            : key.Code([.. fields, row.Turn, row.Marketplace, row.AssigneeId, row.Held, row.Currency]);
    }

    public static byte[] CodeOf(this CaseKey key, FileRow row) =>
        key.Code("file", row.CaseId, row.PathKey, row.Revision, row.Until, row.Blob, row.Body);

    public static byte[] CodeOf(this CaseKey key, TaskRow row) =>
        key.Code("task", row.CaseId, row.Id, row.Due, row.DoneAt, row.Body);

    private static string Place(FileRow row) => $"file {row.CaseId} {row.PathKey} {row.Revision}";

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    private static T Read<T>(byte[] bytes, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(bytes, type) ?? throw new JsonException("empty");
}

/// <summary>What is kept sealed of a version of a file.</summary>
internal sealed record FileBody(string Path, string Sha256, long Length, long At, string Who, int Dropped);

/// <summary>What is kept sealed of a task.</summary>
internal sealed record TaskBody(string Text, string AddedBy, string? DoneBy);

[JsonSerializable(typeof(TimelineEntry))]
[JsonSerializable(typeof(FileBody))]
[JsonSerializable(typeof(TaskBody))]
internal sealed partial class RowJson : JsonSerializerContext;
