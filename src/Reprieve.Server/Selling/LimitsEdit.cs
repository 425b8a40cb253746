using System.Globalization;
using Reprieve.Amazon;
using Reprieve.Practices.Standing;

namespace Reprieve.Server.Selling;

/// <summary>What somebody typed as limits of the account's own.</summary>
internal static class LimitsEdit
{
    /// <summary>Rates in percent, scores in points; what is left empty is none.</summary>
    /// <param name="typed">By code.</param>
    /// <exception cref="AmazonException">One cannot be meant; in words.</exception>
    public static IReadOnlyDictionary<string, double> Read(
        IReadOnlyList<LimitChoice> choices,
        Func<string, string> typed
    )
    {
        Dictionary<string, double> limits = new(StringComparer.Ordinal);
        foreach (LimitChoice choice in choices)
        {
            string text = typed(choice.Code).Trim().TrimEnd('%', '％').Trim().Replace(',', '.');
            if (text.Length == 0)
            {
                continue;
            }

            bool read = decimal.TryParse(
                text,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal number
            );
            limits[choice.Code] = read ? (double)(choice.IsScore ? number : number / 100) : -1;
        }

        return Checked(choices, limits);
    }

    /// <summary>The limits as they are, where each can be one.</summary>
    /// <param name="limits">By code; rates as fractions.</param>
    /// <exception cref="AmazonException">One cannot be meant, or is of nothing that has a limit; in words.</exception>
    public static IReadOnlyDictionary<string, double> Checked(
        IReadOnlyList<LimitChoice> choices,
        IReadOnlyDictionary<string, double> limits
    )
    {
        foreach ((string code, double limit) in limits)
        {
            LimitChoice choice =
                choices.FirstOrDefault(one => one.Code == code)
                ?? throw new AmazonException(
                    Say.Get("limits_no_figure", code, string.Join(", ", choices.Select(one => one.Code)))
                );
            if (!choice.Takes(limit))
            {
                throw new AmazonException(Say.Get(choice.IsScore ? "limits_no_score" : "limits_no_rate", choice.Name));
            }
        }

        return limits;
    }

    /// <summary>A limit as it is typed.</summary>
    public static string Show(LimitChoice choice, double limit) =>
        ((decimal)limit * (choice.IsScore ? 1 : 100)).ToString("0.####", CultureInfo.InvariantCulture);
}
