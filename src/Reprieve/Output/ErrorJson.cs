using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Cli.Output;

/// <summary>What is printed for an input that could not be read: <c>{"source", "error"}</c>.</summary>
internal static class ErrorJson
{
    private static readonly ErrorJsonContext Context = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public static string Serialize(string source, string error) =>
        JsonSerializer.Serialize(new UnreadInput(source, error), Context.UnreadInput);
}

internal sealed record UnreadInput(string Source, string Error);

[JsonSerializable(typeof(UnreadInput))]
internal sealed partial class ErrorJsonContext : JsonSerializerContext;
