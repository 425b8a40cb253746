using System.Globalization;

namespace Reprieve.Documents.Reading.Scans;

/// <summary>A word where Tesseract saw it; pixels, y grows downwards.</summary>
/// <param name="Line">Which line of which block it belongs to.</param>
/// <param name="Confidence">0 to 100.</param>
internal sealed record RecognisedWord(
    string Line,
    double Left,
    double Top,
    double Width,
    double Height,
    double Confidence,
    string Text
)
{
    private const int Columns = 12;
    private const double Doubtful = 20;

    public double MiddleX => Left + Width / 2;

    public double MiddleY => Top + Height / 2;

    public double Bottom => Top + Height;

    /// <summary>The words of the command's table, and the size of the picture it states in its first row.</summary>
    public static (IReadOnlyList<RecognisedWord> Words, double Width, double Height) Of(string table)
    {
        List<RecognisedWord> words = [];
        double width = 0;
        double height = 0;
        foreach (string row in table.Split('\n').Skip(1))
        {
            string[] fields = row.TrimEnd('\r').Split('\t', Columns);
            if (fields.Length < Columns)
            {
                continue;
            }

            if (fields[0] == "1")
            {
                (width, height) = (Number(fields[8]), Number(fields[9]));
            }
            else if (fields[0] == "5" && Readable(fields[11]) is { Length: > 0 } text && Number(fields[10]) >= Doubtful)
            {
                words.Add(
                    new RecognisedWord(
                        string.Join('/', fields[1..5]),
                        Number(fields[6]),
                        Number(fields[7]),
                        Number(fields[8]),
                        Number(fields[9]),
                        Number(fields[10]),
                        text
                    )
                );
            }
        }

        return (words, width, height);
    }

    /// <summary>Without what the rules of a table are taken for.</summary>
    private static string Readable(string text) => text.Trim(' ', '|', '_', '[', ']', '{', '}', '~', '—', '‘', '=');

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : 0;
}
