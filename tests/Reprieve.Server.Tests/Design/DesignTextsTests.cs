using System.Text.RegularExpressions;
using System.Xml.Linq;
using Reprieve.Testing;

namespace Reprieve.Server.Tests.Design;

public class DesignTextsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "Reprieve.Server");

    [Fact]
    public void Every_text_is_there_in_both_languages() => BothLanguages.AreComplete("Reprieve.Server");

    [Fact]
    public void Every_key_a_component_names_is_there()
    {
        HashSet<string> keys =
        [
            .. XDocument
                .Load(Path.Combine(Folder, "Texts.resx"))
                .Root!.Elements("data")
                .Select(d => d.Attribute("name")!.Value),
        ];

        string[] used =
        [
            .. new[] { "*.razor", "*.cs" }
                .SelectMany(kind => Directory.EnumerateFiles(Folder, kind, SearchOption.AllDirectories))
                .SelectMany(file =>
                    Regex.Matches(
                        File.ReadAllText(file),
                        "Say\\.Get\\(\"(?<key>\\w+)\"[,)]",
                        RegexOptions.NonBacktracking
                    )
                )
                .Select(match => match.Groups["key"].Value)
                .Distinct(),
        ];
        used.Length.ShouldBeGreaterThan(20);
        used.Where(key => !keys.Contains(key)).ShouldBeEmpty();
    }
}
