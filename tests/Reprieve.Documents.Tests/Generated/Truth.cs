namespace Reprieve.Documents.Tests.Generated;

/// <summary>A company of an invented paper.</summary>
internal sealed record Firm(string Name, string[] Address, string Phone = "", string Email = "", string Website = "");

/// <summary>A line of an invented paper.</summary>
internal sealed record Good(string Name, string Code, int Quantity, decimal Price)
{
    public decimal Amount => Quantity * Price;
}

/// <summary>What an invented paper says: what reading it must give back.</summary>
internal sealed record Truth(
    string Name,
    DocumentKind Kind,
    string Number,
    DateOnly Date,
    Firm Supplier,
    Firm Buyer,
    IReadOnlyList<Good> Goods,
    decimal TaxRate,
    string Currency
)
{
    public decimal Net => Goods.Sum(good => good.Amount);

    public decimal Tax => Math.Round(Net * TaxRate, 2);

    public decimal Total => Net + Tax;
}
