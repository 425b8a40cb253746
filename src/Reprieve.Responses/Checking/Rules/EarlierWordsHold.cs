using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// TRU-03, with earlier rounds only: a sentence that says the same as one of an earlier answer gives the same day and
/// the same figures, and does not deny what that one said. A sentence that corrects, or tells of a later state, is let be,
/// and so is one of our own that tells what a report shows on the day it is written.
/// </summary>
internal sealed class EarlierWordsHold(RuleEntry entry) : ICheck
{
    private const int LeastStems = 3;

    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        if (plan.Vocabulary is null || answer.Request.Case?.EarlierTexts is not { Count: > 0 } earlier)
        {
            yield break;
        }

        List<Said> before = [.. earlier.SelectMany(text => SentencesOf(answer.ReadAlike(text)))];
        List<Said> now = [.. SentencesOf(plan)];
        HashSet<string> still = [.. now.Select(said => said.Text)];
        IReadOnlyList<string> moving = answer.Request.Case.MovingSentences;
        foreach (Said said in now.Where(said => !entry.Words("later", plan).In(plan.Tokens, said.Sentence.Tokens)))
        {
            if (moving.Any(ours => ours.Contains(said.Text, StringComparison.Ordinal)))
            {
                continue;
            }

            Said? old = before.Find(other =>
                other.Codes.SetEquals(said.Codes)
                && Stems.Likeness(other.Stems, said.Stems) >= entry.Limit("likeness")
                && !still.Contains(other.Text)
            );
            string? key =
                old is null ? null
                : old.Denies != said.Denies ? "opposite"
                : !old.Days.SetEquals(said.Days) && old.Days.Count > 0 && said.Days.Count > 0 ? "day"
                : !old.Figures.SetEquals(said.Figures) && old.Figures.Count == said.Figures.Count ? "figure"
                : null;
            if (key is not null)
            {
                yield return entry.Find(
                    answer,
                    Severity.Block,
                    said.Sentence.Start,
                    said.Sentence.Length,
                    key,
                    old!.Text
                );
            }
        }
    }

    private static IEnumerable<Said> SentencesOf(PlanText plan)
    {
        foreach (Block block in plan.Blocks.Where(block => block.Content))
        {
            foreach (Sentence sentence in block.Sentences)
            {
                HashSet<string> stems = Stems.Of(plan.Tokens, sentence.Tokens, plan.Vocabulary!);
                stems.ExceptWith(plan.Vocabulary!.Months.Keys.Select(month => month[..Math.Min(5, month.Length)]));
                if (stems.Count >= LeastStems)
                {
                    yield return Read(plan, sentence, stems);
                }
            }
        }
    }

    private static Said Read(PlanText plan, Sentence sentence, HashSet<string> stems)
    {
        HashSet<string> days = [];
        HashSet<int> ofDays = [];
        foreach (DateMention day in plan.Dates(sentence.Tokens))
        {
            // The year is often left out the second time.
            days.Add(day.Earliest is { } full ? $"{full.Month}-{full.Day}" : Words(plan, day));
            ofDays.UnionWith(Enumerable.Range(day.FirstToken, day.LastToken - day.FirstToken + 1));
        }

        HashSet<string> figures = [];
        HashSet<string> codes = [];
        for (int i = sentence.Tokens.First; i < sentence.Tokens.End; i++)
        {
            Token token = plan.Tokens[i];
            bool hour = IsHour(token.Key);
            bool code =
                !hour && token.Key.Any(char.IsAsciiDigit) && (token.Length >= 5 || !token.Key.All(char.IsAsciiDigit));
            if (code)
            {
                codes.Add(token.Key);
            }
            else if (hour || (token.Number && !ofDays.Contains(i)))
            {
                figures.Add(token.Key);
            }
        }

        return new Said(
            plan.Text.Substring(sentence.Start, sentence.Length),
            sentence,
            stems,
            days,
            figures,
            codes,
            plan.Vocabulary!.Negations.In(plan.Tokens, sentence.Tokens)
        );
    }

    /// <summary>2:30 is a figure; other letters and signs among digits make an id.</summary>
    private static bool IsHour(string word) =>
        word.IndexOf(':', StringComparison.Ordinal) is > 0 and int colon
        && colon < word.Length - 1
        && word.AsSpan(0, colon).IndexOfAnyExceptInRange('0', '9') < 0
        && word.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>A day without a year as month and day.</summary>
    private static string Words(PlanText plan, DateMention day)
    {
        List<int> numbers = [];
        int month = 0;
        for (int i = day.FirstToken; i <= day.LastToken; i++)
        {
            Token token = plan.Tokens[i];
            if (plan.Vocabulary!.Months.TryGetValue(token.Key, out int named))
            {
                month = named;
            }
            else if (token.Number)
            {
                numbers.Add(
                    int.TryParse(token.Key.AsSpan().TrimEnd("stndrhe"), CultureInfo.InvariantCulture, out int number)
                        ? number
                        : 0
                );
            }
        }

        bool monthFirst = plan.Spaceless;
        return numbers.Count == 0 ? month.ToString(CultureInfo.InvariantCulture)
            : month > 0 ? $"{month}-{numbers[0]}"
            : numbers.Count < 2 ? numbers[0].ToString(CultureInfo.InvariantCulture)
            : monthFirst ? $"{numbers[0]}-{numbers[1]}"
            : $"{numbers[1]}-{numbers[0]}";
    }

    private sealed record Said(
        string Text,
        Sentence Sentence,
        HashSet<string> Stems,
        HashSet<string> Days,
        HashSet<string> Figures,
        HashSet<string> Codes,
        bool Denies
    );
}
