using System.Globalization;

namespace Reprieve.Documents.Reading;

/// <summary>
/// Tells text from noise: a PDF whose fonts do not say which letters they hold yields private-use characters, and such
/// text must not be judged.
/// </summary>
internal static class Legibility
{
    private const double MostUnreadable = 0.3;

    public static bool IsGarbled(PaperText text)
    {
        int all = 0;
        int unreadable = 0;
        foreach (char c in text.Cells.SelectMany(cell => cell.Text))
        {
            all++;
            unreadable +=
                c == '\uFFFD'
                || char.GetUnicodeCategory(c)
                    is UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                        or UnicodeCategory.Surrogate
                    ? 1
                    : 0;
        }

        return all > 0 && unreadable > all * MostUnreadable;
    }
}
