using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Writing;

/// <summary>
/// Where a word too much can harm (intellectual property, forged papers, fraud, safety, paid reviews), nothing is said of
/// the matter before a lawyer has looked at it, or the seller has decided to go without one.
/// </summary>
internal static class Lawyer
{
    /// <summary>The fact that there is such a reason, on which the question turns.</summary>
    public const string First = "lawyer.first";

    /// <summary>The question, in the frame of every answer with a text.</summary>
    public const string Question = "lawyer.seen";

    /// <summary>The sentences that may be said; where a lawyer comes first they rest on the answer to that question too.</summary>
    public static IEnumerable<Chosen> Cleared(
        IEnumerable<Chosen> sentences,
        Cause cause,
        KnowledgeBase knowledge,
        FactBook book
    ) =>
        !cause.Codes.Any(code => Needed(code, knowledge)) ? sentences
        : book.Find(Question) is null ? []
        : sentences.Select(sentence => sentence with { Facts = [.. sentence.Facts, Question] });

    public static bool Needed(string reason, KnowledgeBase knowledge) => knowledge.Reason(reason)?.LawyerFirst == true;
}
