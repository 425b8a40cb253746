using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>
/// The packages of the store's seller-fulfilled orders, and of orders that no report has. A package is a row; where several
/// rows of an order tell of one, a row is made that stands for them.
/// </summary>
internal sealed class PackageBook
{
    private readonly Imports _imports;
    private readonly Setting _setting;
    private readonly OrderBook _orders;
    private readonly RowsByOrder<PackageRow> _rows;

    /// <summary>By group, the packages that its rows were merged into.</summary>
    private readonly Dictionary<int, int[]> _merged = [];

    private readonly List<PackageRow> _made = [];

    /// <summary>By place of the row.</summary>
    private readonly PackageDates[] _dates;

    /// <summary>Of those that were made.</summary>
    private PackageDates[] _datesOfMade = [];

    public PackageBook(Imports imports, Setting setting, OrderBook orders)
    {
        (_imports, _setting, _orders) = (imports, setting, orders);
        _rows = imports.Index!.Packages;
        _dates = new PackageDates[RowStore<PackageRow>.First(imports.Packages.Blocks)];
    }

    /// <summary>Settles the dates of all rows.</summary>
    public void Settle() =>
        Stretches.Walk(_imports.Packages.Blocks, RowStore<PackageRow>.BlocksOf(Stretches.Worth), Note);

    /// <summary>Merges the rows that tell of one package; before, nothing is known of the packages.</summary>
    public void Merge()
    {
        for (int group = 0; group < _rows.Groups; group++)
        {
            if (!AreApart(_rows.PlacesOf(group)))
            {
                _merged.Add(group, Merge(_rows.PlacesOf(group)));
            }
        }

        _datesOfMade = [.. _made.Select(row => PackageDates.Of(row, _imports, _setting))];
    }

    /// <summary>The packages of an order.</summary>
    public OrderPackages this[int order]
    {
        get
        {
            OrderTraits traits = _orders.TraitsOf(order) & (OrderTraits.Reported | OrderTraits.Merchant);
            if (traits == OrderTraits.Reported)
            {
                return default;
            }

            int place = _rows.OnlyOf(order);
            if (place >= 0)
            {
                return new OrderPackages(this, -1, place, 1);
            }

            int group = _rows.GroupOf(order);
            return group < 0 ? default : new OrderPackages(this, group, -1, PlacesOf(group).Length);
        }
    }

    /// <summary>The place of one of the packages of a group of rows.</summary>
    public int PlaceOf(int group, int number) => PlacesOf(group)[number];

    /// <summary>The package at a place: that of a row, or the complement of the number of one that was made.</summary>
    public Package PackageAt(int place) =>
        place >= 0
            ? new Package(in _imports.Packages[place], in _dates[place])
            : new Package(in CollectionsMarshal.AsSpan(_made)[~place], in _datesOfMade[~place]);

    /// <summary>Notes the dates of some blocks of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Note(int from, int to)
    {
        for (int block = from; block < to; block++)
        {
            int place = RowStore<PackageRow>.First(block);
            foreach (ref readonly PackageRow row in _imports.Packages.Rows(block))
            {
                _dates[place++] = PackageDates.Of(row, _imports, _setting);
            }
        }
    }

    private ReadOnlySpan<int> PlacesOf(int group) =>
        _merged.Count > 0 && _merged.TryGetValue(group, out int[]? merged) ? merged : _rows.PlacesOf(group);

    /// <summary>Whether rows have each a tracking id of its own, so that there is nothing to merge.</summary>
    private bool AreApart(ReadOnlySpan<int> places)
    {
        for (int i = 0; i < places.Length; i++)
        {
            ulong tracking = _imports.Packages[places[i]].Tracking;
            for (int j = 0; j < i; j++)
            {
                if (_imports.Packages[places[j]].Tracking == tracking)
                {
                    return false;
                }
            }

            if (tracking == 0)
            {
                return false;
            }
        }

        return true;
    }

    private int[] Merge(ReadOnlySpan<int> places)
    {
        int first = _made.Count;
        List<PackageRow> rows = [];
        foreach (int place in places)
        {
            rows.Add(AsKnown(_imports.Packages[place]));
        }

        _made.AddRange(PackageMerge.Of(rows));
        return [.. Enumerable.Range(first, _made.Count - first).Select(number => ~number)];
    }

    /// <summary>A row with its dates as they were known on the day, whatever file it is of.</summary>
    private PackageRow AsKnown(in PackageRow row)
    {
        ImportedFile file = _imports.Files[row.File];
        return row with
        {
            ShipBy = Stamp.Of(_setting.Resolve(row.ShipBy, file)),
            Confirmed = Stamp.Of(_setting.Known(row.Confirmed, file)),
            FirstScan = Stamp.Of(_setting.Known(row.FirstScan, file)),
            DeliverBy = Stamp.Of(_setting.Resolve(row.DeliverBy, file)),
            Delivered = Stamp.Of(_setting.Known(row.Delivered, file)),
            File = 0,
        };
    }
}
