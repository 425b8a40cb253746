using System.Text.Json;

namespace Reprieve.AmazonStandIn;

/// <summary>One operation of the API: where it is, who may call it, what it does.</summary>
/// <param name="Path">Template as in the models, `{name}` for a variable part.</param>
/// <param name="Role">Role that the account must have given to the application; null where any authorisation will do.</param>
internal sealed record Operation(
    string Name,
    string Method,
    string Path,
    string? Role,
    Func<OperationCall, Answer> Handle
)
{
    private readonly string[] _parts = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Called for the application itself, not for an account.</summary>
    public bool Grantless { get; init; }

    /// <summary>The variable parts where the path fits, else null.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] segments)
    {
        if (segments.Length != _parts.Length)
        {
            return null;
        }

        Dictionary<string, string> values = [];
        foreach ((string part, string segment) in _parts.Zip(segments))
        {
            if (part[0] == '{')
            {
                values[part[1..^1]] = segment;
            }
            else if (part != segment)
            {
                return null;
            }
        }

        return values;
    }
}

/// <summary>A call of an operation that passed the door.</summary>
internal sealed record OperationCall(
    DateTimeOffset Now,
    string ClientId,
    SellerAccount? Caller,
    IReadOnlyDictionary<string, string> Path,
    Parameters Query,
    string Text
)
{
    /// <summary>What is to go wrong inside the operation.</summary>
    public Fault Fault { get; init; }

    /// <summary>The account called for; not for grantless operations.</summary>
    public SellerAccount Account => Caller ?? throw Refusal.Unauthorized();

    /// <summary>The body, which must be a JSON object.</summary>
    public JsonElement Body()
    {
        try
        {
            JsonElement body = JsonElement.Parse(Text);
            return body.ValueKind == JsonValueKind.Object ? body : throw Refusal.Invalid("The body is not an object.");
        }
        catch (JsonException)
        {
            throw Refusal.Invalid("Could not parse the request body.");
        }
    }
}
