using Reprieve.Responses.Evidence;

namespace Reprieve.Appeals.Guards;

/// <summary>Tells whether an answer says anything that an earlier one did not: a fact or a paper. New words are none.</summary>
public static class Newness
{
    /// <summary>
    /// What is new since the rounds that went out: facts by id and value, papers by hash. What the notice itself says is never new
    /// to Amazon. For a round without a ledger a fact is new when its value does not stand in the text that was sent.
    /// </summary>
    /// <param name="facts">The facts at hand now.</param>
    /// <param name="papers">SHA-256 of the papers at hand now.</param>
    /// <param name="sent">The rounds that were sent.</param>
    public static NewContent Since(
        IEnumerable<Fact> facts,
        IEnumerable<string> papers,
        params IReadOnlyList<SentRound> sent
    )
    {
        HashSet<string> sentPapers = [.. sent.SelectMany(round => round.Sent?.Files ?? []).Select(file => file.Sha256)];
        List<string> others = [.. papers.Where(hash => !sentPapers.Contains(hash))];
        bool recorded = sent.All(round => round.Sent is not null);
        return new NewContent(
            [
                .. facts.Where(fact =>
                    fact.Source.Origin != FactOrigin.Notice
                    && !IsOf(fact, sentPapers)
                    && !sent.Any(round => WasSaid(fact, round))
                ),
            ],
            recorded ? others : [],
            !recorded && others.Count > 0
        );
    }

    private static bool WasSaid(Fact fact, SentRound last) =>
        last.Facts is { } facts
            ? facts.Any(said => IsSame(said, fact) || (said.Id == fact.Id && IsSameFile(said, fact)))
            // Figures of reports move by themselves; without a ledger only people's words and papers tell.
            : fact.Source.Origin == FactOrigin.Report
                || last.Text.Contains(fact.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a paper that went out says was said with it, under whatever name it goes now.</summary>
    private static bool IsOf(Fact fact, HashSet<string> sentPapers) =>
        fact.Source is { Origin: FactOrigin.Document, Sha256: { } hash } && sentPapers.Contains(hash);

    /// <summary>
    /// Whether two facts are the same one and say the same: the same code, or the same words: the one holds through languages, the other for free words, whose code may be none.
    /// </summary>
    public static bool IsSame(Fact said, Fact fact) =>
        said.Id == fact.Id
        && (
            said.Value == fact.Value
            || OwnWords(said) == OwnWords(fact)
            || (said.Code == fact.Code && said.Code.Length > 0)
        );

    private static string OwnWords(Fact fact) => fact.Source.Original ?? fact.Value;

    /// <summary>A figure of the same file moves with the day it is looked at; that is no news.</summary>
    private static bool IsSameFile(Fact said, Fact fact) =>
        fact.Source is { Origin: FactOrigin.Report or FactOrigin.Document, Sha256: { } hash }
        && said.Source.Sha256 == hash;
}

/// <summary>What is new: facts, and papers by hash.</summary>
/// <param name="PapersUnknown">Whether papers are at hand of which nobody knows if they went out: no record was kept.</param>
public sealed record NewContent(IReadOnlyList<Fact> Facts, IReadOnlyList<string> Papers, bool PapersUnknown)
{
    /// <summary>Whether there is anything that is certainly new.</summary>
    public bool Any => Facts.Count > 0 || Papers.Count > 0;
}
