using System.Text;
using System.Text.RegularExpressions;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;
using Reprieve.Responses.Checking.Rules;

namespace Reprieve.Responses.Checking.Fixing;

/// <summary>
/// Finds what can be mended without knowing the case: rows of exclamation marks, shouted sentences, a second "please",
/// a stray greeting, links that can be cut out whole, misspellings, trailing blanks.
/// </summary>
internal sealed partial class SafeEdits(KnowledgeBase knowledge)
{
    private readonly RuleEntry _opening = new(knowledge.Check("STR-05"));
    private readonly RuleEntry _language = new(knowledge.Check("LNG-01"));
    private readonly RuleEntry _spelling = new(knowledge.Check("LNG-02"));
    private readonly RuleEntry _plea = new(knowledge.Check("TON-02"));

    /// <summary>The edits in order; where two overlap, the first found stays.</summary>
    public IReadOnlyList<SafeEdit> For(PlanText plan, IEnumerable<Finding> findings)
    {
        List<SafeEdit> edits = [];
        int after = 0;
        foreach (
            SafeEdit edit in Greetings(plan)
                .Concat(Links(plan, findings))
                .Concat(Shouted(plan))
                .Concat(Pleas(plan))
                .Concat(Spelling(plan))
                .Concat(Marks(plan))
                .Concat(Blanks(plan))
                .OrderBy(edit => edit.Start)
                .ThenByDescending(edit => edit.Length)
        )
        {
            if (edit.Start >= after)
            {
                edits.Add(edit);
                after = edit.Start + edit.Length;
            }
        }

        return edits;
    }

    /// <summary>A line that is a greeting and nothing else.</summary>
    private IEnumerable<SafeEdit> Greetings(PlanText plan)
    {
        Phrases greetings = _opening.Words("greetings", plan);
        foreach (Block block in plan.Blocks.Take(3))
        {
            bool whole = greetings
                .Find(plan.Tokens, block.Tokens)
                .Any(hit => hit.First == block.Tokens.First && hit.Last == block.Tokens.End - 1);
            if (whole)
            {
                yield return Line(plan, "STR-05", block.Start, block.End, "greeting");
            }
        }
    }

    /// <summary>A link that REF-01 found, where it stands in brackets or alone on its line: nothing else needs it.</summary>
    private static IEnumerable<SafeEdit> Links(PlanText plan, IEnumerable<Finding> findings)
    {
        string text = plan.Text;
        foreach (
            Finding link in findings.Where(f => f.Rule == "REF-01" && f.Quote.Contains("://", StringComparison.Ordinal))
        )
        {
            int start = link.Start;
            int end = link.Start + link.Length;
            bool bracketed =
                start > 0
                && end < text.Length
                && (text[start - 1], text[end]) is ('(', ')') or ('（', '）') or ('<', '>');
            if (bracketed)
            {
                start -= start > 1 && text[start - 2] == ' ' ? 2 : 1;
                yield return Edit(plan, "REF-01", start, end + 1 - start, "", "link");
            }
            else if (LineStart(text, start) == start && LineEnd(text, end) == end)
            {
                yield return Line(plan, "REF-01", start, end, "link");
            }
        }
    }

    /// <summary>Whole sentences in capitals; not in German, where nobody but the writer knows the nouns.</summary>
    private IEnumerable<SafeEdit> Shouted(PlanText plan)
    {
        if (plan.Language == "de")
        {
            yield break;
        }

        HashSet<string> keep = [.. _language.Raw("keepUpper", "any")];
        Dictionary<string, string> written = plan
            .Tokens.Where(token => token is { Capital: true, Upper: false })
            .GroupBy(token => token.Key)
            .ToDictionary(group => group.Key, group => plan.Text.Substring(group.First().Start, group.First().Length));
        foreach (Sentence sentence in plan.Blocks.Where(b => b.Kind != BlockKind.Heading).SelectMany(b => b.Sentences))
        {
            if (LanguageIsTheNotices.IsShouted(plan, sentence))
            {
                string calm = Calm(plan, sentence, keep, written);
                yield return Edit(plan, "LNG-01", sentence.Start, sentence.Length, calm, "shouted");
            }
        }
    }

