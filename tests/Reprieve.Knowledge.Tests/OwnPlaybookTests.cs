namespace Reprieve.Knowledge.Tests;

public sealed class OwnPlaybookTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reprieve-own-");

    private OwnEntries Own => new(_folder.FullName, below: null);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Its_fields_read_back_as_the_playbook_they_were_taken_from()
    {
        Playbook from = KnowledgeLoader.BuiltIn.Playbooks.First(one => one.Code == "late_shipment_plan");

        KnowledgeBase kept = Own.Keep(Of("ours", OwnPlaybook.FieldsOf(from)));

        Playbook ours = kept.Playbooks.Single(one => one.Code == "ours");
        KnowledgeLoader
            .ToJson(
                ours with
                {
                    Code = from.Code,
                    Source = from.Source,
                    Seen = from.Seen,
                    Note = from.Note,
                    Sure = from.Sure,
                }
            )
            .ShouldBe(KnowledgeLoader.ToJson(from));
        ours.Source.ShouldBe("Anna: twelve answers");
        ours.Sure.ShouldBe(Certainty.Practice);
    }

    [Fact]
    public void What_says_nothing_is_left_out_of_its_fields()
    {
        Playbook from = KnowledgeLoader.BuiltIn.Playbooks.First(one => one.Code == "late_shipment_plan");

        string fields = OwnPlaybook.FieldsOf(from);

        fields.ShouldNotContain("false");
        fields.ShouldNotContain("null");
        fields.ShouldNotContain("[]");
        fields.ShouldContain("required: true");
    }

    [Fact]
    public void A_playbook_that_is_not_built_in_is_known_as_ones_own_and_one_that_is_changed_is_not()
    {
        KnowledgeLoader.BuiltIn.OwnPlaybooks.ShouldBeEmpty();
        Own.Keep(Of("late_shipment_plan", "topic: our parcels"));

        Own.Keep(Of("ours", Fields("late_shipment"))).OwnPlaybooks.ShouldBe(["ours"]);
    }

    [Fact]
    public void A_name_stands_behind_the_fields_and_is_given_once()
    {
        string named = OwnPlaybook.Named("reasons: [late_shipment]\nname: old\nmodes: [plan]\n", "Ours: \"late\"");

        named.Split('\n')[..2].ShouldBe(["reasons: [late_shipment]", "modes: [plan]"]);
        Own.Keep(Of("ours", OwnPlaybook.Named(Fields("late_shipment"), "Ours: \"late\"")))
            .Playbooks.Single(one => one.Code == "ours")
            .Name.ShouldNotBeNull()
            .In("zh-Hans")
            .ShouldBe("Ours: \"late\"");
    }

    [Theory]
    [InlineData("just words")]
    [InlineData("reasons: [late_shipment\nmodes: [plan]")]
    public void What_are_no_fields_gets_no_name(string text) => OwnPlaybook.Named(text, "Ours").ShouldBe(text);

    [Theory]
    [InlineData(
        "reasons: []\nmodes: [plan]\nmarketplaces: [all]\nsure: practice\nsentences: []",
        "at least one of reasons"
    )]
    [InlineData(
        "reasons: [no_such]\nmodes: [plan]\nmarketplaces: [all]\nsure: practice\nsentences: []",
        "no reason of"
    )]
    [InlineData("reasons: [late_shipment]\nmarketplaces: [all]\nsure: practice\nsentences: []", "missing: modes")]
    public void One_that_could_not_answer_is_refused_and_nothing_is_kept(string fields, string says)
    {
        KnowledgeException fault = Should.Throw<KnowledgeException>(() => Own.Keep(Of("ours", fields)));

        fault.Problems.ShouldContain(problem => problem.Message.Contains(says) && problem.Line >= 1);
        Own.Find("playbooks", "ours").ShouldBeNull();
    }

    [Theory]
    [InlineData("[late_shipment]", "[plan]", "[all]", false)]
    [InlineData("[late_shipment]", "[dispute]", "[all]", true)]
    [InlineData("[cancellation_rate]", "[plan]", "[all]", true)]
    [InlineData("[cancellation_rate, late_shipment]", "[dispute, plan]", "[amazon.de]", false)]
    public void Two_of_ones_own_do_not_answer_the_same(string reasons, string modes, string stores, bool isTaken)
    {
        Own.Keep(Of("ours", Fields("late_shipment")));
        OwnEntry second = Of("second", Fields("late_shipment", reasons, modes, stores));

        if (isTaken)
        {
            Own.Keep(second).OwnPlaybooks.ShouldBe(["ours", "second"], ignoreOrder: true);
        }
        else
        {
            Should.Throw<KnowledgeException>(() => Own.Keep(second)).Message.ShouldContain("'ours'");
            Own.Find("playbooks", "second").ShouldBeNull();
        }
    }

    [Fact]
    public void Two_for_different_stores_stand_beside_each_other()
    {
        Own.Keep(Of("german", Fields("late_shipment", stores: "[amazon.de]")));

        Own.Keep(Of("french", Fields("late_shipment", stores: "[amazon.fr]"))).OwnPlaybooks.Count.ShouldBe(2);
    }

    private static string Fields(
        string reason,
        string? reasons = null,
        string modes = "[plan]",
        string stores = "[all]"
    ) =>
        $"reasons: {reasons ?? $"[{reason}]"}\nmodes: {modes}\nmarketplaces: {stores}\nsure: practice\n"
        + "sentences:\n  - {id: rate, section: root_cause, say: \"Our words.\"}\n";

    private static OwnEntry Of(string code, string fields) =>
        new("playbooks", code, fields, "Anna", "twelve answers", new DateOnly(2026, 10, 2));
}
