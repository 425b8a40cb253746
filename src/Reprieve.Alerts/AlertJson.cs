using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Alerts.Formats;

namespace Reprieve.Alerts;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptAlert))]
[JsonSerializable(typeof(WebhookBody))]
[JsonSerializable(typeof(SlackBody))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class AlertJson : JsonSerializerContext
{
    /// <summary>Other scripts as they are: WeCom takes no <c>\u</c> escapes.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static AlertJson Plain => field ??= new(new JsonSerializerOptions(Default.Options!) { Encoder = Encoder });
}
