using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// TRU-01, with a case only: the rate that the text states for a metric is one that Amazon or the review has. A later
/// rate cannot be known; so it speaks only when none of the text's rates for that metric is known.
/// </summary>
internal sealed class FiguresAreKnown(RuleEntry entry) : ICheck
{
    public RuleEntry Entry => entry;

    public IEnumerable<Finding> Look(AnswerUnderCheck answer)
    {
        PlanText plan = answer.Plan;
        if (plan.Vocabulary is null || answer.Request.Case is not { Figures.Count: > 0 } known)
        {
            yield break;
        }

        foreach (IGrouping<string, KnownFigure> metric in known.Figures.GroupBy(figure => figure.Reason))
        {
            Phrases names = plan.Vocabulary.Cause(metric.Key);
            List<double> targets = [.. Targets(answer.Knowledge, metric.Key), .. known.SaidRates];
            List<(Sentence Sentence, double Rate)> stated =
            [
                .. plan
                    .Sentences.Where(sentence => names.In(plan.Tokens, sentence.Tokens))
                    .SelectMany(sentence =>
                        Percents.In(plan.Text, plan.Tokens, sentence.Tokens).Select(rate => (sentence, rate))
                    )
                    .Where(pair => pair.rate is not (0 or 1) && !targets.Exists(target => Rounded(target, pair.rate))),
            ];
            if (stated.Count > 0 && !stated.Exists(pair => metric.Any(figure => Rounded(figure.Value, pair.Rate))))
            {
                Sentence at = stated[0].Sentence;
                string figures = string.Join(" / ", metric.Select(f => Percent(f.Value)));
                yield return entry.Find(
                    answer,
                    Severity.Block,
                    at.Start,
                    at.Length,
                    "unknown_rate",
                    Percent(stated[0].Rate),
                    figures
                );
            }
        }
    }

    private static IEnumerable<double> Targets(KnowledgeBase knowledge, string reason) =>
        (knowledge.Reason(reason)?.Metrics ?? [])
            .Select(code => knowledge.Metrics.FirstOrDefault(m => m.Code == code)?.Target)
            .OfType<double>();

    /// <summary>Equal to the decimals that people write: 6.8 % for 6.799 %, 7 % for 6.8 %.</summary>
    private static bool Rounded(double exact, double stated)
    {
        double percent = stated * 100;
        double step =
            Math.Abs(percent - Math.Round(percent)) < 1e-9 ? 0.5
            : Math.Abs((percent * 10) - Math.Round(percent * 10)) < 1e-9 ? 0.05
            : 0.0051;
        return Math.Abs((exact * 100) - percent) <= step + 1e-9;
    }

    private static string Percent(double rate) => (rate * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
