using System.Security.Cryptography;
using System.Text;
using Reprieve.Alerts;
using Reprieve.Amazon;
using Reprieve.Amazon.Notifications;
using Reprieve.Server.Alerting;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Selling.Notifying;

/// <summary>Looks at a listing of which Amazon told that something changed, and alerts where something grave is wrong with it.</summary>
internal sealed class ListingAlerts(AmazonEnd amazon, CaseDesk desk, AlertDesk alerts, TimeProvider clock)
{
    /// <summary>Faults that an alert names; the rest are on the page of the listing.</summary>
    private const int MostNamed = 3;

    /// <exception cref="AmazonException">Amazon could not be asked; that may pass.</exception>
    public async Task LookAsync(
        StoredConnection connection,
        NotifiedListing listing,
        Notification told,
        CancellationToken cancel
    )
    {
        if (
            listing is not { Sku: { } sku, MarketplaceId: { } store }
            || (listing.SellerId ?? connection.SellerId) is not { } seller
        )
        {
            return;
        }

        AmazonAccount account = amazon.Edge!.Open(connection.Opening);
        try
        {
            if (await ListingTrouble.OfAsync(account, seller, store, sku, cancel) is { Faults.Count: > 0 } trouble)
            {
                Raise(connection, StoreOf(store), trouble);
            }
        }
        catch (AmazonException refused) when (!refused.Passes)
        {
            Raise(connection, StoreOf(store), new ListingTrouble(sku, listing.Asin, null, Said(told)));
        }
    }

    /// <summary>What the notification itself says, where Amazon does not let the listing be looked at.</summary>
    private static IReadOnlyList<ListingFault> Said(Notification told) =>
        told.Payload is NotificationPayload.ListingIssuesChanged issues
            ?
            [
                .. issues
                    .Severities.Where(severity => severity == "ERROR" || issues.Enforcements.Count > 0)
                    .Select(severity => new ListingFault(null, severity, null, issues.Enforcements)),
            ]
            : [];

    private string StoreOf(string marketplaceId) =>
        desk.Knowledge.Marketplaces.FirstOrDefault(one => one.MarketplaceId == marketplaceId)?.Code ?? marketplaceId;

    /// <summary>The same faults alert once a day at most, however often Amazon tells of them.</summary>
    private void Raise(StoredConnection connection, string store, ListingTrouble trouble)
    {
        if (trouble.Faults.Count == 0)
        {
            return;
        }

        DateTimeOffset now = clock.GetUtcNow();
        alerts.Raise(
            new Alert
            {
                Event = FormattableString.Invariant(
                    $"listing/{connection.Id}/{store}/{Print(trouble)}/{now.UtcDateTime:yyyy-MM-dd}"
                ),
                At = now,
                Urgent = trouble.Faults.Any(fault => fault.Enforcements.Count > 0),
                Texts = AlertWords.InEach(() =>
                    new AlertText(
                        Say.Get("alert_listing", connection.Name, trouble.Sku, store),
                        Text(trouble),
                        Say.Get("alert_listing_do")
                    )
                ),
                Link = alerts.Link(StandingAlerts.PathOf(connection)),
            }
        );
    }

    private static string Text(ListingTrouble trouble)
    {
        IEnumerable<string> faults = trouble
            .Faults.Take(MostNamed)
            .Select(fault =>
                string.Join(
                    " · ",
                    new[] { fault.Message ?? fault.Severity, string.Join(", ", fault.Enforcements) }.Where(part =>
                        !string.IsNullOrEmpty(part)
                    )
                )
            );
        string more =
            trouble.Faults.Count > MostNamed
                ? " " + Say.Get("alert_listing_more", trouble.Faults.Count - MostNamed)
                : "";
        string what = trouble.Title ?? trouble.Asin ?? trouble.Sku;
        return $"{what}: {string.Join(" / ", faults)}{more}";
    }

    private static string Print(ListingTrouble trouble) =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(
                    Encoding.UTF8.GetBytes(
                        string.Join(
                            '\n',
                            trouble
                                .Faults.Select(fault =>
                                    $"{fault.Code} {fault.Severity} {string.Join(' ', fault.Enforcements)}"
                                )
                                .Prepend(trouble.Sku)
                        )
                    )
                )
                .AsSpan(0, 8)
        );
}
