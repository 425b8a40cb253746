using Reprieve.Knowledge;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// The packages of the store's seller-fulfilled orders, and of orders that no report has. They are made of their rows when
/// they are looked at; only those of orders with several rows are kept.
/// </summary>
internal sealed class PackageBook
{
    private readonly Imports _imports;
    private readonly Setting _setting;
    private readonly OrderBook _orders;
    private readonly RowsByOrder _rows;
    private readonly Dictionary<int, Package[]> _several = [];

    /// <param name="orders">Its numbers get those of the orders that no report has.</param>
    public PackageBook(Imports imports, Setting setting, OrderBook orders)
    {
        (_imports, _setting, _orders) = (imports, setting, orders);
        _rows = RowsByOrder.Of(imports.Packages, (in PackageRow row) => row.Order, orders.Numbers);
        foreach ((int order, List<int> places) in _rows.Several)
        {
            List<Package> packages = places.ConvertAll(PackageAt);
            _several.Add(order, AreApart(packages) ? [.. packages] : PackageMerge.Of(packages));
        }
    }

    /// <summary>The packages of an order.</summary>
    public OrderPackages this[int order]
    {
        get
        {
            int place = _rows.FirstOf(order);
            return place < 0 || (_orders.Has(order) && !IsMerchants(_orders[order])) ? new OrderPackages(this, -1, [])
                : _rows.HasSeveral(order) ? new OrderPackages(this, -1, _several[order])
                : new OrderPackages(this, place, []);
        }
    }

    /// <summary>The package of a row.</summary>
    public Package PackageAt(int place)
    {
        ref readonly PackageRow row = ref _imports.Packages[place];
        ImportedFile file = _imports.Files[row.File];
        Moment? confirmed = _setting.Known(row.Confirmed, file);
        bool scanned = _setting.Known(row.FirstScan, file) is not null;
        if (row.Tracking != 0 && _imports.ValidTracking.TryGetValue(row.Tracking, out bool valid))
        {
            // Amazon's own verdict on the id.
            scanned = valid && (scanned || confirmed is not null);
        }

        return new Package(
            _setting.Resolve(row.ShipBy, file),
            confirmed,
            scanned,
            _setting.Resolve(row.DeliverBy, file),
            _setting.Known(row.Delivered, file),
            row.Carrier,
            row.Tracking,
            row.Units,
            row.TellsTracking,
            row.Line
        );
    }

    private static bool IsMerchants(Order order) => order.Program is Fulfilment.Merchant && order.OfStore;

    /// <summary>Whether packages have each a tracking id of its own, so that there is nothing to merge.</summary>
    private static bool AreApart(List<Package> packages)
    {
        for (int i = 0; i < packages.Count; i++)
        {
            ulong tracking = packages[i].Tracking;
            if (tracking == 0 || packages.FindIndex(package => package.Tracking == tracking) < i)
            {
                return false;
            }
        }

        return true;
    }
}
