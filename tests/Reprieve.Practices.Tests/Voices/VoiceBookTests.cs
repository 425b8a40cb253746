using System.Diagnostics;
using Reprieve.Knowledge;
using Reprieve.Practices.Voices;

namespace Reprieve.Practices.Tests.Voices;

public sealed class VoiceBookTests
{
    private static readonly VoiceBook Book = new(KnowledgeLoader.BuiltIn, "amazon.com");

    [Theory]
    [InlineData("Never arrived.", "item_not_received")]
    [InlineData("I still haven’t received it!", "item_not_received")]
    [InlineData("Tracking says delivered but there is nothing here", "item_not_received")]
    [InlineData("Came two weeks late", "late_delivery")]
    [InlineData("Did not arrive on time for the party", "late_delivery")]
    [InlineData("Shipped later than the date I was given.", "late_delivery")]
    [InlineData("The cup was shattered in the box", "damaged")]
    [InlineData("It didnt work at all", "defective")]
    [InlineData("stopped working after a week", "defective")]
    [InlineData("They sent me a different color than shown", "different_item")]
    [InlineData("Two screws missing", "missing_parts")]
    [InlineData("Clearly used, the seal was broken", "used")]
    [InlineData("Not as described at all", "not_as_described")]
    [InlineData("I think this is a fake", "not_authentic")]
    [InlineData("Is this the original?", "not_authentic")]
    [InlineData("The cream expired last year", "expired")]
    [InlineData("It overheated and nearly caught fire", "safety")]
    [InlineData("The seller never responded to three mails", "no_response")]
    [InlineData("Still waiting for my refund", "refund_delay")]
    [InlineData("Seller cancelled my order without a word", "cancelled")]
    [InlineData("Poor quality", "quality")]
    [InlineData("Ware ist nie angekommen", "item_not_received")]
    [InlineData("Kam drei Tage zu spät", "late_delivery")]
    [InlineData("Das Glas war zerbrochen", "damaged")]
    [InlineData("Falsche Farbe geliefert", "different_item")]
    [InlineData("Der Verkäufer antwortet nicht", "no_response")]
    [InlineData("Das ist eine billige FÄLSCHUNG", "not_authentic")]
    [InlineData("Je n'ai jamais reçu mon colis", "item_not_received")]
    [InlineData("Article arrivé cassé", "damaged")]
    [InlineData("Ne correspond pas à la description", "not_as_described")]
    [InlineData("Nunca llegó", "item_not_received")]
    [InlineData("Me llegó roto", "damaged")]
    [InlineData("No funciona", "defective")]
    [InlineData("Non è mai arrivato", "item_not_received")]
    [InlineData("Arrivato in ritardo", "late_delivery")]
    [InlineData("É falsificado", "not_authentic")]
    [InlineData("Nooit ontvangen", "item_not_received")]
    [InlineData("商品がまだ届かないです", "item_not_received")]
    [InlineData("箱が潰れていました", "damaged")]
    [InlineData("電源が入らない", "defective")]
    [InlineData("偽物だと思います", "not_authentic")]
    [InlineData("一直没收到货", "item_not_received")]
    [InlineData("收到的时候已经摔坏了", "damaged")]
    [InlineData("与描述不符", "not_as_described")]
    [InlineData("是假货", "not_authentic")]
    [InlineData("卖家不回复", "no_response")]
    [InlineData("沒收到貨", "item_not_received")]
    public void A_complaint_is_known_by_its_wording(string comment, string cause) => Causes(comment).ShouldBe([cause]);

    [Theory]
    [InlineData("It was not damaged")]
    [InlineData("Nothing was broken")]
    [InlineData("Arrived without any damage")]
    [InlineData("No sign of damage, thank you")]
    [InlineData("The item wasn't really damaged")]
    [InlineData("Not too late")]
    [InlineData("Better late than never")]
    [InlineData("I used to buy these every year")]
    [InlineData("I used it for a month")]
    [InlineData("Nice fake leather")]
    [InlineData("Good product, fast shipping")]
    [InlineData("Nicht beschädigt")]
    [InlineData("Die Ware war nicht zerkratzt")]
    [InlineData("Ohne Kratzer angekommen")]
    [InlineData("Pas du tout abîmé")]
    [InlineData("Aucun dommage")]
    [InlineData("No llegó roto")]
    [InlineData("Senza danni")]
    [InlineData("壊れていません")]
    [InlineData("破損はありませんでした")]
    [InlineData("没有损坏")]
    [InlineData("没有任何破损")]
    [InlineData("不是假货")]
    [InlineData("Will it be latex?")]
    [InlineData("Great brand, bought on sale")]
    [InlineData("Schade, aber schön")]
    [InlineData("Je bent geweldig")]
    [InlineData("Brosse à dent parfaite")]
    [InlineData("")]
    public void What_is_no_complaint_or_turned_round_is_none(string comment) => Causes(comment).ShouldBeEmpty();

    [Theory]
    [InlineData("Do not buy, broken glass everywhere", "damaged")]
    [InlineData("It did not arrive damaged but late, two days late", "late_delivery")]
    [InlineData("Not damaged but the wrong item", "different_item")]
    [InlineData("No, it never arrived", "item_not_received")]
    public void A_negation_reaches_only_what_stands_beside_it(string comment, string cause) =>
        Causes(comment).ShouldBe([cause]);

    [Fact]
    public void A_comment_may_name_several_causes_and_the_longest_wording_holds()
    {
        Causes("Arrived late. The box was crushed, and I never received a refund.")
            .ShouldBe(["late_delivery", "damaged", "refund_delay"]);
        Causes("Did not receive what I ordered").ShouldBe(["different_item"]);
    }

    [Theory]
    [InlineData("DEFECTIVE", "defective")]
    [InlineData("CR-DAMAGED_BY_CARRIER", "damaged")]
    [InlineData("cr-switcheroo", "different_item")]
    [InlineData("CR-MISSING_PARTS(客户退货-缺失零部件)", "missing_parts")]
    [InlineData("AMZ-PG-BAD-DESC", "not_as_described")]
    [InlineData("NEVER_ARRIVED", "item_not_received")]
    [InlineData("UNWANTED_ITEM", null)]
    [InlineData("NO_REASON_GIVEN", null)]
    [InlineData("", null)]
    public void Amazons_codes_mean_causes_and_a_change_of_mind_is_none(string code, string? cause) =>
        Book.OfReason(code)?.Code.ShouldBe(cause);

    [Fact]
    public void Every_wording_of_knowledge_is_found_as_its_cause()
    {
        IEnumerable<string> strangers =
            from cause in KnowledgeLoader.BuiltIn.Voices
            from words in cause.Words
            from phrase in words.Value
            where !Causes(phrase.Replace("...", " so ", StringComparison.Ordinal)).Contains(cause.Code)
            select $"{words.Key} {cause.Code}: {phrase}";
        strangers.ShouldBeEmpty();
    }

    [Fact]
    public void A_hostile_comment_costs_no_time()
    {
        string[] comments =
        [
            new('a', 1_000_000),
            string.Concat(Enumerable.Repeat("not really ", 100_000)),
            string.Concat(Enumerable.Repeat("没", 100_000)),
            string.Concat(Enumerable.Repeat("did not did not arrive ", 50_000)),
        ];
        var watch = Stopwatch.StartNew();
        foreach (string comment in comments)
        {
            Causes(comment);
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static IReadOnlyList<string> Causes(string comment)
    {
        var text = new SpokenText(comment);
        return [.. text.Sentences().SelectMany(s => Book.In(text, s)).Select(hit => hit.Cause!.Code).Distinct()];
    }
}
