using System.Globalization;
using System.Text;
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
    public static AlertJson Plain =>
        field ??= new(
            new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );

    /// <summary>
    /// JSON with all signs beyond ASCII as they are: WeCom takes no <c>\u</c> escapes, and the encoder still makes them of
    /// emoji and of rare spaces.
    /// </summary>
    public static string Literal(string json)
    {
        if (!json.Contains("\\u", StringComparison.Ordinal))
        {
            return json;
        }

        var made = new StringBuilder(json.Length);
        for (int i = 0; i < json.Length; )
        {
            int length =
                json[i] != '\\' ? 1
                : json[i + 1] == 'u' ? 6
                : 2;
            ReadOnlySpan<char> part = json.AsSpan(i, length);
            i += length;
            ushort sign =
                length == 6 ? ushort.Parse(part[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) : (ushort)0;
            _ = sign < 0x80 ? made.Append(part) : made.Append((char)sign);
        }

        return made.ToString();
    }
}
