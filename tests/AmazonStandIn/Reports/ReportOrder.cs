using System.Text.Json;

namespace Reprieve.AmazonStandIn;

/// <summary>What was ordered, and of which data: those at the time of the order.</summary>
internal sealed record ReportOrder(
    ReportType Type,
    SellerAccount Account,
    AccountData Data,
    IReadOnlyList<string> MarketplaceIds,
    DateTimeOffset From,
    DateTimeOffset To,
    DateTimeOffset Now,
    IReadOnlyDictionary<string, string> Options
)
{
    /// <summary>The store whose charset and date form the file takes: the first one.</summary>
    public Marketplace Store { get; } = Marketplaces.Of(MarketplaceIds[0]);

    public bool Covers(string marketplaceId, DateTimeOffset time) =>
        time >= From && time <= To && MarketplaceIds.Contains(marketplaceId);

    /// <summary>Reads the body of createReport.</summary>
    public static ReportOrder Read(OperationCall call)
    {
        JsonElement body = call.Body();
        foreach (JsonProperty field in body.EnumerateObject())
        {
            if (
                field.Name
                is not ("reportType" or "marketplaceIds" or "dataStartTime" or "dataEndTime" or "reportOptions")
            )
            {
                throw Refusal.Invalid($"The field '{field.Name}' is not known.");
            }
        }

        string name = Text(body, "reportType") ?? throw Refusal.Invalid("Missing required field 'reportType'.");
        ReportType type = ReportTypes.Find(name) ?? throw Refusal.Invalid($"The report type '{name}' is not valid.");
        string[] stores = Stores(body);
        if (Array.Find(stores, id => !call.Account.SellsIn(id)) is { } other)
        {
            throw Refusal.Invalid($"The marketplace '{other}' is not valid for this account.");
        }

        DateTimeOffset from = Time(body, "dataStartTime", call.Now);
        DateTimeOffset to = Time(body, "dataEndTime", call.Now);
        if (from > call.Now || to > call.Now || from > to)
        {
            throw Refusal.Invalid("The data range must end now or before, and start before it ends.");
        }

        return new(type, call.Account, call.Account.Data, stores, from, to, call.Now, ReadOptions(body));
    }

    private static string[] Stores(JsonElement body) =>
        body.TryGetProperty("marketplaceIds", out JsonElement list)
        && list.ValueKind == JsonValueKind.Array
        && list.GetArrayLength() is >= 1 and <= 25
        && list.EnumerateArray().All(id => id.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(id => id.GetString()!)]
            : throw Refusal.Invalid("The field 'marketplaceIds' must hold 1 to 25 ids.");

    private static DateTimeOffset Time(JsonElement body, string name, DateTimeOffset otherwise) =>
        Text(body, name) is not { } text
            ? otherwise
            : Iso8601.Read(text) ?? throw Refusal.Invalid($"The field '{name}' is not a date-time.");

    private static Dictionary<string, string> ReadOptions(JsonElement body)
    {
        if (!body.TryGetProperty("reportOptions", out JsonElement options))
        {
            return [];
        }

        return
            options.ValueKind == JsonValueKind.Object
            && options.EnumerateObject().All(o => o.Value.ValueKind == JsonValueKind.String)
            ? options.EnumerateObject().ToDictionary(o => o.Name, o => o.Value.GetString()!)
            : throw Refusal.Invalid("The field 'reportOptions' must hold texts.");
    }

    private static string? Text(JsonElement body, string name) =>
        !body.TryGetProperty(name, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Refusal.Invalid($"The field '{name}' is not a text.");
}
