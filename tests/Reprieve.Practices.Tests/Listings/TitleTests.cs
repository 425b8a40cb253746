using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Practices.Listings;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Listings;

/// <summary>How right the packs are on invented titles, about half of them traps that break no rule.</summary>
public sealed class TitleTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> Stores = new()
    {
        ["com"] = "amazon.com",
        ["zh"] = "amazon.com",
        ["de"] = "amazon.de",
        ["fr"] = "amazon.fr",
        ["es"] = "amazon.es",
        ["it"] = "amazon.it",
        ["jp"] = "amazon.co.jp",
    };

    private static readonly Dictionary<string, PolicySearch> Searches = Stores.ToDictionary(
        store => store.Key,
        store => new PolicySearch(
            KnowledgeLoader.BuiltIn.Policies.Where(policy => policy.HoldsFor(store.Value)),
            KnowledgeLoader.BuiltIn.Marketplace(store.Value)
        )
    );

    [Theory]
    [InlineData("titles.tsv", 300, 0.99, 0.99)]
    [InlineData("held-out.tsv", 80, 0.9, 0.9)]
    public void Titles_that_break_a_rule_are_found_and_others_are_left_alone(
        string file,
        int atLeast,
        double precision,
        double recall
    )
    {
        List<Title> titles = Read(file);
        int right = 0;
        int found = 0;
        int expected = 0;
        foreach (Title title in titles)
        {
            List<string> rules = [.. Rules(title).Distinct()];
            int both = rules.Intersect(title.Rules).Count();
            right += both;
            found += rules.Count;
            expected += title.Rules.Length;
            if (both < rules.Count || both < title.Rules.Length)
            {
                output.WriteLine($"{title.Store}: {title.Text} | {string.Join(",", title.Rules)} | {Told(title)}");
            }
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{titles.Count} titles, {titles.Count(t => t.Rules.Length == 0)} of them clean: precision {(double)right / found:0.000}, recall {(double)right / expected:0.000}"
            )
        );
        titles.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        ((double)right / found).ShouldBeGreaterThanOrEqualTo(precision);
        ((double)right / expected).ShouldBeGreaterThanOrEqualTo(recall);
    }

    [Fact]
    public void The_titles_try_every_pack_and_about_half_of_them_are_clean()
    {
        List<Title> titles = Read("titles.tsv");
        string[] tried = [.. titles.SelectMany(title => title.Rules).Distinct()];
        KnowledgeLoader
            .BuiltIn.Policies.Select(policy => policy.Code)
            .Except(tried)
            .ShouldBe(["condition.new_tells"], "it holds for used offers only and has a test of its own");
        ((double)titles.Count(title => title.Rules.Length == 0) / titles.Count).ShouldBeInRange(0.45, 0.6);
    }

    private static IEnumerable<string> Rules(Title title) => Findings(title).Select(finding => finding.Rule);

    private static string Told(Title title) =>
        string.Join(", ", Findings(title).Select(finding => $"{finding.Rule} “{finding.Evidence.Quote}”"));

    private static List<ListingFinding> Findings(Title title) =>
        Searches[title.Store]
            .Of(new ListingRow("S", "B000000001", true, title.Text.AsMemory(), default, default, OfferCondition.New));

    private static List<Title> Read(string file) =>
        [
            .. File.ReadLines(
                    Path.Combine(Repository.Root, "tests", "Reprieve.Practices.Tests", "Fixtures", "Listings", file)
                )
                .Where(line => !line.StartsWith('#'))
                .Select(line => line.Split('\t'))
                .Select(parts => new Title(parts[0], parts[1] == "-" ? [] : parts[1].Split(','), parts[2])),
        ];

    private sealed record Title(string Store, string[] Rules, string Text);
}