    private static string Calm(
        PlanText plan,
        Sentence sentence,
        HashSet<string> keep,
        Dictionary<string, string> written
    )
    {
        var calm = new StringBuilder(plan.Text.Substring(sentence.Start, sentence.Length));
        for (int i = sentence.Tokens.First; i < sentence.Tokens.End; i++)
        {
            Token token = plan.Tokens[i];
            string word = plan.Text.Substring(token.Start, token.Length);
            bool lower =
                (token.Upper || (token is { Length: 1, Capital: true } && word != "I")) && word.All(char.IsLetter);
            if (lower && !token.Quoted && !keep.Contains(word))
            {
                string plain = written.GetValueOrDefault(token.Key) ?? token.Key;
                bool opens = i == sentence.Tokens.First;
                calm.Remove(token.Start - sentence.Start, token.Length)
                    .Insert(token.Start - sentence.Start, opens ? char.ToUpperInvariant(plain[0]) + plain[1..] : plain);
            }
        }

        return calm.ToString().TrimEnd('!', '！') + (calm[^1] is '!' or '！' ? "." : "");
    }

    private IEnumerable<SafeEdit> Pleas(PlanText plan)
    {
        HashSet<string> words = [.. _plea.Raw("doubled", "any")];
        for (int i = 1; i < plan.Tokens.Count; i++)
        {
            Token before = plan.Tokens[i - 1];
            Token token = plan.Tokens[i];
            bool again =
                token.Key == before.Key
                && words.Contains(token.Key)
                && !token.Quoted
                && plan.Text.AsSpan(before.End, token.Start - before.End).IndexOfAnyExcept(' ', ',') < 0;
            if (again)
            {
                yield return Edit(plan, "TON-02", before.End, token.End - before.End, "", "please");
            }
        }
    }

    private IEnumerable<SafeEdit> Spelling(PlanText plan) =>
        Misspellings.In(plan, _spelling).Select(m => Edit(plan, "LNG-02", m.Start, m.Length, m.Right, "spelling"));

    private static IEnumerable<SafeEdit> Marks(PlanText plan) =>
        RowsOfMarks()
            .Matches(plan.Text)
            .Select(row => Edit(plan, "LNG-01", row.Index, row.Length, row.Value[..1], "marks"));

    private static IEnumerable<SafeEdit> Blanks(PlanText plan) =>
        TrailingBlanks()
            .Matches(plan.Text)
            .Select(line => line.Groups["blanks"])
            .Select(blanks => Edit(plan, "LNG-02", blanks.Index, blanks.Length, "", "blanks"));

    /// <summary>Deletes a line with its break.</summary>
    private static SafeEdit Line(PlanText plan, string rule, int start, int end, string message)
    {
        int from = LineStart(plan.Text, start);
        int to = LineEnd(plan.Text, end);
        to += to < plan.Text.Length ? 1 : 0;
        return Edit(plan, rule, from, to - from, "", message);
    }

    private static int LineStart(string text, int at) =>
        text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1 is var start && at == 0 ? 0 : start;

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;

    private static SafeEdit Edit(
        PlanText plan,
        string rule,
        int start,
        int length,
        string replacement,
        string message
    ) =>
        new(
            rule,
            start,
            length,
            plan.Text.Substring(start, length),
            replacement,
            Say.Texts.Get("check.edit." + message)
        );

    [GeneratedRegex("!{2,}|！{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex RowsOfMarks();

    [GeneratedRegex(@"(?<blanks>[ \t\u00a0\u3000]+)(?:\r?\n|\z)", RegexOptions.NonBacktracking)]
    private static partial Regex TrailingBlanks();
}
