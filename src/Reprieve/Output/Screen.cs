using Spectre.Console;

namespace Reprieve.Cli.Output;

/// <summary>Writes for people: colour only where a terminal takes it (NO_COLOR and pipes are respected), 80 columns in a pipe.</summary>
internal sealed class Screen
{
    private readonly IAnsiConsole _console;

    public Screen(TextWriter writer, bool isTerminal)
    {
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(new TrimmingWriter(writer)),
            }
        );
        if (!isTerminal)
        {
            _console.Profile.Width = 80;
        }
    }

    /// <summary>A line in our own markup; whatever comes from files must be escaped with <see cref="Plain"/>.</summary>
    public void Line(string markup = "") => _console.MarkupLine(markup);

    /// <summary>A label at the left, and text that wraps beside it.</summary>
    public void Row(string label, string markup, int labelWidth = 11)
    {
        var grid = new Grid { Expand = false };
        grid.AddColumn(
            new GridColumn
            {
                Width = labelWidth,
                NoWrap = true,
                Padding = new Padding(0, 0, 1, 0),
            }
        );
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Markup(label), new Markup(markup));
        _console.Write(grid);
    }

    /// <summary>A label, a bullet, and text that wraps beside both.</summary>
    public void Item(string label, string markup, string bullet = "•", int labelWidth = 11)
    {
        var grid = new Grid { Expand = false };
        foreach (int width in (ReadOnlySpan<int>)[labelWidth, 1])
        {
            grid.AddColumn(
                new GridColumn
                {
                    Width = width,
                    NoWrap = true,
                    Padding = new Padding(0, 0, 1, 0),
                }
            );
        }

        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        grid.AddRow(new Markup(label), new Markup(bullet), new Markup(markup));
        _console.Write(grid);
    }

    /// <summary>Text as it is, unwrapped.</summary>
    public void Text(string text) => _console.Profile.Out.Writer.WriteLine(text);

    public void Table(Table table) => _console.Write(table);

    /// <summary>Text that is no markup.</summary>
    public static string Plain(string? text) => Markup.Escape(OneLine(text ?? ""));

    /// <summary>Control characters out of files must not reach the terminal.</summary>
    private static string OneLine(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (int i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }
            }
        );
}
