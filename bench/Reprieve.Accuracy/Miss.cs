using Reprieve.Knowledge;

namespace Reprieve.Accuracy;

/// <summary>Prints a notice that was read wrongly: each wrong field, with the passages the reading rests on.</summary>
internal static class Miss
{
    public static void Write(TextWriter to, Score score)
    {
        List<FieldScore> fields = [.. score.Fields.Where(f => !f.Right)];
        bool labels = score is { Kind: true, Reason: true, Mode: true, Ground: true, Language: true };
        if (labels && fields.Count == 0)
        {
            return;
        }

        to.WriteLine();
        to.WriteLine(
            $"{score.Label.Id} {score.Label.Language} {score.Label.Era}{(score.WrongAndConfident ? "  WRONG AND CONFIDENT" : "")}"
        );
        foreach (FieldScore field in fields)
        {
            to.WriteLine($"  {field.Name}: wanted {field.Wanted}, read {field.Read}");
        }

        if (fields.Count == 0)
        {
            Labels(to, score);
        }

        Evidence(to, score);
    }

    private static void Labels(TextWriter to, Score score)
    {
        Say("kind", score.Kind, score.Label.Kind, score.Read.Kind.Code());
        Say("reason", score.Reason, score.WantedReason, score.ReadReason);
        Say("mode", score.Mode, string.Join("|", score.Label.ResponseModes), score.Read.ResponseMode.Code());
        Say("ground", score.Ground, score.Label.Ground ?? "null", score.Read.Ground?.Code() ?? "null");
        Say("language", score.Language, score.Label.Language ?? "?", score.Read.Language);

        void Say(string field, bool right, string wanted, string read)
        {
            if (!right)
            {
                to.WriteLine($"  {field}: wanted {wanted}, read {read}");
            }
        }
    }

    private static void Evidence(TextWriter to, Score score)
    {
        to.WriteLine(
            Report.Invariant(
                $"  confidence: kind {score.Read.Confidence.Kind:0.00}, mode {score.Read.Confidence.ResponseMode:0.00}"
            )
        );
        foreach (Notices.StatedReason reason in score.Read.Reasons)
        {
            string quotes = string.Join(" | ", reason.Evidence.Select(e => e.Quote));
            to.WriteLine(Report.Invariant($"  reason {reason.Code} {reason.Confidence:0.00}: {quotes}"));
        }

        foreach (Notices.Ask ask in score.Read.Asks)
        {
            to.WriteLine($"  ask {ask.What}: {ask.Evidence.Quote}");
        }
    }
}
