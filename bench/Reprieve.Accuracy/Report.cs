using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Accuracy;

/// <summary>Prints the scores: shares first, then rows per language and era, reliability, and every miss with its evidence.</summary>
internal static class Report
{
    public static void Write(IReadOnlyList<Score> scores, TextWriter to)
    {
        to.WriteLine(Invariant($"{scores.Count} notices"));
        Row(to, "kind", scores, s => s.Kind);
        Row(to, "primary reason", scores, s => s.Reason);
        Row(to, "response mode", scores, s => s.Mode);
        Row(to, "ground", scores, s => s.Ground);
        Row(to, "language", scores, s => s.Language);
        Row(to, "asins", scores, s => s.Asins);
        to.WriteLine(Invariant($"wrong and confident: {scores.Count(s => s.WrongAndConfident)} of {scores.Count}"));
        Groups(to, "language", scores, s => s.Label.Lang ?? "?");
        Groups(to, "era", scores, s => s.Label.Era ?? "?");
        Reliability(to, "kind", scores.Select(s => (s.Read.Confidence.Kind, s.Kind)));
        Reliability(to, "mode", scores.Select(s => (s.Read.Confidence.ResponseMode, s.Mode)));
        Reliability(
            to,
            "reason",
            scores.Where(s => s.Read.Reasons.Count > 0).Select(s => (s.Read.Reasons[0].Confidence, s.Reason))
        );
        foreach (Score score in scores.Where(s => !(s.Kind && s.Reason && s.Mode && s.Ground && s.Language && s.Asins)))
        {
            Miss(to, score);
        }
    }

    private static void Row(TextWriter to, string name, IReadOnlyList<Score> scores, Func<Score, bool> right)
    {
        int count = scores.Count(right);
        to.WriteLine(
            Invariant($"  {name, -16} {(double)count / Math.Max(1, scores.Count):0.000}  ({count}/{scores.Count})")
        );
    }

    private static void Groups(TextWriter to, string name, IReadOnlyList<Score> scores, Func<Score, string> key)
    {
        to.WriteLine();
        to.WriteLine(Invariant($"{name, -12} {"n", 4} {"kind", 6} {"reason", 6} {"mode", 6} {"ground", 6}"));
        foreach (IGrouping<string, Score> group in scores.GroupBy(key).OrderByDescending(g => g.Count()))
        {
            double n = group.Count();
            to.WriteLine(
                Invariant(
                    $"{group.Key, -12} {n, 4} {group.Count(s => s.Kind) / n, 6:0.00} {group.Count(s => s.Reason) / n, 6:0.00} {group.Count(s => s.Mode) / n, 6:0.00} {group.Count(s => s.Ground) / n, 6:0.00}"
                )
            );
        }
    }

    /// <summary>Of the readings that claimed a confidence, how many were right.</summary>
    private static void Reliability(TextWriter to, string name, IEnumerable<(double Confidence, bool Right)> readings)
    {
        to.WriteLine();
        to.WriteLine(Invariant($"confidence in the {name}: claimed, right, of"));
        foreach (
            IGrouping<double, (double, bool Right)> bin in readings
                .GroupBy(r => Math.Floor(r.Confidence * 10) / 10)
                .OrderBy(g => g.Key)
        )
        {
            to.WriteLine(
                Invariant($"  {bin.Key:0.0}+  {(double)bin.Count(r => r.Right) / bin.Count():0.00}  {bin.Count()}")
            );
        }
    }

    private static void Miss(TextWriter to, Score score)
    {
        to.WriteLine();
        to.WriteLine(
            Invariant(
                $"{score.Label.Id} {score.Label.Lang} {score.Label.Era}{(score.WrongAndConfident ? "  WRONG AND CONFIDENT" : "")}"
            )
        );
        Say(
            "kind",
            score.Kind,
            score.Label.Kind,
            Invariant($"{score.Read.Kind.Code()} {score.Read.Confidence.Kind:0.00}")
        );
        Say(
            "reason",
            score.Reason,
            score.WantedReason,
            string.Join(
                ", ",
                score.Read.Reasons.Select(r =>
                    Invariant($"{r.Code} {r.Confidence:0.00} [{string.Join(" | ", r.Evidence.Select(e => e.Quote))}]")
                )
            )
        );
        Say(
            "mode",
            score.Mode,
            string.Join("|", score.Label.ResponseModes ?? []),
            Invariant(
                $"{score.Read.ResponseMode.Code()} {score.Read.Confidence.ResponseMode:0.00} asks {string.Join(", ", score.Read.Asks.Select(a => a.What + " [" + a.Evidence.Quote + "]"))}"
            )
        );
        Say("ground", score.Ground, score.Label.Ground ?? "null", score.Read.Ground?.Code() ?? "null");
        Say("language", score.Language, score.Label.Lang ?? "?", score.Read.Language);
        Say("asins", score.Asins, string.Join(",", score.Label.Asins ?? []), string.Join(",", score.Read.Asins));

        void Say(string field, bool right, string wanted, string read)
        {
            if (!right)
            {
                to.WriteLine($"  {field}: wanted {wanted}, read {read}");
            }
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
