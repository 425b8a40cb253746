namespace Reprieve.Knowledge.Tests;

public sealed class KnowledgeLoaderTests
{
    private const string Valid = """
        code: parcel_too_heavy
        source: practice
        seen: 2026-11-22
        marketplaces: [all]
        sure: unconfirmed
        name: {en: Parcel too heavy, zh-Hans: 包裹超重}
        ground: policy
        cues:
          en:
            - your parcels are too heavy
            - {say: overweight parcel, weight: 0.5, unless: [not an overweight parcel]}
        """;

    [Fact]
    public void Without_a_folder_the_built_in_knowledge_is_given() =>
        KnowledgeLoader.Load(null).ShouldBeSameAs(KnowledgeLoader.BuiltIn);

    [Fact]
    public void A_folder_that_is_not_there_is_said() =>
        Should.Throw<DirectoryNotFoundException>(() => KnowledgeLoader.Load("/nowhere/at/all"));

    [Fact]
    public void An_entry_of_the_users_own_is_added()
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With("reasons/heavy.yaml", Valid);

        Reason reason = KnowledgeLoader.Load(folder.Path).Reason("parcel_too_heavy")!;

        reason.Name.In("zh-Hans").ShouldBe("包裹超重");
        reason.Cues["en"][1].Weight.ShouldBe(0.5);
        reason.Papers.ShouldBeEmpty();
        KnowledgeLoader.Load(folder.Path).Marketplaces.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_entry_with_a_built_in_code_overrides_only_the_fields_it_gives()
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With(
            "marketplaces/us.yaml",
            "code: amazon.com\ntimeZone: America/Phoenix\nsource: my own reading\n"
        );

        Marketplace store = KnowledgeLoader.Load(folder.Path).Marketplace("Amazon.com")!;

        store.TimeZone.ShouldBe("America/Phoenix");
        store.Source.ShouldBe("my own reading");
        store.MarketplaceId.ShouldBe(KnowledgeLoader.BuiltIn.Marketplace("amazon.com")!.MarketplaceId);
    }

    [Fact]
    public void A_playbook_in_ones_own_words_is_not_said_in_our_translation()
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With(
            "playbooks/own.yaml",
            "code: late_shipment_plan\nsentences: [{id: mine, section: root_cause, say: Our own words.}]\n"
        );

        KnowledgeBase knowledge = KnowledgeLoader.Load(folder.Path);

        knowledge.Translations.ShouldNotContain(t => t.Playbook == "late_shipment_plan");
        knowledge.Translations.ShouldContain(t => t.Playbook == "inauthentic_plan");
    }

    [Theory]
    [InlineData("late_shipment_plan", "cause: x", "has no sentence 'cause'")]
    [InlineData("late_shipment_plan", "omission: Das lag an uns.", "late_shipment.omission")]
    [InlineData("nowhere", "omission: x", "'nowhere' is no playbook")]
    public void A_translation_that_does_not_fit_is_named(string playbook, string sentence, string message)
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With(
            "translations/own.yaml",
            "code: own.nl\nsource: practice\nseen: 2026-11-26\nmarketplaces: [all]\nsure: practice\n"
                + $"playbook: {playbook}\nlanguage: nl\nsentences: {{{sentence}}}\n"
        );

        folder.Problems().ShouldHaveSingleItem().Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("ground: policy", "ground: weather", 7, "allowed codes")]
    [InlineData("name: {en: Parcel too heavy, zh-Hans: 包裹超重}\n", "", 1, "missing: name")]
    [InlineData("source: practice", "sauce: practice", 2, "unknown field sauce")]
    [InlineData("seen: 2026-11-22", "seen: last year", 3, "seen")]
    [InlineData("marketplaces: [all]", "marketplaces: [amazon.moon]", 4, "'amazon.moon' is no store")]
    [InlineData("marketplaces: [all]", "marketplaces: []", 4, "marketplaces is empty")]
    [InlineData("    - your parcels are too heavy", "    - {speak: up}", 10, "'speak'")]
    [InlineData("{en: Parcel too heavy, zh-Hans: 包裹超重}", "{zh-Hans: 包裹超重}", 6, "English")]
    public void A_fault_is_named_by_file_and_line(string was, string becomes, int line, string says)
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With(
            "reasons/heavy.yaml",
            Valid.Replace(was, becomes, StringComparison.Ordinal)
        );

        KnowledgeProblem problem = folder.Problems()[0];

        problem.File.ShouldBe("reasons/heavy.yaml");
        problem.Line.ShouldBe(line);
        problem.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("terms: {en: ['!sale']}", "would never be found")]
    [InlineData("terms: {en: []}", "or a pattern")]
    [InlineData("terms: {en: [sale]}\nfields: [price]", "'price' is not looked at")]
    [InlineData("terms: {en: [sale]}\nreasons: [bad_weather]", "'bad_weather' is no reason")]
    [InlineData("patterns: [smell]", "allowed codes")]
    public void A_policy_that_could_find_nothing_is_a_problem(string fields, string says)
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With(
            "policies/own.yaml",
            $"code: own\nsource: practice\nseen: 2026-11-22\nmarketplaces: [all]\nsure: practice\nname: Own\nadvice: None\nseverity: low\n{fields}\n"
        );

        folder.Problems().ShouldHaveSingleItem().Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("code: [", "reasons/x.yaml")]
    [InlineData("just a sentence", "reasons/x.yaml")]
    [InlineData("", "reasons/x.yaml")]
    [InlineData("code: a\n---\ncode: b\n", "reasons/x.yaml")]
    [InlineData("code: &a b\nsource: *a\n", "reasons/x.yaml")]
    [InlineData("- 1\n- 2\n", "reasons/x.yaml")]
    public void Faulty_yaml_is_a_problem_and_never_a_crash(string yaml, string file)
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With(file, yaml);

        folder.Problems().ShouldAllBe(p => p.File == file && p.Line >= 1 && p.Message.Length > 0);
    }

    [Fact]
    public void A_folder_of_no_entries_is_named_with_those_there_are()
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With("wishes/x.yaml", Valid);

        folder.Problems()[0].Message.ShouldContain("reasons");
    }

    [Fact]
    public void The_same_code_twice_is_a_problem()
    {
        using KnowledgeFolder folder = new KnowledgeFolder()
            .With("reasons/a.yaml", Valid)
            .With("reasons/b.yaml", Valid);

        folder.Problems().Single().ToString().ShouldBe("reasons/b.yaml:1: 'parcel_too_heavy' stands twice in reasons");
    }

    [Fact]
    public void A_list_of_entries_names_the_line_within_the_list()
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With(
            "senders/own.yaml",
            """
            - code: one
              source: practice
              seen: 2026-11-22
              marketplaces: [all]
              sure: practice
              domains: [one.example]
            - code: two
              source: practice
              seen: 2026-11-22
              marketplaces: [all]
              sure: hearsay
              domains: [two.example]
            """
        );

        folder.Problems().Single().Line.ShouldBe(11);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With(
            "reasons/deep.yaml",
            "code: " + new string('[', 200) + new string(']', 200)
        );

        folder.Problems().Single().Message.ShouldContain("nested deeper");
    }
}
