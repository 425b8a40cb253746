namespace Reprieve.Documents.Tests.Generated;

/// <summary>Sets text flush right and centred, which needs the width of letters.</summary>
internal static class Sheet
{
    public static Paper Right(this Paper paper, double right, double top, string text, double size = 10) =>
        paper.At(right - Width(text, size), top, text, size);

    public static Paper Centre(this Paper paper, double middle, double top, string text, double size = 10) =>
        paper.At(middle - Width(text, size) / 2, top, text, size);

    /// <summary>Lines under each other, centred or flush right.</summary>
    public static Paper Lines(this Paper paper, Action<double, string> one, double top, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            one(top, line);
            top += 13;
        }

        return paper;
    }

    /// <summary>About as wide as Helvetica sets it; Chinese letters are square, and so is all that stands in their font.</summary>
    public static double Width(string text, double size) => text.Sum(c => Letter(c, RawPdf.IsLatin(text))) * size;

    private static double Letter(char c, bool latin) =>
        c >= 0x2E80 ? 1
        : !latin ? 0.5
        : c is ' ' or '.' or ',' or ':' or '/' or 'i' or 'l' or 'j' or 't' or 'f' or 'I' ? 0.278
        : char.IsUpper(c) ? 0.68
        : 0.55;
}
