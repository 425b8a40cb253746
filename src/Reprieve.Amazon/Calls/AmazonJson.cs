using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Amazon.Operations;

namespace Reprieve.Amazon.Calls;

/// <summary>
/// How Amazon's answers are read: names in either casing, unknown fields passed over, codes as they stand (a value that Amazon
/// adds tomorrow is a word like any other), times that are none left out.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LenientTime)],
    MaxDepth = 32
)]
[JsonSerializable(typeof(LwaAnswer))]
[JsonSerializable(typeof(AmazonErrors))]
[JsonSerializable(typeof(ParticipationList))]
[JsonSerializable(typeof(DestinationOrder))]
[JsonSerializable(typeof(DestinationAnswer))]
[JsonSerializable(typeof(DestinationList))]
[JsonSerializable(typeof(SubscriptionOrder))]
[JsonSerializable(typeof(SubscriptionAnswer))]
[JsonSerializable(typeof(ReportOrder))]
[JsonSerializable(typeof(ReportCreated))]
[JsonSerializable(typeof(ReportState))]
[JsonSerializable(typeof(ReportList))]
[JsonSerializable(typeof(ReportDocument))]
[JsonSerializable(typeof(QueryOrder))]
[JsonSerializable(typeof(QueryCreated))]
[JsonSerializable(typeof(QueryState))]
[JsonSerializable(typeof(QueryList))]
[JsonSerializable(typeof(QueryDocument))]
[JsonSerializable(typeof(OrderPage))]
[JsonSerializable(typeof(FinancialPage))]
[JsonSerializable(typeof(ListingPage))]
[JsonSerializable(typeof(Listing))]
[JsonSerializable(typeof(ItemTopics))]
[JsonSerializable(typeof(ItemTrends))]
[JsonSerializable(typeof(CaseQuestion))]
[JsonSerializable(typeof(CaseList))]
[JsonSerializable(typeof(ContactList))]
internal sealed partial class AmazonJson : JsonSerializerContext;

/// <summary>Reads an ISO 8601 time, and nothing where there is none.</summary>
internal sealed class LenientTime : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            return reader.TryGetDateTimeOffset(out DateTimeOffset time) ? time : null;
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
        {
            writer.WriteStringValue(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

/// <summary>What Login with Amazon answers (RFC 6749).</summary>
internal sealed record LwaAnswer(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] int? ExpiresIn,
    [property: JsonPropertyName("error")] string? Error,
    [property: JsonPropertyName("error_description")] string? ErrorDescription
)
{
    public override string ToString() => nameof(LwaAnswer);
}

/// <summary>Why Amazon refused.</summary>
internal sealed record AmazonErrors(IReadOnlyList<AmazonError>? Errors);

/// <summary>One reason.</summary>
internal sealed record AmazonError(string? Code, string? Message, string? Details);
