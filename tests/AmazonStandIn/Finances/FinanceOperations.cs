namespace Reprieve.AmazonStandIn;

/// <summary>Finances API v0: of all events only A-to-z claims and chargebacks, and the lists of a page hold one of both kinds.</summary>
internal sealed class FinanceOperations
{
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    private readonly Pages _pages = new();

    public IEnumerable<Operation> Operations =>
        [new("listFinancialEvents", "GET", "/finances/v0/financialEvents", Roles.Finance, List)];

    private Answer List(OperationCall call)
    {
        Parameters query = call.Query;
        query.Only("MaxResultsPerPage", "PostedAfter", "PostedBefore", "NextToken");
        int size = query.Number("MaxResultsPerPage", 100, 1, 100);
        ClaimEvent[] events = Matching(call);
        string question = query.Question("NextToken");
        Page<ClaimEvent> page = query.Text("NextToken") is { } token
            ? _pages.Next<ClaimEvent>(call.Account, token, question)
            : _pages.First(call.Account, events, size, question);
        return Answer.Json(
            200,
            new
            {
                payload = new
                {
                    page.NextToken,
                    FinancialEvents = new
                    {
                        GuaranteeClaimEventList = Events(call.Account.Data, page.Items.Where(e => !e.Chargeback)),
                        ChargebackEventList = Events(call.Account.Data, page.Items.Where(e => e.Chargeback)),
                    },
                },
            }
        );
    }

    private static ClaimEvent[] Matching(OperationCall call)
    {
        DateTimeOffset? after = call.Query.Time("PostedAfter");
        DateTimeOffset? before = call.Query.Time("PostedBefore");
        DateTimeOffset latest = call.Now - Lag;
        if (after >= latest || before >= latest || before <= after || (before is not null && after is null))
        {
            throw Refusal.Invalid("The dates must be more than two minutes ago, the end after the start.");
        }

        DateTimeOffset end = before ?? latest;
        return end - after > Longest
            ? []
            :
            [
                .. call
                    .Account.Data.Claims.Where(e => (after is null || e.Posted >= after) && e.Posted < end)
                    .OrderBy(e => e.Posted)
                    .ThenBy(e => e.OrderId, StringComparer.Ordinal),
            ];
    }

    private static object[] Events(AccountData data, IEnumerable<ClaimEvent> events) =>
        [
            .. events.Select(e =>
            {
                SellerOrder order = data.Orders.First(o => o.Id == e.OrderId);
                Marketplace store = Marketplaces.Of(order.MarketplaceId);
                return new
                {
                    AmazonOrderId = order.Id,
                    SellerOrderId = order.Id,
                    MarketplaceName = store.Domain,
                    PostedDate = Iso8601.Write(e.Posted),
                    ShipmentItemAdjustmentList = new[]
                    {
                        new
                        {
                            SellerSKU = order.Lines[0].Sku,
                            OrderAdjustmentItemId = order.Lines[0].ItemId,
                            ItemChargeAdjustmentList = new[]
                            {
                                new
                                {
                                    ChargeType = "Principal",
                                    ChargeAmount = new { CurrencyCode = store.Currency, CurrencyAmount = -e.Amount },
                                },
                            },
                        },
                    },
                };
            }),
        ];
}
