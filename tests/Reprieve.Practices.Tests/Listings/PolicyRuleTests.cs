using System.Diagnostics;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices.Listings;
using Reprieve.Practices.Reports;
using Reprieve.Testing;

namespace Reprieve.Practices.Tests.Listings;

/// <summary>What an entry of <c>knowledge/policies</c> can say, tried on an invented one.</summary>
public sealed class PolicyRuleTests
{
    private static readonly Policy Pack = new()
    {
        Code = "test.pack",
        Source = "practice",
        Seen = new DateOnly(2026, 11, 22),
        Marketplaces = ["all"],
        Sure = Certainty.Practice,
        Name = Text("Pack"),
        Advice = Text("Advice"),
        Severity = ListingSeverity.High,
        Terms = new Dictionary<string, IReadOnlyList<string>>
        {
            ["en"] = ["gun", "gun barrel"],
            ["de"] = ["flinte"],
            ["ja"] = ["ガン"],
        },
    };

    [Theory]
    [InlineData("A gun", 1)]
    [InlineData("A gun barrel", 1)]
    [InlineData("A gun and a gun", 1)]
    [InlineData("A gun and a gun barrel", 2)]
    [InlineData("A gunner", 0)]
    [InlineData("Begun", 0)]
    [InlineData("Gun", 1)]
    [InlineData("ガン 模型", 1)]
    [InlineData("ハンガー", 0)]
    [InlineData("カン", 0)]
    public void A_wording_is_told_once_and_the_longest_where_they_overlap(string title, int times) =>
        Find(Pack, title).Count.ShouldBe(times);

    [Theory]
    [InlineData("A toy gun", false)]
    [InlineData("Toy gun barrels", false)]
    [InlineData("Toy and gun", true)]
    [InlineData("A toy gun, a gun", true)]
    public void An_exception_excuses_what_it_covers_and_may_go_on(string title, bool found) =>
        (Find(Pack with { Exceptions = ["toy gun", "toy gun barrel"] }, title).Count > 0).ShouldBe(found);

    [Theory]
    [InlineData("Gun for a costume", false)]
    [InlineData("Costume with a gun", false)]
    [InlineData("Gun for costumes", true)]
    [InlineData("Gun, and a very long list of other things that come along with it before the costume", true)]
    public void A_word_near_by_excuses_on_either_side(string title, bool found) =>
        (Find(Pack with { UnlessNear = ["costume"] }, title).Count > 0).ShouldBe(found);

    [Theory]
    [InlineData("Case compatible with gun", false)]
    [InlineData("Gun case, compatible with bags", true)]
    public void A_word_before_excuses_only_what_follows_it(string title, bool found) =>
        (Find(Pack with { UnlessBefore = ["compatible with"] }, title).Count > 0).ShouldBe(found);

    [Fact]
    public void At_the_beginning_of_a_title_stands_the_products_own_brand()
    {
        Policy pack = Pack with { NotFirst = true };
        Find(pack, "Gun oil").ShouldBeEmpty();
        Find(pack, "Oil gun").ShouldHaveSingleItem();
    }

    [Fact]
    public void What_the_seller_owns_is_not_looked_for() =>
        Find(Pack with { Owned = ["GUN"] }, "A gun and a gun barrel")
            .ShouldHaveSingleItem()
            .Evidence.Quote.ShouldBe("gun barrel");

    [Theory]
    [InlineData("amazon.com", 0)]
    [InlineData("amazon.de", 1)]
    [InlineData(null, 1)]
    public void Terms_are_searched_in_the_languages_of_the_store(string? store, int times) =>
        new PolicySearch([Pack], KnowledgeLoader.BuiltIn.Marketplace(store))
            .Of(Row("Eine Flinte"))
            .Count.ShouldBe(times);

    [Theory]
    [InlineData(OfferCondition.New, OfferCondition.New, ListingSeverity.High)]
    [InlineData(OfferCondition.New, OfferCondition.Used, null)]
    [InlineData(OfferCondition.New, OfferCondition.Refurbished, null)]
    [InlineData(OfferCondition.New, null, ListingSeverity.Medium)]
    [InlineData(OfferCondition.Used, OfferCondition.Used, ListingSeverity.High)]
    [InlineData(OfferCondition.Used, OfferCondition.New, null)]
    [InlineData(OfferCondition.Used, null, null)]
    public void A_pack_for_a_condition_is_held_against_the_offers_own(
        OfferCondition soldAs,
        OfferCondition? offered,
        ListingSeverity? severity
    ) =>
        new PolicySearch([Pack with { SoldAs = soldAs }])
            .Of(Row("A gun") with { Condition = offered })
            .Select(finding => (ListingSeverity?)finding.Severity)
            .FirstOrDefault()
            .ShouldBe(severity);

