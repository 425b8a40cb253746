using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.AmazonStandIn;

/// <summary>What goes back, before it becomes a message of the transport.</summary>
internal sealed record Answer(int Status)
{
    private static readonly JsonSerializerOptions JsonOf = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public byte[] Body { get; init; } = [];

    /// <summary>The whole `Content-Type`, or nothing.</summary>
    public string? ContentType { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How long the body takes to come after the headers.</summary>
    public TimeSpan Slow { get; init; }

    /// <summary>No answer at all: the connection is cut.</summary>
    public bool Cut { get; init; }

    /// <summary>It is a refusal because the bucket was empty.</summary>
    public bool Exceeded { get; init; }

    /// <summary>An answer in JSON; names are written as they are, what is null is left out.</summary>
    public static Answer Json(int status, object body) =>
        new(status) { Body = JsonSerializer.SerializeToUtf8Bytes(body, JsonOf), ContentType = "application/json" };

    /// <summary>An error in the form that all operations share.</summary>
    public static Answer Error(int status, string code, string message, string details = "") =>
        Json(
            status,
            new
            {
                errors = new[]
                {
                    new
                    {
                        code,
                        message,
                        details,
                    },
                },
            }
        );

    public static Answer Text(int status, string type, string body) =>
        new(status) { Body = Encoding.UTF8.GetBytes(body), ContentType = type };

    public Answer With(params (string Name, string Value)[] headers)
    {
        Dictionary<string, string> all = new(Headers);
        foreach ((string name, string value) in headers)
        {
            all[name] = value;
        }

        return this with
        {
            Headers = all,
        };
    }
}
