using Reprieve.Documents;
using Reprieve.Knowledge;
using Spectre.Console;

namespace Reprieve.Cli.Output;

/// <summary>The papers for people: what each is, from whom, of when, and what would be objected to.</summary>
internal static class DocumentsView
{
    public static void Write(Screen screen, IReadOnlyList<Document> documents)
    {
        if (documents.Count == 0)
        {
            screen.Line(Say.Get("Documents_None"));
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Say.Get("Col_File"));
        table.AddColumn(Say.Get("Col_Kind"));
        table.AddColumn(Say.Get("Col_Date"));
        table.AddColumn(Say.Get("Col_From"));
        table.AddColumn(Say.Get("Col_To"));
        foreach (Document document in documents)
        {
            table.AddRow(
                Screen.Plain(document.Path),
                Say.Get("Paper_" + document.Kind),
                document.Date is { } date ? Figures.Day(date) : "–",
                Screen.Plain(document.Supplier?.Name ?? "–"),
                Screen.Plain(document.Buyer?.Name ?? "–")
            );
        }

        screen.Table(table);
        foreach (Document document in documents)
        {
            foreach (DocumentFinding finding in document.Findings)
            {
                string colour = finding.Severity == Severity.Block ? "red" : "yellow";
                screen.Row(
                    $"[{colour}]{finding.Rule}[/]",
                    $"{Screen.Plain(document.Path)}: {Screen.Plain(finding.Message)}",
                    labelWidth: 7
                );
            }
        }
    }
}
