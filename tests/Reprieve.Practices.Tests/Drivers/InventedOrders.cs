using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Drivers;
using Reprieve.Practices.Metrics;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Drivers;

/// <summary>Orders of one package each, made up without files.</summary>
internal sealed class InventedOrders(DateOnly asOf)
{
    private readonly Imports _imports = new(bytes: 0) { Files = { new ImportedFile("invented", "all_orders") } };

    /// <summary>Adds an order; texts that are empty stand for none.</summary>
    public void Add(
        DateOnly purchased,
        DateOnly shipBy,
        DateOnly confirmed,
        string sku = "",
        string carrier = "",
        string service = "",
        string shipTo = ""
    )
    {
        var key = new OrderKey((ulong)_imports.Orders.Count + 1);
        _imports.Orders.Add(
            new OrderRow(
                key,
                Day(purchased),
                default,
                Identity: 0,
                File: 0,
                Channel: -1,
                _imports.Names.Of(sku),
                Asin: 0,
                _imports.Names.Of(service),
                _imports.Names.Of(shipTo),
                Quantity: 1,
                OrderMarks.Merchant
            )
        );
        _imports.Packages.Add(
            new PackageRow(
                key,
                Day(shipBy),
                Day(confirmed),
                default,
                default,
                default,
                _imports.Names.Of(carrier),
                Tracking: 1,
                Units: 1,
                File: 0,
                TellsTracking: true
            )
        );
    }

    /// <summary>The drivers of one metric, whether it is missed or not.</summary>
    public IReadOnlyList<Driver> DriversOf(string code)
    {
        var setting = new Setting
        {
            Marketplace = null,
            Zone = TimeZoneInfo.Utc,
            AsOf = asOf,
            Channels = new HashSet<int> { -1 },
            DayFirstHabit = false,
        };
        Account account = AccountBuilder.Build(_imports, setting);
        MetricFormula formula = MetricCatalogue.All.First(formula => formula.Code == code);
        Metric metric = KnowledgeLoader.BuiltIn.Metric(code);
        MetricRun run = new(
            formula,
            metric,
            Fulfilment.Merchant,
            MetricRun.WindowOn(asOf, metric),
            account.Orders.Numbers
        );
        return DriverFinder.Of([run.On(account)], account);
    }

    private static Stamp Day(DateOnly day) =>
        new(day.ToDateTime(TimeOnly.MinValue), null, wholeDay: true, DayOrder.Certain);
}
