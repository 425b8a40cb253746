using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Reprieve.Knowledge;

namespace Reprieve.Amazon.Calls;

/// <summary>Reads what Amazon answered, and says a refusal in words.</summary>
internal static class CallAnswer
{
    public static T Read<T>(byte[] body, JsonTypeInfo<T> type, AmazonCall call)
    {
        try
        {
            return JsonSerializer.Deserialize(body, type)
                ?? throw new AmazonException(Say.Texts.Get("Not_Understood", call.Operation, "null"));
        }
        catch (JsonException fault)
        {
            throw new AmazonException(Say.Texts.Get("Not_Understood", call.Operation, Cut.Of(fault.Message)), fault);
        }
    }

    /// <summary>Whether a refusal is about the access token and not about a right.</summary>
    public static bool SpeaksOfToken(int status, byte[] body) =>
        status == 401
        || Errors(body)
            .Any(error => (error.Message + error.Details).Contains("token", StringComparison.OrdinalIgnoreCase));

    public static AmazonException Refusal(AmazonAccount account, AmazonCall call, int status, byte[] body)
    {
        AmazonError? error = Errors(body) is [AmazonError first, ..] ? first : null;
        string words = Cut.Of(
            string.Join(
                ": ",
                new[] { error?.Code, error?.Message, error?.Details }.Where(said => !string.IsNullOrWhiteSpace(said))
            )
        );
        string menu = account.Region.Applications.In(UserTexts.Language);
        string sentence = status switch
        {
            401 or 403 => (call.Role ?? Role(account.Edge.Knowledge, call.Operation)) is { } role
                ? Say.Texts.Get("Denied_Role", call.Operation, words, role.In(UserTexts.Language), menu)
                : Say.Texts.Get("Denied", call.Operation, words, menu),
            404 => Say.Texts.Get("Not_There", call.Operation, words),
            _ => Say.Texts.Get("Refused", call.Operation, status, words),
        };
        return new AmazonException(sentence) { Status = status };
    }

    private static LocalizedText? Role(KnowledgeBase knowledge, string operation) =>
        knowledge.AmazonOperations.FirstOrDefault(one => one.Code == operation)?.Role;

    private static IReadOnlyList<AmazonError> Errors(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, AmazonJson.Default.AmazonErrors)?.Errors ?? [];
        }
        catch (JsonException)
        {
            // A page, or nothing: the status has to do.
            return [];
        }
    }
}
