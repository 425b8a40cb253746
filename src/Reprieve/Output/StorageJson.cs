using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Storage;

namespace Reprieve.Cli.Output;

/// <summary><c>--json</c> of the commands that work on the workbench's data.</summary>
internal static class StorageJson
{
    private static readonly StorageJsonContext Context = new(
        new JsonSerializerOptions(StorageJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static string Serialize(BackupOutput output) => JsonSerializer.Serialize(output, Context.BackupOutput);

    public static string Serialize(RestoreOutput output) => JsonSerializer.Serialize(output, Context.RestoreOutput);

    public static string Serialize(ImportOutput output) => JsonSerializer.Serialize(output, Context.ImportOutput);

    public static string Serialize(VerifyOutput output) => JsonSerializer.Serialize(output, Context.VerifyOutput);

    /// <summary>On one line.</summary>
    public static string Serialize(WatchOutput output) => JsonSerializer.Serialize(output, Context.WatchOutput);
}

internal sealed record BackupOutput(string File);

internal sealed record RestoreOutput(int Cases, IReadOnlyList<string> LeftOut);

/// <param name="Case">Id of the case in the workbench, or the folder.</param>
internal sealed record ImportOutput(string Case);

internal sealed record VerifyOutput(bool Whole, IReadOnlyList<string> Faults);

/// <summary>A mail that was sorted.</summary>
/// <param name="At">When it arrived, in UTC.</param>
/// <param name="State">What became of it.</param>
/// <param name="Case">Id of the case it lies in; null for none.</param>
internal sealed record WatchOutput(
    Guid Mail,
    DateTimeOffset At,
    ArrivalState State,
    string? Case,
    NoticeKind Kind,
    Decision? Decision,
    AuthenticityVerdict Verdict,
    string? Marketplace,
    string? Subject,
    string Sha256
)
{
    public static WatchOutput Of(Arrival arrival, ArrivedMessage message) =>
        new(
            arrival.Id,
            arrival.At,
            arrival.State,
            arrival.Case?.ToString(),
            message.Kind,
            message.Decision,
            message.Verdict,
            message.Marketplace,
            message.Subject,
            message.Sha256
        );
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BackupOutput))]
[JsonSerializable(typeof(RestoreOutput))]
[JsonSerializable(typeof(ImportOutput))]
[JsonSerializable(typeof(VerifyOutput))]
[JsonSerializable(typeof(WatchOutput))]
internal sealed partial class StorageJsonContext : JsonSerializerContext;
