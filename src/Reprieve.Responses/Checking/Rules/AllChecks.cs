using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>The rules there are. One more rule is one more class and one more line here.</summary>
internal static class AllChecks
{
    public static IReadOnlyList<ICheck> From(KnowledgeBase knowledge)
    {
        var tense = new ItemTense(Entry("CA-01"));
        var causes = new CauseSentences(Entry("RC-02"));
        return
        [
            new StructureHasThreeParts(Entry("STR-01")),
            new EveryCauseIsAnswered(Entry("STR-02")),
            new EveryAsinIsCovered(Entry("STR-03")),
            new NoticesQuestionsAreAnswered(Entry("STR-04")),
            new OpeningIsShort(Entry("STR-05")),
            new RemovedListingIsDecided(Entry("STR-06")),
            new LengthIsReadable(Entry("LEN-01")),
            new SentencesAreShort(Entry("LEN-02")),
            new RootCauseIsNoEcho(Entry("RC-01")),
            new RootCauseIsOnesOwn(Entry("RC-02"), causes),
            new CauseIsNoExcuse(Entry("RC-03"), causes),
            new RootCauseHasFigures(Entry("RC-04")),
            new CausesGoDeep(Entry("RC-05")),
            new ActionsAreDone(Entry("CA-01"), tense),
            new ActionsAreDated(Entry("CA-02"), tense),
            new ActionsAreProved(Entry("CA-03"), tense),
            new ActionsReachEverything(Entry("CA-04")),
            new MeasuresAreOwned(Entry("PV-01")),
            new EveryOwnCauseHasAMeasure(Entry("PV-02")),
            new VerbsAreConcrete(Entry("PV-03"), Entry("GEN-01")),
            new NoPromiseOfOutcomes(Entry("PV-04")),
            new SentencesAreConcrete(Entry("GEN-01")),
            new TextIsOnesOwn(Entry("GEN-02")),
            new NoBlanksAreLeft(Entry("GEN-03")),
            new NobodyElseIsBlamed(Entry("TON-01")),
            new NoPleading(Entry("TON-02")),
            new NoThreats(Entry("TON-03")),
            new NoPraiseOfOneself(Entry("TON-04")),
            new ApologyIsShort(Entry("TON-05")),
            new ResponsibilityIsTaken(Entry("TON-06"), causes),
            new DisputeAdmitsNothing(Entry("TON-07")),
            new MetricFiguresAreStated(Entry("MET-01")),
            new LanguageIsTheNotices(Entry("LNG-01")),
            new SpellingIsRight(Entry("LNG-02")),
            new NothingElseIsRaised(Entry("REF-01")),
            new BuyersStayPrivate(Entry("REF-02")),
            new SomethingIsNew(Entry("PRC-02")),
            new FiguresAreKnown(Entry("TRU-01")),
            new ClosedListingsAreClosed(Entry("TRU-02")),
            new EarlierWordsHold(Entry("TRU-03")),
            new GenuineIsKnown(Entry("TRU-04")),
            new AttachmentsAreCited(Entry("DOC-12")),
            new RightsAreShown(Entry("DOC-13")),
            new PapersAreNew(Entry("DOC-14")),
        ];

        RuleEntry Entry(string code) => new(knowledge.Check(code));
    }
}
