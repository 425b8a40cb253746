using System.Globalization;

namespace Reprieve.Documents.Tests.Generated;

/// <summary>A hundred invented papers and more: every layout in every language, invoices and what is offered in their place.</summary>
internal static class GeneratedPapers
{
    public static readonly DateOnly Notice = new(2026, 9, 1);

    private static readonly Tongue[] Spoken =
    [
        Tongues.American,
        Tongues.British,
        Tongues.German,
        Tongues.French,
        Tongues.Italian,
        Tongues.Spanish,
        TonguesOfAsia.Chinese,
        TonguesOfAsia.Japanese,
    ];

    private static readonly DocumentKind[] Kinds =
    [
        DocumentKind.Invoice,
        DocumentKind.Invoice,
        DocumentKind.Proforma,
        DocumentKind.Invoice,
        DocumentKind.Invoice,
        DocumentKind.Quote,
        DocumentKind.Invoice,
        DocumentKind.OrderConfirmation,
        DocumentKind.Invoice,
        DocumentKind.Invoice,
        DocumentKind.Proforma,
        DocumentKind.Invoice,
        DocumentKind.Receipt,
    ];

    public static IReadOnlyList<(Truth Truth, Paper Paper)> All { get; } =
    [
        .. Layouts.All.SelectMany(
            (layout, row) =>
                Spoken.Select(
                    (tongue, column) =>
                    {
                        int turn = row + column;
                        Truth truth = Of(layout.Name, tongue, row * Spoken.Length + column);
                        return (truth, layout.Of(truth, tongue, turn));
                    }
                )
        ),
    ];

    private static Truth Of(string layout, Tongue tongue, int index)
    {
        string[] names = Firms.Goods[tongue.Code];
        Firm[] suppliers = Firms.Suppliers[tongue.Code];
        Firm[] buyers = Firms.Buyers[tongue.Code];
        int lines = layout == "long" ? 40 : 1 + index % 5;
        return new Truth(
            $"{layout}/{tongue.Code}",
            Kinds[index % Kinds.Length],
            index % 3 == 0 ? $"{tongue.Code[..2].ToUpperInvariant()}-2026-{100 + index}" : $"{24000 + index * 37}",
            Notice.AddDays(-3 - index * 3),
            suppliers[index % suppliers.Length],
            buyers[index % buyers.Length],
            [.. Enumerable.Range(0, lines).Select(line => Line(names, tongue, index, line))],
            tongue.Code == "en-US" ? 0m : 0.2m,
            tongue.Code switch
            {
                "en-US" => "USD",
                "en-GB" => "GBP",
                "zh" => "CNY",
                "ja" => "JPY",
                _ => "EUR",
            }
        );
    }

    private static Good Line(string[] names, Tongue tongue, int index, int line)
    {
        int pick = (line * 7 + index * 13) % 9;
        int quantity = pick switch
        {
            0 => 1200,
            1 => 48,
            2 => 2500,
            3 => 500,
            var other => other * 35,
        };
        decimal price =
            tongue.Code == "ja" ? 180 + 20 * ((index + line) % 30) : 1.15m + 0.35m * ((index * 3 + line) % 40);
        string code = string.Create(CultureInfo.InvariantCulture, $"KX{index + 10}{line + 10}");
        return new Good(names[(index + line) % names.Length], code, quantity, price);
    }
}
