namespace Reprieve.Practices.Reports;

/// <summary>The rows of orders and packages by order. It can be kept up while they are read.</summary>
/// <param name="expected">About how many orders there will be.</param>
internal sealed class OrderIndex(Imports imports, int expected)
{
    public OrderNumbers Numbers { get; } = new(expected);

    /// <summary>The rows of order reports.</summary>
    public RowsByOrder<OrderRow> Orders =>
        field ??= new RowsByOrder<OrderRow>(imports.Orders, (in OrderRow row) => row.Order, Numbers);

    /// <summary>The rows of the shipments table.</summary>
    public RowsByOrder<PackageRow> Packages =>
        field ??= new RowsByOrder<PackageRow>(imports.Packages, (in PackageRow row) => row.Order, Numbers);

    /// <summary>Goes through the rows that were read since the last time.</summary>
    public void CatchUp()
    {
        Orders.CatchUp();
        Packages.CatchUp();
    }
}
