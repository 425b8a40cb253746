using Reprieve.Answers.Escalations;
using Reprieve.Knowledge;

namespace Reprieve.Cli.Output;

/// <summary>The ways beyond the appeal that are open now, shortly.</summary>
internal static class EscalationView
{
    public static void Show(Screen screen, IReadOnlyList<Escalation> ways)
    {
        List<Escalation> open = [.. ways.Where(way => way.State == EscalationState.Open)];
        if (open.Count == 0)
        {
            return;
        }

        screen.Line();
        screen.Line($"[bold]{Say.Get("Escalation_Title")}[/]");
        foreach (Escalation way in open)
        {
            string until = way.Until is { } day ? $" ({Say.Get("Escalation_Until", UserFigures.Day(day))})" : "";
            screen.Item("", Screen.Plain(way.Name + until), labelWidth: 2);
            screen.Row("", Screen.Plain(way.Why), labelWidth: 4);
        }

        // Unwrapped: it is copied.
        screen.Text(Say.Get("Escalation_Read", open[0].Code));
    }
}
