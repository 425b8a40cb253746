using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Reprieve.Server.Design;
using static Reprieve.Server.Tests.Design.Rendered;

namespace Reprieve.Server.Tests.Design;

public class HostileTextTests
{
    private static readonly Option[] Options = [new(Hostile, Hostile, Hostile, "en", Hostile)];

    [Fact]
    public async Task Controls_show_hostile_text_as_text()
    {
        await Holds<TextInput>(
            ("Name", Hostile),
            ("Label", Hostile),
            ("Value", Hostile),
            ("Hint", Hostile),
            ("Error", Hostile)
        );
        await Holds<TextArea>(("Name", "a"), ("Label", "a"), ("Value", Hostile));
        await Holds<Choice>(("Name", Hostile), ("Label", Hostile), ("Options", Options));
        await Holds<Select>(("Name", "a"), ("Label", Hostile), ("Options", Options), ("Value", Hostile));
        await Holds<Button>(("Text", Hostile), ("Name", Hostile), ("Value", Hostile));
        await Holds<FileDrop>(("Action", Hostile), ("Title", Hostile), ("Hint", Hostile));
    }

    [Fact]
    public async Task Passages_show_hostile_text_as_text()
    {
        await Holds<Quote>(
            ("Id", "q"),
            ("Lang", "en"),
            ("Text", Hostile),
            ("Marks", new Marked[] { new(0, 9, Tone.Bad, Hostile), new(3, 40, Tone.Watch, Hostile) })
        );
        await Holds<CopyText>(("Id", "c"), ("Label", Hostile), ("Text", Hostile));
        await Holds<Sentence>(
            ("Text", Hostile),
            ("Mirror", Hostile),
            ("Facts", new SentenceFact[] { new(Hostile, Hostile, "#a") })
        );
        await Holds<Diff>(("Lines", Enum.GetValues<DiffKind>().Select(kind => new DiffLine(kind, Hostile)).ToArray()));
        await Holds<Findings>(
            ("Items", new Finding[] { new(Tone.Bad, Hostile, Hostile, Hostile, "#a", Hostile, Hostile) })
        );
    }

    [Fact]
    public async Task States_and_tables_show_hostile_text_as_text()
    {
        await Holds<PageHead>(("Title", Hostile), ("Lead", Hostile), ("BackHref", "/"), ("BackText", Hostile));
        await Holds<Callout>(("Title", Hostile));
        await Holds<Flash>(("Text", Hostile));
        await Holds<Light>(("Tone", Tone.Good), ("Text", Hostile));
        await Holds<Bar>(("Value", 0.5), ("Text", Hostile), ("Beside", Hostile));
        await Holds<Spark>(("Values", new double?[] { 1, 2 }), ("Text", Hostile), ("Words", Hostile));
        await Holds<DataTable<string>>(
            ("Caption", Hostile),
            ("Columns", new[] { Column.Text<string>(Hostile, row => row) }),
            ("Rows", new[] { Hostile }),
            ("Stacked", true)
        );
        await Holds<Grid>(
            ("Caption", Hostile),
            ("Corner", Hostile),
            ("Sections", new[] { Hostile }),
            ("Rows", new GridRow[] { new(Hostile, [new(Tone.Bad, Hostile, "#a")]) })
        );
    }

    private static async Task Holds<T>(params (string, object?)[] parameters)
        where T : IComponent
    {
        IDocument page = await As<T>("en", parameters);
        page.QuerySelectorAll("script, img").ShouldBeEmpty(typeof(T).Name);
        page.All.SelectMany(e => e.Attributes)
            .Where(a => a.Name.StartsWith("on", StringComparison.Ordinal))
            .ShouldBeEmpty();
        bool seen =
            page.Body!.TextContent.Contains("<script>alert(1)</script>", StringComparison.Ordinal)
            || page.All.Any(e => e.GetAttribute("value") == Hostile);
        seen.ShouldBeTrue(typeof(T).Name);
    }
}
