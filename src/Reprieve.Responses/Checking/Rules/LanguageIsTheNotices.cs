using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// LNG-01: the answer is in the notice's language, without passages in a foreign script and without shouting. Legal
/// names and names of documents keep their script; headings may be upper case.
/// </summary>
internal sealed class LanguageIsTheNotices(RuleEntry entry) : ICheck
{
    private const int LoudWords = 6;

    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer) =>
        Language(answer).Concat(Script(answer)).Concat(Loud(answer));

    private IEnumerable<Finding> Language(AnswerUnderCheck answer)
    {
        string written = Primary(answer.Plan.Language);
        string wanted = Primary(answer.Request.Language ?? answer.Notice?.Language ?? "und");
        if (written == "und" || wanted == "und" || written == wanted)
        {
            yield break;
        }

        // A text in another script cannot be read at all; another Latin language can at least be recognised.
        bool otherScript = (written is "zh" or "ja") && wanted is not ("zh" or "ja");
        yield return entry.Find(answer, otherScript ? Severity.Block : Severity.Warn, "language", wanted, written);
    }

    /// <summary>A run of Chinese or Japanese in a Latin text that reads as a sentence, not as a name.</summary>
    private IEnumerable<Finding> Script(AnswerUnderCheck answer)
    {
        if (Primary(answer.Plan.Language) is "zh" or "ja" or "und")
        {
            yield break;
        }

        IReadOnlyList<Token> tokens = answer.Plan.Tokens;
        for (int i = 0; i < tokens.Count; i++)
        {
            int end = i;
            while (
                end < tokens.Count
                && tokens[end].Ideographic
                && (end == i || tokens[end].Start - tokens[end - 1].End <= 1)
            )
            {
                end++;
            }

            if (end > i)
            {
                int start = tokens[i].Start;
                int length = tokens[end - 1].End - start;
                if (!IsName(answer, start, length, end - i))
                {
                    yield return entry.Find(answer, Severity.Block, start, length, "script");
                }

                i = end;
            }
        }
    }

    private bool IsName(AnswerUnderCheck answer, int start, int length, int characters)
    {
        string run = answer.Text.Substring(start, length);
        bool sentence = run.AsSpan().IndexOfAny("，。；！？") >= 0;
        bool named = entry.Raw("names", "any").Any(word => run.Contains(word, StringComparison.Ordinal));
        int after = start + length;
        bool file =
            after < answer.Text.Length
            && answer.Text[after] == '.'
            && after + 1 < answer.Text.Length
            && char.IsAsciiLetter(answer.Text[after + 1]);
        return file || (!sentence && (named || characters <= entry.Limit("nameCharacters")));
    }

    private IEnumerable<Finding> Loud(AnswerUnderCheck answer)
    {
        foreach (Block block in answer.Plan.Blocks.Where(block => block.Kind != BlockKind.Heading))
        {
            foreach (Sentence sentence in block.Sentences)
            {
                bool exclaimed = answer
                    .Text.AsSpan(sentence.Start, sentence.Length)
                    .EndsWith("!!", StringComparison.Ordinal);
                if (exclaimed || IsShouted(answer.Plan, sentence))
                {
                    yield return entry.Find(answer, Severity.Warn, sentence.Start, sentence.Length, "loud");
                }
            }
        }
    }

    /// <summary>A whole sentence in capitals, with its full stop; a line without one is a title.</summary>
    internal static bool IsShouted(PlanText plan, Sentence sentence)
    {
        int upper = 0;
        for (int i = sentence.Tokens.First; i < sentence.Tokens.End; i++)
        {
            upper += plan.Tokens[i].Upper ? 1 : 0;
        }

        return upper >= LoudWords
            && upper * 10 >= sentence.Tokens.Count * 8
            && char.IsPunctuation(plan.Text[sentence.End - 1]);
    }

    /// <summary>"zh" of "zh-Hans".</summary>
    internal static string Primary(string language) => language.Split('-')[0].ToLowerInvariant();
}
