using Reprieve.Knowledge;
using Reprieve.Practices.Accounts;
using Reprieve.Practices.Voices;

namespace Reprieve.Practices.Repairs;

/// <summary>
/// Negative feedback that Amazon's policy lets be removed or struck through, judged strictly: every sentence of some
/// length must speak of the one thing, and no word of the seller's service may stand anywhere. Many requests on mere
/// hope are themselves a violation (help EU 201101660).
/// </summary>
internal static class FeedbackRepairs
{
    /// <summary>A sentence of fewer characters ("Very disappointed") tells nothing and spoils nothing.</summary>
    private const int ShortSentence = 20;

    public static IEnumerable<Repair> Of(RepairCase work)
    {
        foreach (Statement said in work.Statements.Where(said => !said.Return && said.Order is not null))
        {
            bool weighs =
                work.Account.DefectsOf(said.Key).HasFlag(Defects.NegativeFeedback)
                && said.Order!.Value.Purchased >= work.DefectsSince;
            RepairRule? rule = weighs
                ? Kind(said, work) is { } kind
                    ? work.Rules(kind).FirstOrDefault()
                    : null
                : null;
            DateOnly? due = rule?.Days is { } days ? said.Day?.AddDays(days) : null;
            if (rule is not null && !(due < work.Setting.AsOf))
            {
                yield return new Repair
                {
                    Rule = rule.Code,
                    Order = said.Key.Text(work.Imports.Names),
                    Asin = said.Asins.Count > 0 ? said.Asins[0] : null,
                    Program = said.Order!.Value.Program,
                    Due = due,
                    Metrics = ["order_defect_rate", "negative_feedback_rate"],
                    Quote = Quotation.Mask(said.Comment),
                };
            }
        }
    }

    private static RepairOf? Kind(Statement said, RepairCase work)
    {
        var text = new SpokenText(said.Comment);
        if (work.Voices.Speaks(text, Topic.Obscene))
        {
            return RepairOf.FeedbackObscene;
        }

        if (Quotation.HoldsPersonalData(said.Comment))
        {
            return RepairOf.FeedbackPersonal;
        }

        return OnlyAbout(text, work.Voices) switch
        {
            SpokenOf.Product when !work.Voices.Speaks(text, Topic.Delivery) => RepairOf.FeedbackProduct,
            SpokenOf.Delivery when said.Order!.Value.Program is Fulfilment.Amazon => RepairOf.FeedbackAmazonDelivery,
            SpokenOf.Delivery when ShippedInTime(said, work) => RepairOf.FeedbackOwnDelivery,
            _ => null,
        };
    }

    /// <summary>The one thing that the whole comment is about; null where it is mixed, or tells too little.</summary>
    private static SpokenOf? OnlyAbout(SpokenText text, VoiceBook voices)
    {
        if (voices.Speaks(text, Topic.Seller))
        {
            return null;
        }

        HashSet<SpokenOf> about = [];
        foreach (Range sentence in text.Sentences())
        {
            IReadOnlyList<Hit> hits = voices.In(text, sentence);
            if (hits.Count == 0 && sentence.End.Value - sentence.Start.Value >= ShortSentence)
            {
                return null;
            }

            about.UnionWith(hits.Select(hit => hit.Cause!.About));
        }

        return about.Count == 1 ? about.Single() : null;
    }

    private static bool ShippedInTime(Statement said, RepairCase work)
    {
        OrderPackages packages = work.Account.Packages[said.Order!.Value.Number];
        for (int i = 0; i < packages.Count; i++)
        {
            if (packages[i] is not { Confirmed: { } confirmed, ShipBy: { } limit } || confirmed.After(limit))
            {
                return false;
            }
        }

        return packages.Count > 0;
    }
}
