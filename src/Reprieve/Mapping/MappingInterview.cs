using System.Globalization;
using Reprieve.Cli.Output;
using Reprieve.Practices.Mapping;

namespace Reprieve.Cli.Mapping;

/// <summary>Asks a person at a terminal what the columns of a table are; Enter takes what is suggested.</summary>
internal static class MappingInterview
{
    public static MappingDraft Ask(CliContext cli, TableLook look)
    {
        var screen = new Screen(cli.Out, cli.OutIsTerminal);
        MapView.Columns(screen, look);
        using var answers = new StreamReader(cli.Input());
        string code = Kind(cli, look, answers);
        var draft = MappingDraft.Of(look, code);
        screen.Line(Say.Get("Map_Ask"));
        foreach (string column in MappableKinds.ColumnsOf(code))
        {
            string? suggested = look.Suggestions[code].FirstOrDefault(s => s.Column == column)?.Name;
            One(cli, draft, look, column, suggested, answers);
        }

        return draft;
    }

    private static string Kind(CliContext cli, TableLook look, StreamReader answers)
    {
        for (int i = 0; i < MappableKinds.Codes.Count; i++)
        {
            string code = MappableKinds.Codes[i];
            cli.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {i + 1} {Practices.PracticeTexts.FileType(code)} ({code})"
                )
            );
        }

        while (true)
        {
            cli.Out.Write(Say.Get("Map_AskKind", look.SuggestedAs ?? "-") + " ");
            string given = Line(answers);
            string code = given.Length == 0 ? look.SuggestedAs ?? "" : given;
            if (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                code = MappableKinds.Codes.ElementAtOrDefault(number - 1) ?? "";
            }

            if (MappableKinds.Codes.Contains(code))
            {
                return code;
            }

            cli.Out.WriteLine(Say.Get("Map_KindAgain"));
        }
    }

    private static void One(
        CliContext cli,
        MappingDraft draft,
        TableLook look,
        string column,
        string? suggested,
        StreamReader answers
    )
    {
        while (true)
        {
            cli.Out.Write($"  {column} [{suggested ?? "-"}]: ");
            string given = Line(answers);
            try
            {
                Take(draft, look, column, given.Length == 0 ? suggested ?? "-" : given);
                return;
            }
            catch (UsageException fault)
            {
                cli.Out.WriteLine("  " + fault.Message);
            }
        }
    }

    private static void Take(MappingDraft draft, TableLook look, string column, string given)
    {
        if (given == "-")
        {
            draft.Columns.Remove(column);
        }
        else if (given.StartsWith('='))
        {
            draft.Columns.Remove(column);
            draft.Set[column] = given[1..].Trim();
        }
        else if (
            int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && look.Header.ElementAtOrDefault(number - 1) is { } name
        )
        {
            draft.Columns[column] = name;
        }
        else
        {
            draft.Columns[column] = draft.NameInHeader(given);
        }
    }

    /// <summary>What was typed; the end of the input stops the command, as Ctrl-C does.</summary>
    private static string Line(StreamReader answers) =>
        answers.ReadLine()?.Trim() ?? throw new OperationCanceledException();
}
