using Reprieve.Documents;
using Reprieve.Knowledge;
using Spectre.Console;

namespace Reprieve.Cli.Output;

/// <summary>The papers for people: what each is, from whom, of when, and what would be objected to.</summary>
internal static class DocumentsView
{
    /// <param name="together">What the papers show together.</param>
    public static void Write(Screen screen, IReadOnlyList<Document> documents, IReadOnlyList<DocumentFinding> together)
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
                document.Date is { } date ? UserFigures.Day(date) : "–",
                Screen.Plain(document.Supplier?.Name ?? "–"),
                Screen.Plain(document.Buyer?.Name ?? "–")
            );
        }

        screen.Table(table);
        foreach (Document document in documents)
        {
            foreach (DocumentFinding finding in document.Findings)
            {
                Row(screen, finding, $"{document.Path}: {finding.Message}");
            }
        }

        foreach (DocumentFinding finding in together)
        {
            Row(screen, finding, finding.Message);
        }
    }

    private static void Row(Screen screen, DocumentFinding finding, string text)
    {
        string colour = finding.Severity switch
        {
            Severity.Block => "red",
            Severity.Warn => "yellow",
            _ => "grey",
        };
        screen.Row($"[{colour}]{finding.Rule}[/]", Screen.Plain(text), labelWidth: 7);
    }
}
