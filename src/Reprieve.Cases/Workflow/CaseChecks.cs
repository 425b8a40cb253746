using System.Globalization;
using System.Security.Cryptography;
using Reprieve.Appeals.Guards;
using Reprieve.Appeals.Packing;
using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Responses;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;

namespace Reprieve.Cases.Workflow;

/// <summary>What a case folder knows that a text is held against.</summary>
public static class CaseChecks
{
    /// <summary>The request for a check of any text against this case.</summary>
    public static CheckRequest Request(CaseWork work, KnowledgeBase knowledge, DateOnly today) =>
        new()
        {
            Notice = work.Notice,
            Today = today,
            Case = new CaseFacts
            {
                OwnNames = OwnNames(work),
                EarlierTexts = [.. work.Earlier.Select(round => round.Text)],
                MovingSentences = [.. MovingSentences(work)],
                Attachments = Attachments(work),
                Figures = Figures(work, knowledge),
                SaidRates = SaidRates(work),
                Whys = WhyChain.Begun(work.Answers, knowledge, work.Documents),
                SellerSaysGenuine = GenuineAnswer.In(work.Answers, knowledge),
                EarlierPapers = EarlierPapers(work.Paths),
                FolderFiles =
                [
                    .. work
                        .Contents.Documents.Concat(work.Contents.Reports.Select(report => report.Path))
                        .Concat(work.Contents.Unrecognised.Select(file => file.Source))
                        .Select(path => Path.GetFileName(path))
                        .Distinct(),
                ],
                LiveAsins =
                    work.Review is { } review && review.Files.Any(file => file.Has("listings"))
                        ? [.. review.Listed.Where(listed => listed.Live).Select(listed => listed.Asin)]
                        : null,
            },
        };

    private static List<string> OwnNames(CaseWork work) =>
        [.. new[] { work.Store, work.Answers.Seller.LegalName, work.Answers.Seller.LegalNameEnglish }.OfType<string>()];

    private static List<AttachedFile> Attachments(CaseWork work)
    {
        if (work.Response is not WrittenResponse written)
        {
            return [];
        }

        return
        [
            .. written.Attachments.Select(attachment => new AttachedFile(
                attachment.SendAs,
                [
                    .. work
                        .Documents.Where(document => document.Path == attachment.Path)
                        .SelectMany(document => document.Lines.SelectMany(line => line.Identifiers))
                        .Distinct(),
                ],
                work.Documents.FirstOrDefault(document => document.Path == attachment.Path)?.Kind.Code(),
                attachment.Claim,
                attachment.Content is null ? attachment.Sha256 : null
            )),
        ];
    }

    /// <summary>Sentences with a figure of a report in which nothing changed that a person said.</summary>
    private static IEnumerable<string> MovingSentences(CaseWork work)
    {
        if (work.Response is not WrittenResponse written || work.Earlier.Count == 0)
        {
            return [];
        }

        List<Fact> before = [.. work.Earlier.SelectMany(round => round.Facts ?? [])];
        HashSet<string> ofReports = Ids(fact => fact.Source.Origin == FactOrigin.Report);
        HashSet<string> changed = Ids(fact =>
            fact.Source.Origin == FactOrigin.Statement && !before.Exists(said => Newness.IsSame(said, fact))
        );
        return written
            .Sentences.Where(sentence =>
                sentence.Facts.Any(ofReports.Contains) && !sentence.Facts.Any(changed.Contains)
            )
            .Select(sentence => sentence.Text);

        HashSet<string> Ids(Func<Fact, bool> which) => [.. written.Facts.Where(which).Select(fact => fact.Id)];
    }

    /// <summary>Hashes of the papers in <c>rounds/N/attachments</c>; what cannot be read is left out.</summary>
    private static HashSet<string> EarlierPapers(CasePaths paths)
    {
        HashSet<string> hashes = new(StringComparer.Ordinal);
        foreach (int round in Rounds.NumbersIn(paths))
        {
            string folder = Path.Combine(paths.Round(round), PackageFiles.Attachments);
            foreach (string file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [])
            {
                using FileStream content = File.OpenRead(file);
                hashes.Add(Convert.ToHexStringLower(SHA256.HashData(content)));
            }
        }

        return hashes;
    }

    /// <summary>The rate that the notice states for a reason; null where it states none.</summary>
    private static double? AmazonsOwn(CaseWork work, Reason reason) =>
        (work.Response as WrittenResponse)?.Facts.FirstOrDefault(fact =>
            fact.Id == reason.Code + ".amazon_rate" && fact.Source.Origin == FactOrigin.Notice
        )
            is { } fact
        && double.TryParse(fact.Code, CultureInfo.InvariantCulture, out double rate)
            ? rate
            : null;

    /// <summary>Rates among what people said.</summary>
    private static List<double> SaidRates(CaseWork work) =>
        [
            .. ((work.Response as WrittenResponse)?.Facts ?? [])
                .Where(fact =>
                    fact.Source.Origin == FactOrigin.Statement && fact.Value.Contains('%', StringComparison.Ordinal)
                )
                .Select(fact =>
                    double.TryParse(fact.Code, CultureInfo.InvariantCulture, out double rate) ? rate : (double?)null
                )
                .OfType<double>(),
        ];

    /// <summary>Figures of the metrics behind the stated reasons, Amazon's own where it is known.</summary>
    private static List<KnownFigure> Figures(CaseWork work, KnowledgeBase knowledge)
    {
        List<KnownFigure> figures = [];
        foreach (Reason reason in work.Notice.Reasons.Select(r => knowledge.Reason(r.Code)).OfType<Reason>())
        {
            if (AmazonsOwn(work, reason) is { } stated)
            {
                figures.Add(new KnownFigure(reason.Code, stated));
            }

            foreach (MetricResult metric in (work.Review?.Metrics ?? []).Where(m => reason.Metrics.Contains(m.Code)))
            {
                if (metric.AmazonReported?.Value is { } reported)
                {
                    figures.Add(new KnownFigure(reason.Code, reported));
                }

                if (metric.Value is { } own)
                {
                    figures.Add(new KnownFigure(reason.Code, own, metric.Numerator));
                }
            }
        }

        return figures;
    }
}
