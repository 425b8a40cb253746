using System.Globalization;
using System.Text;

namespace Reprieve.Knowledge;

/// <summary>
/// A <see cref="NoticeBook"/> as it stands in the compiled file: sections of records, one section for the lists and one
/// for the wordings of each language. Written and read by the same build, so that enums are numbers.
/// </summary>
internal static class BookText
{
    /// <summary>Name of the section with the lists; that of a language's wordings has its tag after it.</summary>
    public const string Lists = "book";

    private const char Record = '\u001E';
    private const char Field = '\u001F';

    public static IEnumerable<(string Name, string Text)> Write(NoticeBook book)
    {
        yield return (
            Lists,
            Join([
                .. book.Languages.Select(l => Row(["language", l.Code, l.MarksDeeds ? "1" : "0", .. l.CommonWords])),
                .. book.Reasons.Select(r => Row(["reason", r.Code, Number((int)r.Ground), .. r.GivesWayTo])),
                .. book.Replies.Select(r => Row(["reply", r.Code, Number((int)r.Kind), Number((int)r.Decision)])),
                .. book.Stores.Select(s => Row(["store", s.Code, s.TimeZone, s.DateOrder, .. s.AlsoKnownAs])),
                .. book.Senders.Select(s =>
                    Row([
                        "senders",
                        Number((int)s.Purpose),
                        string.Join(' ', s.Domains),
                        string.Join(' ', s.Extensions),
                    ])
                ),
            ])
        );
        foreach (BookLanguage language in book.Languages)
        {
            yield return (
                Lists + "/" + language.Code,
                Join(
                    book.Cues(language.Code)
                        .Select(c =>
                            Row([
                                Number((int)c.Field),
                                c.Code,
                                c.Say,
                                c.Weight.ToString(CultureInfo.InvariantCulture),
                                .. c.Unless,
                            ])
                        )
                )
            );
        }
    }

    /// <summary>The book of a compiled file.</summary>
    /// <param name="section">Gives a section by its name.</param>
    public static NoticeBook Read(Func<string, string> section)
    {
        List<BookLanguage> languages = [];
        List<BookReason> reasons = [];
        List<BookReply> replies = [];
        List<BookStore> stores = [];
        List<BookSenders> senders = [];
        foreach (string[] row in Rows(section(Lists)))
        {
            switch (row[0])
            {
                case "language":
                    languages.Add(new(row[1], row[2] == "1", row[3..]));
                    break;
                case "reason":
                    reasons.Add(new(row[1], (Ground)Number(row[2]), row[3..]));
                    break;
                case "reply":
                    replies.Add(new(row[1], (NoticeKind)Number(row[2]), (Decision)Number(row[3])));
                    break;
                case "store":
                    stores.Add(new(row[1], row[2], row[3], row[4..]));
                    break;
                default:
                    senders.Add(new((SenderPurpose)Number(row[1]), Words(row[2]), Words(row[3])));
                    break;
            }
        }

        return new NoticeBook(language => Cues(section(Lists + "/" + language)))
        {
            Languages = languages,
            Reasons = reasons,
            Replies = replies,
            Stores = stores,
            Senders = senders,
        };
    }

    private static List<CueLine> Cues(string text)
    {
        List<CueLine> cues = [];
        foreach (string[] row in Rows(text))
        {
            double weight = row[3] == "1" ? 1 : double.Parse(row[3], CultureInfo.InvariantCulture);
            cues.Add(new CueLine((CueField)Number(row[0]), row[1], row[2], weight, row.Length == 4 ? [] : row[4..]));
        }

        return cues;
    }

    private static IEnumerable<string[]> Rows(string text)
    {
        int from = 0;
        while (from < text.Length)
        {
            int end = text.IndexOf(Record, from);
            yield return text[from..end].Split(Field);
            from = end + 1;
        }
    }

    private static string[] Words(string text) => text.Length == 0 ? [] : text.Split(' ');

    private static string Join(IEnumerable<string> rows)
    {
        var text = new StringBuilder();
        foreach (string row in rows)
        {
            text.Append(row).Append(Record);
        }

        return text.ToString();
    }

    /// <summary>White space is folded, so that no line end breaks the file's lines.</summary>
    private static string Row(IEnumerable<string> fields) =>
        string.Join(Field, fields.Select(field => field.ReplaceLineEndings(" ")));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
