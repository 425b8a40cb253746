using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reprieve.Cases;

/// <summary>What Amazon holds of a store's money, as a person said it. The timeline keeps who said it, when, and what was said before.</summary>
/// <param name="Amount">Not below zero, with two decimals at most.</param>
/// <param name="Currency">Three capital letters.</param>
public sealed partial record MoneyHeld(decimal Amount, string Currency)
{
    /// <summary>Code of the timeline entry that says it.</summary>
    public const string Event = "money_held";

    /// <summary>The most that is taken for an amount.</summary>
    public const decimal Most = 999_999_999.99m;

    private const int LongestAmount = 40;

    /// <summary>What a timeline entry keeps of it.</summary>
    public IReadOnlyDictionary<string, string> Details =>
        new Dictionary<string, string>
        {
            ["amount"] = Amount.ToString("0.00", CultureInfo.InvariantCulture),
            ["currency"] = Currency,
        };

    /// <summary>As people read it: 1,234.50 USD.</summary>
    public string Text =>
        Amount.ToString(Amount == decimal.Truncate(Amount) ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture)
        + " "
        + Currency;

    /// <summary>What an entry of a timeline says of it; null when it says nothing.</summary>
    public static MoneyHeld? Of(TimelineEntry entry) =>
        entry.What == Event
        && decimal.TryParse(
            entry.Details.GetValueOrDefault("amount"),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal amount
        )
        && amount is >= 0 and <= Most
        && decimal.Round(amount, 2) == amount
        && entry.Details.GetValueOrDefault("currency") is { } currency
        && IsCurrency(currency)
            ? new MoneyHeld(amount, currency)
            : null;

    /// <summary>
    /// What a person typed, with the marks for thousands and decimals of any country: three digits after the last mark are
    /// thousands, one or two are decimals. Null when it is no amount, or no currency.
    /// </summary>
    public static MoneyHeld? Read(string amount, string currency)
    {
        if (amount.Length > LongestAmount)
        {
            return null;
        }

        string plain = string.Concat(
            amount
                .Normalize(NormalizationForm.FormKC)
                .Where(one => !char.IsWhiteSpace(one) && one is not ('\'' or '\u2019' or '\u066C'))
        );
        Match match = Written().Match(plain);
        string whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        return
            match.Success
            && decimal.TryParse(
                $"{whole}.{match.Groups["part"].Value}0",
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal read
            )
            && read <= Most
            && IsCurrency(currency)
            ? new MoneyHeld(read, currency)
            : null;
    }

    private static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    [GeneratedRegex(
        @"^(?<whole>[0-9]+|[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}|[0-9]{1,3}(?:\.[0-9]{3})+)(?:[.,](?<part>[0-9]{1,2}))?$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Written();
}
