using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

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
}

internal sealed record BackupOutput(string File);

internal sealed record RestoreOutput(int Cases, IReadOnlyList<string> LeftOut);

/// <param name="Case">Id of the case in the workbench, or the folder.</param>
internal sealed record ImportOutput(string Case);

internal sealed record VerifyOutput(bool Whole, IReadOnlyList<string> Faults);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BackupOutput))]
[JsonSerializable(typeof(RestoreOutput))]
[JsonSerializable(typeof(ImportOutput))]
[JsonSerializable(typeof(VerifyOutput))]
internal sealed partial class StorageJsonContext : JsonSerializerContext;
