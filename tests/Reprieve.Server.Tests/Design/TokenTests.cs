using System.Globalization;
using System.Text.RegularExpressions;
using Reprieve.Testing;

namespace Reprieve.Server.Tests.Design;

/// <summary>The colours of the style sheet, computed as WCAG 2.2 computes contrast.</summary>
public class TokenTests
{
    private const string Light = ":root,\n[data-theme=\"light\"] {";
    private const string Dark = "\n  [data-theme=\"dark\"] {";
    private const string DarkOfSystem = ":root:not([data-theme=\"light\"]) {";
    private static readonly string[] Grounds = ["paper", "surface", "sunken"];
    private static readonly string[] Tones = ["accent", "good", "watch", "bad", "unknown"];

    [Theory]
    [InlineData(Light)]
    [InlineData(Dark)]
    public void Every_text_stands_out_from_its_ground(string block)
    {
        Dictionary<string, string> colours = Colours(block);
        List<(string Text, string Ground)> pairs =
        [
            ("on-accent", "accent"),
            ("on-accent", "accent-strong"),
            ("on-bad", "bad"),
        ];
        pairs.AddRange(
            Grounds.SelectMany(ground => new[] { ("ink", ground), ("ink-soft", ground), ("accent", ground) })
        );
        pairs.AddRange(Tones.SelectMany(tone => new[] { (tone, "paper"), (tone, "surface"), (tone, tone + "-wash") }));
        pairs.AddRange(Tones.SelectMany(tone => new[] { ("ink", tone + "-wash"), ("ink-soft", tone + "-wash") }));
        pairs.Add(("accent-strong", "accent-wash"));

        pairs
            .Select(pair => (pair, Ratio: Contrast(colours[pair.Text], colours[pair.Ground])))
            .Where(found => found.Ratio < 4.5)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Light)]
    [InlineData(Dark)]
    public void Every_border_of_a_control_and_the_focus_can_be_seen(string block)
    {
        Dictionary<string, string> colours = Colours(block);
        foreach (string ground in new[] { "paper", "surface" })
        {
            Contrast(colours["line-strong"], colours[ground]).ShouldBeGreaterThanOrEqualTo(3);
            Contrast(colours["accent"], colours[ground]).ShouldBeGreaterThanOrEqualTo(3);
        }
    }

    [Fact]
    public void Dark_is_the_same_whether_the_system_or_the_seller_asks_for_it()
    {
        Colours(DarkOfSystem).ShouldBe(Colours(Dark));
        Colours(Dark).Keys.ShouldBe(Colours(Light).Keys);
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    public void Contrast_is_computed_as_defined(string one, string other, double ratio) =>
        Contrast(one, other).ShouldBe(ratio, 0.01);

    private static Dictionary<string, string> Colours(string block)
    {
        string css = File.ReadAllText(
            Path.Combine(Repository.Root, "src", "Reprieve.Server", "Assets", "reprieve.css")
        );
        int start = css.IndexOf(block, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(-1);
        string body = css[start..css.IndexOf('}', start)];
        return Regex
            .Matches(body, "--(?<name>[a-z-]+): (?<colour>#[0-9a-f]{6});", RegexOptions.NonBacktracking)
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["colour"].Value);
    }

    private static double Contrast(string one, string other)
    {
        double[] lights = [Luminance(one), Luminance(other)];
        return (lights.Max() + 0.05) / (lights.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] parts =
        [
            .. new[] { 1, 3, 5 }.Select(i =>
                int.Parse(colour.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0
            ),
        ];
        double[] linear = [.. parts.Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
