using System.Globalization;
using Reprieve.Practices;
using Reprieve.Practices.Mapping;
using Spectre.Console;

namespace Reprieve.Cli.Output;

/// <summary>A table that is to be mapped, and what became of it, for people.</summary>
internal static class MapView
{
    public static void Write(Screen screen, TableLook look)
    {
        Columns(screen, look);
        if (look.KnownAs is { } known)
        {
            screen.Line(Say.Get("Map_Known", Screen.Plain(PracticeTexts.FileType(known))));
        }

        if (look.SuggestedAs is not { } code)
        {
            screen.Line(Say.Get("Map_NoSuggestion", string.Join(", ", MappableKinds.Codes)));
            return;
        }

        screen.Line(Say.Get("Map_Suggested", Screen.Plain(PracticeTexts.FileType(code)), code));
        foreach (ColumnSuggestion suggestion in look.Suggestions[code])
        {
            screen.Line(
                $"  {Screen.Plain(suggestion.Column)} = {Screen.Plain(suggestion.Name)}"
                    + (suggestion.Sure ? "" : "  " + Say.Get("Map_Unsure"))
            );
        }

        IReadOnlyList<string> missing = Missing(look, code);
        if (missing.Count > 0)
        {
            screen.Line($"[yellow]{Say.Get("Map_StillNeeds", Screen.Plain(string.Join(", ", missing)))}[/]");
        }

        screen.Line(Say.Get("Map_ToDo"));
        screen.Text("  " + Command(look, code));
    }

    public static void Write(Screen screen, TableMapping mapping, string file, bool written)
    {
        screen.Line(
            Say.Get(
                written ? "Map_Written" : "Map_Same",
                Screen.Plain(PracticeTexts.FileType(mapping.As)),
                Screen.Plain(file)
            )
        );
        foreach (string column in MappableKinds.ColumnsOf(mapping.As))
        {
            if (mapping.Set.TryGetValue(column, out string? set))
            {
                screen.Line($"  {column}: {Say.Get("Map_Always", Screen.Plain(set))}");
            }
            else if (mapping.Columns.TryGetValue(column, out string? name))
            {
                screen.Line($"  {column}: {Screen.Plain(name)}");
            }
        }
    }

    /// <summary>The columns of the table with what they look like.</summary>
    public static void Columns(Screen screen, TableLook look)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("#").RightAligned().NoWrap());
        table.AddColumn(Say.Get("Col_Header"));
        table.AddColumn(Say.Get("Col_LooksLike"));
        table.AddColumn(Say.Get("Col_Examples"));
        for (int i = 0; i < look.Columns.Count; i++)
        {
            ColumnLook column = look.Columns[i];
            table.AddRow(
                (i + 1).ToString(CultureInfo.InvariantCulture),
                Screen.Plain(column.Name),
                Say.Get("Shape_" + column.LooksLike),
                Screen.Plain(string.Join(" · ", column.Examples.Take(2)))
            );
        }

        screen.Table(table);
    }

    /// <summary>What the suggestions leave open; one of several parted by a stroke.</summary>
    private static IReadOnlyList<string> Missing(TableLook look, string code) =>
        [
            .. MappableKinds
                .Missing(
                    new TableMapping
                    {
                        Header = look.Header,
                        As = code,
                        Columns = look.Suggestions[code].ToDictionary(one => one.Column, one => one.Name),
                    }
                )
                .Select(one => one.Replace("|", " / ", StringComparison.Ordinal)),
        ];

    /// <summary>The command that takes the suggestions, ready to be copied and changed.</summary>
    private static string Command(TableLook look, string code) =>
        $"reprieve map {Quoted(look.File)} --as {code}"
        + string.Concat(
            look.Suggestions[code].Select(suggestion => $" --column {suggestion.Column}={Quoted(suggestion.Name)}")
        );

    private static string Quoted(string text)
    {
        string plain = string.Concat(text.Where(c => !char.IsControl(c)));
        return plain.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
            ? plain
            : $"\"{plain.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }
}
