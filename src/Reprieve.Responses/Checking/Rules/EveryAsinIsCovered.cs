using Reprieve.Knowledge;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>STR-03: every ASIN of the notice's list stands in the text or is covered by an attachment.</summary>
internal sealed class EveryAsinIsCovered(RuleEntry entry) : ICheck
{
    private const int Listed = 8;

    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        if (answer.Notice is not { Asins.Count: > 0 } notice)
        {
            yield break;
        }

        HashSet<string> covered = new(StringComparer.OrdinalIgnoreCase);
        foreach (AttachedFile file in answer.Request.Case?.Attachments ?? [])
        {
            covered.UnionWith(file.Asins);
        }

        covered.UnionWith(answer.Plan.Tokens.Where(token => token.Length == 10).Select(token => token.Key));
        List<string> open = [.. notice.Asins.Distinct().Where(asin => !covered.Contains(asin))];
        if (open.Count == 0)
        {
            yield break;
        }

        bool closedList = notice.Text is null || !Tells(answer, "examples", notice.Text);
        bool annex = entry.Words("annex", answer.Plan).In(answer.Plan.Tokens, answer.Plan.Whole);
        yield return entry.Find(
            answer,
            closedList && !annex ? Severity.Block : Severity.Warn,
            annex ? "annex" : "missing",
            string.Join(", ", open.Take(Listed)) + (open.Count > Listed ? " …" : "")
        );
    }

    /// <summary>Whether the notice itself says that its list holds examples only.</summary>
    private bool Tells(AnswerUnderCheck answer, string list, string text)
    {
        var tokens = Reading.Tokens.Of(text);
        return entry.Words(list, answer.Plan).In(tokens, new Reading.TokenRange(0, tokens.Count));
    }
}
