namespace Reprieve.AmazonStandIn;

/// <summary>
/// Makes a plausible account, always the same for the same seed. Everything is invented and nothing is of a buyer; a few
/// comments have letters beyond ASCII, so that a charset read wrongly shows.
/// </summary>
public static class SyntheticAccount
{
    private const int HistoryDays = 60;

    /// <param name="seed">Decides everything but the number of orders.</param>
    /// <param name="orders">How many, spread over <paramref name="days"/> before <paramref name="now"/>.</param>
    /// <param name="now">Time of the newest order, about (UTC).</param>
    /// <param name="merchantShare">Share that the seller ships.</param>
    /// <param name="marketplaceIds">Stores, all of one region; the United States where there is none.</param>
    public static SellerAccount Make(
        int seed,
        int orders,
        DateTimeOffset now,
        int days = 120,
        double merchantShare = 0.6,
        params string[] marketplaceIds
    )
    {
        string[] stores = marketplaceIds.Length > 0 ? marketplaceIds : ["ATVPDKIKX0DER"];
        Chance chance = new(seed);
        SyntheticListings listings = new(chance, stores, Math.Clamp(orders / 50, 6, 200), now);
        AccountData data = new()
        {
            Listings = listings.All,
            Orders = new SyntheticOrders(chance, listings, now).Make(orders, days, merchantShare),
            Topics = listings.Topics(chance),
            Cases = SyntheticCases.Make(chance, now),
        };
        data = SyntheticAftermath.Add(data, chance, now);
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        HealthFigures figures = new(data);
        return new SellerAccount
        {
            SellerId = "A" + chance.Letters(13),
            RefreshTokens = [$"Atzr|stand-in-{seed}"],
            Region = Marketplaces.Of(stores[0]).Region,
            Marketplaces =
            [
                .. stores.Select(s => new Participation(s, "Stand-in store " + Marketplaces.Of(s).Country)),
            ],
            Data = data with
            {
                Performance = [.. stores.Select(s => figures.Of(s, today))],
                History =
                [
                    .. from back in Enumerable.Range(1, HistoryDays).Reverse()
                    from store in stores
                    select figures.DayOf(store, today.AddDays(-back)),
                ],
            },
        };
    }
}
