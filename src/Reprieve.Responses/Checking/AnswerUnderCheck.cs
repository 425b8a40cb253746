using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking;

/// <summary>All that a check looks at: the text as it was read, the mode, the notice and the case.</summary>
internal sealed record AnswerUnderCheck
{
    /// <summary>Characters behind a Japanese wording within which its denial stands.</summary>
    private const int DenialBehind = 8;

    public required PlanText Plan { get; init; }

    public required ResponseMode Mode { get; init; }

    /// <summary>Whether the mode was assumed, because no notice told it.</summary>
    public required bool ModeAssumed { get; init; }

    public required CheckRequest Request { get; init; }

    /// <summary>The knowledge the checks rest on.</summary>
    public required KnowledgeBase Knowledge { get; init; }

    /// <summary>What the notice asks, cell by cell, and whether the text answers it; empty where that cannot be told.</summary>
    public required IReadOnlyList<Coverage> Coverage { get; init; }

    /// <summary>Reads another text of the case in the language of this one.</summary>
    public required Func<string, PlanText> ReadAlike { get; init; }

    public string Text => Plan.Text;

    public Diagnosis? Notice => Request.Notice;

    /// <summary>
    /// Whether a passage is denied: one of the few words before it in its clause says no, or one within it does.
    /// </summary>
    public bool Denied(PhraseHit hit, Sentence sentence, bool inside)
    {
        int from = hit.First;
        int earliest = Math.Max(sentence.Tokens.First, hit.First - 4);
        while (from > earliest && !StartsClause(from))
        {
            from--;
        }

        int to = inside ? hit.Last + 1 : hit.First;
        if (Plan.Language == "ja")
        {
            // Japanese denies at the end.
            from = hit.First;
            to = Math.Min(sentence.Tokens.End, hit.Last + 1 + (inside ? DenialBehind : 0));
        }

        return Plan.Vocabulary?.Negations.In(Plan.Tokens, new TokenRange(from, to - from)) == true;
    }

    /// <summary>"If not, we will sue": what stands before the subject denies another clause.</summary>
    private bool StartsClause(int at) => Plan.Vocabulary?.Subjects.Contains(Plan.Tokens[at].Key) == true;

    /// <summary>Whether a passage is quoted, or is (part of) a name: then it is somebody else's word.</summary>
    public bool NotOwnWords(PhraseHit hit, Sentence sentence)
    {
        bool names = true;
        for (int i = hit.First; i <= hit.Last; i++)
        {
            if (Plan.Tokens[i].Quoted)
            {
                return true;
            }

            names &= Plan.Tokens[i].Capital && !Plan.Tokens[i].Upper;
        }

        bool opensSentence = hit.First == sentence.Tokens.First;
        return names
            && Plan.Language != "de"
            && !(opensSentence && hit.First == hit.Last && !CapitalAfter(hit, sentence));
    }

    private bool CapitalAfter(PhraseHit hit, Sentence sentence) =>
        hit.Last + 1 < sentence.Tokens.End && Plan.Tokens[hit.Last + 1].Capital;
}
