using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// REF-01: no questions to Amazon, no other cases, no links to follow. Contacts, related accounts and complaint ids
/// that the notice asks for are right.
/// </summary>
internal sealed class NothingElseIsRaised(RuleEntry entry) : ICheck
{
    private const int CaseDigits = 8;

    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer) =>
        Questions(answer).Concat(Cases(answer)).Concat(Links(answer));

    /// <summary>A sentence that ends in a question mark and speaks to somebody; a question that serves as heading does not.</summary>
    private IEnumerable<Finding> Questions(AnswerUnderCheck answer)
    {
        Phrases you = entry.Words("you", answer.Plan);
        foreach (Block block in answer.Plan.Blocks.Where(block => block.Kind != BlockKind.Heading))
        {
            foreach (Sentence sentence in block.Sentences)
            {
                bool asks = answer.Text[sentence.End - 1] is '?' or '？';
                if (
                    asks
                    && !answer.Plan.Tokens[sentence.Tokens.First].Quoted
                    && you.In(answer.Plan.Tokens, sentence.Tokens)
                )
                {
                    yield return entry.Find(answer, Severity.Block, sentence.Start, sentence.Length, "question");
                }
            }
        }
    }

    private IEnumerable<Finding> Cases(AnswerUnderCheck answer)
    {
        IReadOnlyList<Token> tokens = answer.Plan.Tokens;
        foreach ((PhraseHit hit, Sentence sentence) in entry.Said(answer, "cases"))
        {
            int number = hit.Last + 1;
            while (
                number < sentence.Tokens.End
                && number <= hit.Last + 3
                && !(tokens[number].Number && tokens[number].Length >= CaseDigits)
            )
            {
                number++;
            }

            if (number < sentence.Tokens.End && number <= hit.Last + 3 && !Known(answer, tokens[number].Key))
            {
                yield return entry.Find(answer, Severity.Block, hit with { Last = number }, "case");
            }
        }
    }

    private static bool Known(AnswerUnderCheck answer, string id) =>
        answer.Notice is { } notice
        && (notice.ComplaintIds.Contains(id) || notice.Text?.Contains(id, StringComparison.Ordinal) == true);

    private IEnumerable<Finding> Links(AnswerUnderCheck answer)
    {
        int at = 0;
        while ((at = answer.Text.IndexOf("://", at, StringComparison.Ordinal)) >= 0)
        {
            int start = at;
            while (start > 0 && char.IsAsciiLetter(answer.Text[start - 1]))
            {
                start--;
            }

            int end = at + 3;
            while (
                end < answer.Text.Length
                && !char.IsWhiteSpace(answer.Text[end])
                && answer.Text[end] is not ('>' or ')' or '"' or '，' or '。')
            )
            {
                end++;
            }

            string host = answer.Text[(at + 3)..end].Split('/', '?', ':')[0].ToLowerInvariant();
            bool amazon = host.Split('.') is [.., "amazon", _] or [.., "amazon", "co" or "com", _];
            if (!amazon && answer.Notice?.Text?.Contains(host, StringComparison.OrdinalIgnoreCase) != true)
            {
                bool shared = entry
                    .Raw("fileSharing", "any")
                    .Any(domain => host.EndsWith(domain, StringComparison.Ordinal));
                yield return entry.Find(answer, shared ? Severity.Block : Severity.Warn, start, end - start, "link");
            }

            at = end;
        }
    }
}
