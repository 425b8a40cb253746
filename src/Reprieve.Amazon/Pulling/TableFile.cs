using System.Text;
using Reprieve.Amazon.Calls;

namespace Reprieve.Amazon.Pulling;

/// <summary>Writes one of the tables that step 2 reads: UTF-8, a tab between fields.</summary>
internal static class TableFile
{
    /// <summary>A row of fields; signs that would break it are blanks.</summary>
    public static string Row(params ReadOnlySpan<string?> fields)
    {
        var row = new StringBuilder();
        for (int at = 0; at < fields.Length; at++)
        {
            if (at > 0)
            {
                row.Append('\t');
            }

            foreach (char sign in fields[at] ?? "")
            {
                row.Append(char.IsControl(sign) ? ' ' : sign);
            }
        }

        return row.ToString();
    }

    /// <summary>A time in a row; nothing where it is not known.</summary>
    public static string Time(DateTimeOffset? time) => time is { } known ? Iso.Of(known) : "";

    /// <summary>Of rows of several tables those of one, which the first sign tells.</summary>
    public static IEnumerable<string> Only(IEnumerable<string> rows, char table) =>
        rows.Where(row => row.Length > 0 && row[0] == table).Select(row => row[1..]);

    /// <summary>Writes a table whole or not at all. Tells its name; none when there are no rows.</summary>
    public static IReadOnlyList<string> Write(PullFolder folder, string name, string header, IEnumerable<string> rows)
    {
        string path = folder.FileOf(name);
        string beside = Path.Combine(folder.Work, Path.GetFileName(name) + ".new");
        bool any = false;
        using (var file = new StreamWriter(beside, append: false, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            file.WriteLine(header);
            foreach (string row in rows)
            {
                file.WriteLine(row);
                any = true;
            }
        }

        if (!any)
        {
            File.Delete(beside);
            return [];
        }

        File.Move(beside, path, overwrite: true);
        return [name];
    }
}
