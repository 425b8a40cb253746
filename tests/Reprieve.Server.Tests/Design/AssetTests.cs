using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Reprieve.Server.Design;

namespace Reprieve.Server.Tests.Design;

public class AssetTests
{
    [Theory]
    [InlineData("reprieve.css", 40)]
    [InlineData("reprieve.js", 13)]
    [InlineData("board.js", 3)]
    public void Is_small_and_comes_with_the_program(string name, int kilobytes) =>
        Text(name).Length.ShouldBeInRange(1000, kilobytes * 1024);

    [Theory]
    [InlineData("reprieve.css")]
    [InlineData("reprieve.js")]
    [InlineData("board.js")]
    public void Fetches_nothing_from_elsewhere(string name) =>
        Regex
            .Matches(
                Text(name),
                @"https?://|@import|url\(|\beval\b|new Function|import\(",
                RegexOptions.NonBacktracking
            )
            .ShouldBeEmpty();

    [Fact]
    public async Task The_script_finds_all_its_words()
    {
        IDocument page = await Rendered.As<ScriptTexts>("en");
        IElement words = page.QuerySelector("#reprieve-texts")!;

        string[] used =
        [
            .. Regex
                .Matches(Text("reprieve.js"), "say\\(\"(?<key>\\w+)\"", RegexOptions.NonBacktracking)
                .Select(m => m.Groups["key"].Value)
                .Distinct(),
        ];
        used.Length.ShouldBeGreaterThan(10);
        used.Where(key => !words.HasAttribute("data-" + Kebab(key))).ShouldBeEmpty();
        words.GetAttribute("data-left-days").ShouldBe("{0} days left");
    }

    [Fact]
    public void Every_class_that_a_page_writes_is_known_to_the_style_sheet()
    {
        string folder = Path.Combine(Testing.Repository.Root, "src", "Reprieve.Server");
        string css = Text("reprieve.css");
        Directory
            .EnumerateFiles(folder, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file =>
                Regex.Matches(File.ReadAllText(file), "class=\"(?<key>[a-z -]+)\"", RegexOptions.NonBacktracking)
            )
            .SelectMany(match => match.Groups["key"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Distinct()
            .Where(name => !Regex.IsMatch(css, $@"\.{name}\b", RegexOptions.NonBacktracking))
            .ShouldBeEmpty();
    }

    private static string Kebab(string key) =>
        string.Concat(key.Select(c => char.IsAsciiLetterUpper(c) ? "-" + char.ToLowerInvariant(c) : c.ToString()));

    private static string Text(string name)
    {
        using Stream stream = typeof(Shell).Assembly.GetManifestResourceStream("Reprieve.Server.Assets." + name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
