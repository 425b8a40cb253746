using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Interview;

namespace Reprieve.Responses.Checking;

/// <summary>What a text is held against. All of it may be missing; a rule that cannot know stays silent.</summary>
public sealed record CheckRequest
{
    /// <summary>The notice that the text answers.</summary>
    public Diagnosis? Notice { get; init; }

    /// <summary>The response mode; null to take the notice's, or to assume a plan.</summary>
    public ResponseMode? Mode { get; init; }

    /// <summary>The language the answer should be in, as BCP 47 tag; null to take the notice's.</summary>
    public string? Language { get; init; }

    /// <summary>The day of the check, in the marketplace's zone; null leaves future dates unjudged.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The day of the first incident; nothing can have been done about it before. Null when unknown.</summary>
    public DateOnly? IncidentDate { get; init; }

    /// <summary>Plans of other clients, as hashes of their word groups; empty when there are none to compare with.</summary>
    public IReadOnlyList<PlanPrint> OtherPlans { get; init; } = [];

    /// <summary>What is known of the case; null when the text is checked alone.</summary>
    public CaseFacts? Case { get; init; }
}

/// <summary>What a case folder knows that a text can be held against.</summary>
public sealed record CaseFacts
{
    /// <summary>Names of the seller, store and company: they are no facts about the case.</summary>
    public IReadOnlyList<string> OwnNames { get; init; } = [];

    /// <summary>The day the account was opened; null when unknown.</summary>
    public DateOnly? AccountOpened { get; init; }

    /// <summary>Texts that were sent in earlier rounds, oldest first.</summary>
    public IReadOnlyList<string> EarlierTexts { get; init; } = [];

    /// <summary>Sentences of our draft that rest on reports alone: their days and figures move with the day they are written on.</summary>
    public IReadOnlyList<string> MovingSentences { get; init; } = [];

    /// <summary>The files that go with the answer.</summary>
    public IReadOnlyList<AttachedFile> Attachments { get; init; } = [];

    /// <summary>Names of the files in the case folder, without their folders.</summary>
    public IReadOnlyList<string> FolderFiles { get; init; } = [];

    /// <summary>Metric figures that Amazon or we have.</summary>
    public IReadOnlyList<KnownFigure> Figures { get; init; } = [];

    /// <summary>Rates that the seller named, as fractions: limits at which somebody acts, say. They state nothing of the account.</summary>
    public IReadOnlyList<double> SaidRates { get; init; } = [];

    /// <summary>Listings that are known to be live, by ASIN; null when no listings report was there.</summary>
    public IReadOnlyList<string>? LiveAsins { get; init; }

    /// <summary>Whether the seller says that the goods are genuine: false for no or not sure, null where it was not asked.</summary>
    public bool? SellerSaysGenuine { get; init; }

    /// <summary>SHA-256 of papers that were sent in earlier rounds, lower-case hex.</summary>
    public IReadOnlySet<string> EarlierPapers { get; init; } = new HashSet<string>();

    /// <summary>The chains of whys that the seller began.</summary>
    public IReadOnlyList<WhyChain> Whys { get; init; } = [];

    /// <summary>Whether the account could sell after the notice, so that a later figure exists; null when unknown.</summary>
    public bool? CouldSell { get; init; }
}

/// <summary>A file that goes with the answer.</summary>
/// <param name="Name">The name it is sent under.</param>
/// <param name="Asins">ASINs it covers.</param>
/// <param name="Kind">What paper it is (<c>invoice</c>, <c>letter_of_authorisation</c> …); null when unknown.</param>
/// <param name="Claim">What it proves, in the answer's language; null when nobody said.</param>
/// <param name="Sha256">Of the file, lower-case hex; null when unknown.</param>
public sealed record AttachedFile(
    string Name,
    IReadOnlyList<string> Asins,
    string? Kind = null,
    string? Claim = null,
    string? Sha256 = null
);

/// <summary>A metric's figure that is known.</summary>
/// <param name="Reason">The reason code it belongs to, for instance <c>late_shipment</c>.</param>
/// <param name="Value">The rate as a fraction.</param>
/// <param name="Count">Orders behind it; null when unknown.</param>
public sealed record KnownFigure(string Reason, double Value, int? Count = null);
