namespace Reprieve.AmazonFaults;

/// <summary>Invented messages.</summary>
internal static class SeedMessages
{
    /// <summary>A type that the taker never takes.</summary>
    public const string Refused = "REFUSED_BY_THE_TAKER";

    /// <summary>A notification of any type.</summary>
    public static string Notification(string id, Random dice)
    {
        (string type, string payload) = dice.Next(3) switch
        {
            0 => (
                "ACCOUNT_STATUS_CHANGED",
                """{"accountStatusChangeNotification":{"previousAccountStatus":"NORMAL","currentAccountStatus":"AT_RISK"}}"""
            ),
            1 => ("LISTINGS_ITEM_STATUS_CHANGE", """{"Sku":"S-1","Status":["BUYABLE"]}"""),
            _ => ("PRICING_HEALTH", "{}"),
        };
        return Of(id, type, payload);
    }

    /// <summary>One that can be read and is refused.</summary>
    public static string Poison(string id) => Of(id, Refused, "{}");

    /// <summary>One that cannot be read.</summary>
    public static string Unreadable(string id) => $"<no notification: {id}>";

    private static string Of(string id, string type, string payload) =>
        $$$"""
            {"NotificationType":"{{{type}}}","Payload":{{{payload}}},"NotificationMetadata":{"NotificationId":"{{{id}}}"}}
            """;
}
