using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>The rules there are. One more rule is one more class and one more line here.</summary>
internal static class AllChecks
{
    public static IReadOnlyList<ICheck> From(KnowledgeBase knowledge)
    {
        var tense = new ItemTense(Entry("CA-01"));
        return
        [
            new StructureHasThreeParts(Entry("STR-01")),
            new EveryCauseIsAnswered(Entry("STR-02")),
            new EveryAsinIsCovered(Entry("STR-03")),
            new LengthIsReadable(Entry("LEN-01")),
            new ActionsAreDone(Entry("CA-01"), tense),
            new ActionsAreDated(Entry("CA-02"), tense),
            new EveryOwnCauseHasAMeasure(Entry("PV-02")),
            new SentencesAreConcrete(Entry("GEN-01")),
            new NoBlanksAreLeft(Entry("GEN-03")),
            new NobodyElseIsBlamed(Entry("TON-01")),
            new NoPleading(Entry("TON-02")),
            new MetricFiguresAreStated(Entry("MET-01")),
            new OpeningIsShort(Entry("STR-05")),
            new NoThreats(Entry("TON-03")),
            new NoPraiseOfOneself(Entry("TON-04")),
            new NoPromiseOfOutcomes(Entry("PV-04")),
            new LanguageIsTheNotices(Entry("LNG-01")),
            new NothingElseIsRaised(Entry("REF-01")),
            new SomethingIsNew(Entry("PRC-02")),
            new FiguresAreKnown(Entry("TRU-01")),
            new ClosedListingsAreClosed(Entry("TRU-02")),
        ];

        RuleEntry Entry(string code) => new(knowledge.Check(code));
    }
}
