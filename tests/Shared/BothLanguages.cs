using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Reprieve.Testing;

/// <summary>
/// Holds a project's two resource files against each other and against its code. A test project links this file and
/// calls <see cref="AreComplete"/> with the name of its project.
/// </summary>
internal static class BothLanguages
{
    private static readonly Regex Place = new(@"\{\d+\}", RegexOptions.NonBacktracking);

    private static readonly Regex Use = new(
        @"(?:Texts\.Get|\bText)\(\s*""(?<key>\w+)""\s*[,)]",
        RegexOptions.NonBacktracking
    );

    /// <summary>Every text in both languages, with the same places to fill; every key the code names is there.</summary>
    public static void AreComplete(string project)
    {
        string folder = Path.Combine(Repository.Root, "src", project);
        IReadOnlyDictionary<string, string> english = Read(Path.Combine(folder, "Texts.resx"));
        IReadOnlyDictionary<string, string> chinese = Read(Path.Combine(folder, "Texts.zh-Hans.resx"));
        chinese.Keys.Except(english.Keys).ShouldBeEmpty("keys without an English text");
        english.Keys.Except(chinese.Keys).ShouldBeEmpty("keys without a Chinese text");
        foreach ((string key, string text) in english)
        {
            text.ShouldNotBeNullOrWhiteSpace(key);
            Places(chinese[key]).ShouldBe(Places(text), $"the places to fill in {key}");
            bool hasWords = Place.Replace(text, "").Any(char.IsLetter);
            (hasWords && !chinese[key].Any(IsChinese)).ShouldBeFalse($"{key} is not translated: {chinese[key]}");
        }

        UsedIn(folder)
            .Where(key => !english.ContainsKey(key))
            .ShouldBeEmpty("keys that the code names and no file has");
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument
            .Load(file)
            .Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string Places(string text) =>
        string.Join(' ', Place.Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static bool IsChinese(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static IEnumerable<string> UsedIn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Use.Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["key"].Value)
            .Distinct();
}