    [Theory]
    [InlineData("11", "condition.used_tells")]
    [InlineData("New", "condition.used_tells")]
    [InlineData("1", "condition.new_tells")]
    [InlineData("8", "condition.new_tells")]
    [InlineData("Used - Like New", "condition.new_tells")]
    [InlineData("10", null)]
    public void The_condition_is_read_from_the_report_and_what_the_words_say_against_it_is_found(
        string condition,
        string? rule
    )
    {
        using CaseFolder folder = new CaseFolder().With(
            "listings.txt",
            "item-name\titem-description\tlisting-id\tseller-sku\tasin1\titem-condition\titem-note",
            $"Lamp\t\tL1\tS1\tB000000001\t{condition}\tFactory sealed box, open box unit"
        );
        folder.Review().Listings.Select(finding => finding.Rule).FirstOrDefault().ShouldBe(rule);
    }

    [Fact]
    public void What_the_notice_names_comes_first_then_what_it_is_about()
    {
        using CaseFolder folder = new CaseFolder().With(
            "listings.txt",
            "item-name\titem-description\tlisting-id\tseller-sku\tasin1",
            "Antiviral mat\t\tL1\tA\tB000000001",
            "Lamp, open box\t\tL2\tB\tB000000002",
            "Antiviral lamp\t\tL3\tC\tB000000003",
            "Lamp, refurbished, antiviral\t\tL4\tD\tB000000004"
        );
        Diagnosis notice = Diagnoses.LateShipment with
        {
            Ground = Ground.Policy,
            Reasons = [new StatedReason("used_sold_as_new", 0.9, [])],
            Asins = ["B000000004", "B000000003"],
        };
        folder
            .Review(notice: notice)
            .Listings.Select(finding => (finding.Sku, finding.Rule, finding.InNotice))
            .ShouldBe([
                ("D", "condition.used_tells", true),
                ("C", "restricted.pesticide", true),
                ("D", "restricted.pesticide", true),
                ("B", "condition.used_tells", false),
                ("A", "restricted.pesticide", false),
            ]);
    }

    [Fact]
    public void A_ground_without_a_reason_brings_the_packs_of_its_reasons_first()
    {
        using CaseFolder folder = new CaseFolder().With(
            "listings.txt",
            "item-name\titem-description\tlisting-id\tseller-sku\tasin1",
            "Watch replica\t\tL1\tA\tB000000001",
            "Antiviral mat\t\tL2\tB\tB000000002"
        );
        Diagnosis notice = Diagnoses.LateShipment with { Ground = Ground.RestrictedProduct, Reasons = [] };
        folder.Review(notice: notice).Listings.Select(finding => finding.Sku).ShouldBe(["B", "A"]);
    }

    [Fact]
    public void Books_keep_their_titles()
    {
        var search = new PolicySearch(KnowledgeLoader.BuiltIn.Policies);
        ListingRow row = Row("WHO ARE YOU? WHO ARE WE? WHO IS THERE");
        search.Of(row).ShouldNotBeEmpty();
        search.Of(row with { Asin = "0306406152" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kills germs toy gun ")]
    [InlineData("pesticide free ")]
    [InlineData("抗菌")]
    [InlineData("www.a@b.c+1")]
    [InlineData("ガ")]
    [InlineData("\u0301")]
    public void A_text_made_to_be_slow_takes_no_longer_than_its_length_allows(string part)
    {
        var search = new PolicySearch(KnowledgeLoader.BuiltIn.Policies);
        string text = string.Concat(Enumerable.Repeat(part, 20_000 / part.Length));
        search.Of(Row(text));
        var clock = Stopwatch.StartNew();
        search.Of(Row(text));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    private static List<ListingFinding> Find(Policy policy, string title) => new PolicySearch([policy]).Of(Row(title));

    private static ListingRow Row(string title) =>
        new("S", "B000000001", true, title.AsMemory(), default, default, OfferCondition.New);

    private static LocalizedText Text(string english) =>
        new(new Dictionary<string, string> { ["en"] = english, ["zh-Hans"] = english });
}
