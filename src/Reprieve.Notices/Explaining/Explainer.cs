using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Tells how a message was read, from the same readings that the diagnosis rests on.</summary>
internal static class Explainer
{
    public static Explanation Explain(Reading reading, Diagnosis read)
    {
        List<ExplainedPassage> passages = [.. Stated(read), .. Deeds(reading), .. Wordings(reading)];
        return new Explanation(
            read,
            [
                .. reading
                    .Parts.OrderByDescending(part => part.IsSubject)
                    .SelectMany(part => part.Sentences)
                    .Select(sentence => Explained(sentence, passages)),
            ]
        );
    }

    private static ExplainedSentence Explained(Sentence sentence, List<ExplainedPassage> passages)
    {
        Evidence text = sentence.Part.Evidence(sentence.First, sentence.Last);
        LeftOut? leftOut = Why(sentence);
        return new ExplainedSentence(
            text,
            sentence.Role,
            sentence.IsHeading,
            leftOut,
            [
                .. passages
                    .Where(p => Within(p.Passage, text) && (leftOut is null || p.Modality is null))
                    .OrderBy(p => p.Passage.Start),
            ]
        );
    }

    private static bool Within(Evidence passage, Evidence sentence) =>
        passage.In == sentence.In
        && passage.Start >= sentence.Start
        && passage.Start < sentence.Start + sentence.Length;

    private static LeftOut? Why(Sentence sentence) =>
        sentence.IsHistory ? LeftOut.EarlierMail
        : sentence.IsBoilerplate ? LeftOut.Boilerplate
        : sentence.IsHeading ? null
        : sentence.Role == SectionRoles.Error ? LeftOut.ErrorSection
        : sentence.Role == SectionRoles.Help ? LeftOut.HelpSection
        : null;

    private static IEnumerable<ExplainedPassage> Stated(Diagnosis read) =>
        [
            .. read.Reasons.SelectMany(reason =>
                reason.Evidence.Select(e => new ExplainedPassage(e, SpeaksFor.Reason, reason.Code))
            ),
            .. read.Asks.Select(ask => new ExplainedPassage(ask.Evidence, SpeaksFor.Ask, ask.What)),
            .. read
                .RequestGrid.DistinctBy(cell => cell.Evidence)
                .Select(cell => new ExplainedPassage(cell.Evidence, SpeaksFor.Section, cell.Section.Code())),
            .. read.Deadlines.Select(limit => new ExplainedPassage(limit.Evidence, SpeaksFor.Deadline, limit.For)),
            .. read.Route.Evidence is { } route
                ? [new ExplainedPassage(route, SpeaksFor.Route, read.Route.Channel.Code())]
                : Array.Empty<ExplainedPassage>(),
        ];

    private static IEnumerable<ExplainedPassage> Deeds(Reading reading) =>
        reading
            .Deeds.Where(deed => deed.Action != Deed.Restoring)
            .Select(deed => new ExplainedPassage(
                deed.Hit.Sentence.Part.Evidence(deed.Hit),
                SpeaksFor.Deed,
                deed.Action,
                deed.Object,
                deed.Modality
            ));

    private static IEnumerable<ExplainedPassage> Wordings(Reading reading) =>
        Wordings(reading, CueField.Kind, SpeaksFor.Kind)
            .Concat(Wordings(reading, CueField.Reply, SpeaksFor.Decision))
            .Concat(Wordings(reading, CueField.Scam, SpeaksFor.Scam));

    private static IEnumerable<ExplainedPassage> Wordings(Reading reading, CueField field, SpeaksFor speaks) =>
        reading.Hits(field).Select(hit => new ExplainedPassage(hit.Sentence.Part.Evidence(hit), speaks, hit.Code));
}
