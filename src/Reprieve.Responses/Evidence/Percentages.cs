using System.Globalization;

namespace Reprieve.Responses.Evidence;

/// <summary>Finds percentages in running text: 6.8%, 6.8 %, 6,8 %.</summary>
internal static class Percentages
{
    public static IEnumerable<double> In(string text)
    {
        for (int sign = text.IndexOf('%', StringComparison.Ordinal); sign >= 0; sign = text.IndexOf('%', sign + 1))
        {
            int end = sign;
            while (end > 0 && text[end - 1] is ' ' or '\u00A0' or '\u202F')
            {
                end--;
            }

            int start = end;
            while (
                start > 0 && end - start < 8 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ',')
            )
            {
                start--;
            }

            string number = text[start..end].Trim('.', ',').Replace(',', '.');
            if (
                double.TryParse(
                    number,
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out double percent
                )
            )
            {
                yield return percent / 100;
            }
        }
    }
}
