using System.Globalization;

namespace Reprieve.Documents.Tests.Generated;

/// <summary>How invented papers of one country are worded. Several words for a field are taken in turn.</summary>
internal sealed record Tongue(string Code)
{
    public required Dictionary<DocumentKind, string[]> Titles { get; init; }
    public required string[] Number { get; init; }
    public required string[] Date { get; init; }
    public required string Due { get; init; }
    public required string[] Seller { get; init; }
    public required string[] Buyer { get; init; }
    public required string ShipTo { get; init; }
    public required string[] Description { get; init; }
    public required string[] Item { get; init; }
    public required string[] Quantity { get; init; }
    public required string[] Price { get; init; }
    public required string[] Amount { get; init; }
    public required string Net { get; init; }
    public required string Tax { get; init; }
    public required string Total { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required string Website { get; init; }
    public required string Address { get; init; }
    public required string Pieces { get; init; }
    public required string[] DateForms { get; init; }
    public required string Culture { get; init; }
    public required Func<decimal, string> Money { get; init; }

    /// <summary>The year and month names of the country; figures are written as it does.</summary>
    public string Day(DateOnly day, int turn)
    {
        string form = DateForms[turn % DateForms.Length];
        return form == "reiwa"
            ? string.Create(CultureInfo.InvariantCulture, $"令和{day.Year - 2018}年{day.Month}月{day.Day}日")
            : day.ToString(form, CultureInfo.GetCultureInfo(Culture));
    }

    /// <summary>A figure with two decimals, thousands parted as the country does.</summary>
    public string Sum(decimal value) => Written(value, "N2");

    public string Units(int value) => Written(value, "N0");

    private string Written(decimal value, string form) =>
        value.ToString(form, CultureInfo.InvariantCulture) is var plain && Code is "de" or "it" or "es"
            ? Swapped(plain, '.', ',')
        : Code == "fr" ? Swapped(plain, ' ', ',')
        : plain;

    private static string Swapped(string plain, char thousands, char decimals) =>
        string.Concat(
            plain.Select(c =>
                c == ',' ? thousands
                : c == '.' ? decimals
                : c
            )
        );

    public static string Turn(string[] words, int turn) => words[turn % words.Length];
}
