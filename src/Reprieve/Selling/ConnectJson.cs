using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Amazon;

namespace Reprieve.Cli.Selling;

/// <summary><c>connect --json</c>.</summary>
/// <param name="Pull">What was downloaded; null where nothing was asked for.</param>
internal sealed record ConnectOutput(
    IReadOnlyList<FoundStore> Stores,
    IReadOnlyList<ConnectionRight> Rights,
    PullResult? Pull
)
{
    private static readonly ConnectJson Context = new(
        new JsonSerializerOptions(ConnectJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public string Serialize() => JsonSerializer.Serialize(this, Context.ConnectOutput);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(ConnectOutput))]
internal sealed partial class ConnectJson : JsonSerializerContext;
