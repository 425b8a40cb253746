namespace Reprieve.AmazonStandIn;

/// <summary>Sellers API v1.</summary>
internal static class SellerOperations
{
    public static IEnumerable<Operation> Operations =>
        [
            new(
                "getMarketplaceParticipations",
                "GET",
                "/sellers/v1/marketplaceParticipations",
                Roles.SellingPartnerInsights,
                Participations
            ),
        ];

    private static Answer Participations(OperationCall call)
    {
        call.Query.Only();
        return Answer.Json(200, new { payload = call.Account.Marketplaces.Select(Json).ToArray() });
    }

    private static object Json(Participation participation)
    {
        Marketplace store = Marketplaces.Of(participation.MarketplaceId);
        return new
        {
            marketplace = new
            {
                id = store.Id,
                name = store.Domain,
                countryCode = store.Country,
                defaultCurrencyCode = store.Currency,
                defaultLanguageCode = store.Language,
                domainName = "www." + store.Domain.ToLowerInvariant(),
            },
            participation = new
            {
                isParticipating = participation.IsParticipating,
                hasSuspendedListings = participation.HasSuspendedListings,
            },
            storeName = participation.StoreName,
        };
    }
}
