using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reprieve.Knowledge;

namespace Reprieve.Accuracy;

/// <summary>Prints the scores: shares first, then rows per language and era, confusions, reliability, and every miss with its evidence.</summary>
internal static class Report
{
    private const int LeastCases = 3;

    /// <summary>JSON as people read it, in every script.</summary>
    public static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(IReadOnlyList<Score> scores, TextWriter to)
    {
        to.WriteLine(Invariant($"{scores.Count} notices"));
        Row(to, "kind", scores, s => s.Kind, s => (s.Label.Kind, s.Read.Kind.Code()));
        Row(to, "primary reason", scores, s => s.Reason, s => (s.WantedReason, s.ReadReason));
        Row(to, "response mode", scores, s => s.Mode, s => (s.WantedMode, s.ReadMode));
        Row(to, "ground", scores, s => s.Ground, s => (s.Label.Ground ?? "(none)", s.Read.Ground?.Code() ?? "(none)"));
        int confident = scores.Count(s => s.WrongAndConfident);
        to.WriteLine(Invariant($"wrong and confident: {confident} of {scores.Count}"));
        Fields(to, scores);
        Groups(to, "language", scores, s => s.Label.Language ?? "?");
        if (scores.Any(s => s.Label.Era is not null))
        {
            Groups(to, "era", scores, s => s.Label.Era ?? "?");
        }

        Confusions(to, "kind", scores, s => (s.Label.Kind, s.Read.Kind.Code()));
        Confusions(to, "reason", scores, s => (s.WantedReason, s.ReadReason));
        Confusions(to, "mode", scores, s => (s.WantedMode, s.ReadMode));
        Reliability.Write(to, scores);
        foreach (Score score in scores)
        {
            Miss.Write(to, score);
        }
    }

    private static void Row(
        TextWriter to,
        string name,
        IReadOnlyList<Score> scores,
        Func<Score, bool> right,
        Func<Score, (string Wanted, string Read)> classes
    )
    {
        int count = scores.Count(right);
        double f1 = MacroF1([.. scores.Select(classes)]);
        to.WriteLine(
            Invariant(
                $"  {name, -16} {Share(count, scores.Count):0.000}  ({count}/{scores.Count})  macro-F1 {f1:0.000}"
            )
        );
    }

    /// <summary>The mean F1 of the classes with at least three cases.</summary>
    private static double MacroF1(IReadOnlyList<(string Wanted, string Read)> pairs)
    {
        List<double> scores =
        [
            .. pairs
                .GroupBy(p => p.Wanted)
                .Where(g => g.Count() >= LeastCases)
                .Select(g =>
                {
                    double hits = g.Count(p => p.Read == g.Key);
                    return 2 * hits / (g.Count() + pairs.Count(p => p.Read == g.Key));
                }),
        ];
        return scores.Count == 0 ? 0 : scores.Average();
    }

    private static void Fields(TextWriter to, IReadOnlyList<Score> scores)
    {
        List<FieldScore> all = [.. scores.SelectMany(s => s.Fields)];
        if (all.Count == 0)
        {
            return;
        }

        to.WriteLine();
        foreach (IGrouping<string, FieldScore> field in all.GroupBy(f => f.Name))
        {
            int right = field.Count(f => f.Right);
            to.WriteLine(
                Invariant($"  {field.Key, -16} {Share(right, field.Count()):0.000}  ({right}/{field.Count()})")
            );
        }
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

    private static void Confusions(
        TextWriter to,
        string name,
        IReadOnlyList<Score> scores,
        Func<Score, (string Wanted, string Read)> classes
    )
    {
        List<IGrouping<(string Wanted, string Read), (string Wanted, string Read)>> wrong =
        [
            .. scores.Select(classes).Where(p => p.Wanted != p.Read).GroupBy(p => p).OrderByDescending(g => g.Count()),
        ];
        if (wrong.Count == 0)
        {
            return;
        }

        to.WriteLine();
        to.WriteLine($"{name}: wanted, read, times");
        foreach (IGrouping<(string Wanted, string Read), (string, string)> pair in wrong)
        {
            to.WriteLine(Invariant($"  {pair.Key.Wanted} -> {pair.Key.Read}  {pair.Count()}"));
        }
    }

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double Share(int part, int of) => of == 0 ? 0 : (double)part / of;
}
