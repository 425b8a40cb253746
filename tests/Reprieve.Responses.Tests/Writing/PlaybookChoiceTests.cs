using Reprieve.Knowledge;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Tests.Writing;

public sealed class PlaybookChoiceTests
{
    private const string Ours = "Our own words on late parcels.";

    [Fact]
    public void Whatever_can_be_answered_gives_a_copy_that_is_sound_as_ones_own()
    {
        List<(string Reason, ResponseMode Mode)> all = [.. PlaybookChoice.Situations(KnowledgeLoader.BuiltIn)];

        all.ShouldContain(("late_shipment", ResponseMode.Plan));
        all.Count.ShouldBeGreaterThan(60);
        Dictionary<string, string> texts = all.ToDictionary(
            one => $"playbooks/own_{one.Reason}_{one.Mode.Code()}.yaml",
            one =>
                $"code: own_{one.Reason}_{one.Mode.Code()}\nsource: ours\nseen: 2026-10-02\n"
                + OwnPlaybook.FieldsOf(PlaybookChoice.Copy(one.Reason, one.Mode, KnowledgeLoader.BuiltIn)!)
        );
        texts.Values.Max(text => text.Length).ShouldBeLessThan(OwnEntries.LongestFields);
        KnowledgeLoader.Load(null, texts).OwnPlaybooks.Count.ShouldBe(all.Count);
    }

    [Theory]
    [InlineData("late_shipment", ResponseMode.Wait)]
    [InlineData("no_such_reason", ResponseMode.Plan)]
    public void What_nothing_answers_has_no_copy(string reason, ResponseMode mode) =>
        PlaybookChoice.Copy(reason, mode, KnowledgeLoader.BuiltIn).ShouldBeNull();

    [Fact]
    public void A_copy_as_it_is_writes_the_answer_that_the_built_in_one_writes()
    {
        ResponseRequest request = FullCases.Request("late_shipment", "carrier_pickup");
        Playbook copy = PlaybookChoice.Copy("late_shipment", ResponseMode.Plan, KnowledgeLoader.BuiltIn)!;

        WrittenResponse ours = Write(request, With(OwnPlaybook.FieldsOf(copy)));

        ours.Text.ShouldBe(Write(request, KnowledgeLoader.BuiltIn).Text);
        ours.Sentences.ShouldContain(sentence => sentence.Id == "ours.omission");
        ours.Sentences.ShouldNotContain(sentence => sentence.Id.StartsWith("late_shipment_"));
    }

    [Fact]
    public void Ones_own_is_read_in_the_place_of_the_built_in_one()
    {
        WrittenResponse answer = Write(
            FullCases.Request("late_shipment", "carrier_pickup"),
            With(Fields("plan", "all"))
        );

        answer.Text.ShouldContain(Ours);
        answer.Sentences.ShouldContain(sentence => sentence.Id == "ours.mine");
        answer.Sentences.ShouldNotContain(sentence => sentence.Id.StartsWith("late_shipment_"));
    }

    [Theory]
    [InlineData("dispute", "all")]
    [InlineData("plan", "amazon.de")]
    public void In_another_mode_or_store_the_built_in_one_speaks(string mode, string store)
    {
        ResponseRequest request = FullCases.Request("late_shipment", "carrier_pickup");
        request.Notice.Marketplace.ShouldBe("amazon.com");

        Write(request, With(Fields(mode, store))).Text.ShouldBe(Write(request, KnowledgeLoader.BuiltIn).Text);
    }

    private static KnowledgeBase With(string fields) =>
        KnowledgeLoader.Load(
            null,
            new Dictionary<string, string>
            {
                ["playbooks/ours.yaml"] = "code: ours\nsource: ours\nseen: 2026-10-02\n" + fields,
            }
        );

    private static string Fields(string mode, string store) =>
        $"reasons: [late_shipment]\nmodes: [{mode}]\nmarketplaces: [{store}]\nsure: practice\n"
        + $"sentences:\n  - {{id: mine, section: root_cause, say: \"{Ours}\"}}\n";

    private static WrittenResponse Write(ResponseRequest request, KnowledgeBase knowledge) =>
        new ResponseWriter(knowledge).Write(request).ShouldBeOfType<PlanOfAction>();
}
