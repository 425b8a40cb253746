namespace Reprieve.Practice.Generating;

/// <summary>Writes the case folder of a large invented account, file beside file, in memory that does not grow with it.</summary>
internal static class LargeAccount
{
    /// <returns>Bytes written.</returns>
    public static long Write(string folder, int orders, ulong seed)
    {
        Directory.CreateDirectory(folder);
        var dice = new Dice(seed);
        var clock = new StoreClock(Sales.AsOf.AddDays(-400), Sales.AsOf.AddDays(60));
        var sales = new Sales(orders, dice, clock);
        using var report = new OrdersFile(Path.Combine(folder, "orders.txt"), new Products(dice), dice);
        using var shipments = new ShipmentsFile(Path.Combine(folder, "shipments.csv"), clock, sales.Now, dice);
        using var feedback = new FeedbackFile(Path.Combine(folder, "feedback.txt"), clock, sales.Now, dice);
        using var claims = new ClaimsFile(Path.Combine(folder, "claims.csv"), clock, sales.Now, dice);
        using var cancellations = new CancellationsFile(Path.Combine(folder, "cancellations.csv"), dice);
        foreach (Sale sale in sales.All())
        {
            report.Write(sale);
            shipments.Write(sale);
            feedback.Write(sale);
            claims.Write(sale);
            cancellations.Write(sale);
        }

        return report.Bytes + shipments.Bytes + feedback.Bytes + claims.Bytes + cancellations.Bytes;
    }
}
