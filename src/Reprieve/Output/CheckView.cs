using Reprieve.Knowledge;
using Reprieve.Responses.Checking;

namespace Reprieve.Cli.Output;

/// <summary>The verdict of a check for people.</summary>
internal static class CheckView
{
    public static void Write(Screen screen, CheckReport report)
    {
        foreach (Finding finding in report.Findings.OrderByDescending(finding => finding.Severity).ThenBy(f => f.Start))
        {
            screen.Row(Label(finding), Screen.Plain(finding.Message) + Quote(finding), labelWidth: 15);
        }

        foreach (Coverage cell in report.Coverage)
        {
            string sign = cell.Answered ? "[green]✓[/]" : "[red]✗[/]";
            screen.Line(
                $"  {sign} {Screen.Plain(cell.Cause ?? Say.Get("Any_Cause"))} · {Say.Get("Section_" + cell.Section)}"
            );
        }

        screen.Line(Summary(report));
    }

    /// <summary>The verdict in a line.</summary>
    public static string Summary(CheckReport report)
    {
        int blocking = report.Findings.Count(finding => finding.Severity == Severity.Block);
        int warnings = report.Findings.Count(finding => finding.Severity == Severity.Warn);
        return report.Passed
            ? $"[green]{Say.Get("Check_Passed", report.Words, warnings)}[/]"
            : $"[red]{Say.Get("Check_Failed", report.Words, blocking, warnings)}[/]";
    }

    private static string Label(Finding finding)
    {
        string colour = finding.Severity switch
        {
            Severity.Block => "red",
            Severity.Warn => "yellow",
            _ => "grey",
        };
        return $"[{colour}]{Screen.Plain(finding.Rule)} {Say.Get("Finding_" + finding.Severity)}[/]";
    }

    private static string Quote(Finding finding) =>
        finding.Quote.Length == 0 || finding.Quote.Length > 120
            ? ""
            : $"{Environment.NewLine}[grey]“{Screen.Plain(finding.Quote)}”[/]";
}
