using Reprieve.Appeals.Guards;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Appeals.Packing;

/// <summary>What the pages of a package are written from.</summary>
internal sealed record PackContext
{
    public required PackRequest Request { get; init; }

    public required KnowledgeBase Knowledge { get; init; }

    /// <summary>Now, in the store's zone.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The zone of the computer, to show limits by the seller's own clock.</summary>
    public required TimeZoneInfo Here { get; init; }

    public required Route Route { get; init; }

    public required IReadOnlyList<GuardResult> Guards { get; init; }

    public Diagnosis Notice => Request.Notice;

    public Marketplace? Store => Knowledge.Marketplace(Notice.Marketplace);

    public bool IsRefused => Trust.IsRefused(Notice);

    /// <summary>The reasons of the notice that knowledge has, primary first.</summary>
    public IEnumerable<Reason> Reasons =>
        Notice.Reasons.Select(stated => Knowledge.Reason(stated.Code)).OfType<Reason>();

    /// <summary>What the notice alone advises.</summary>
    public FirstHourAdvice Advice => new(Notice, Knowledge);

    /// <summary>The papers of the folder that are of a kind.</summary>
    public IEnumerable<Document> Having(string paper) =>
        Request.Documents.Where(document => PaperKinds.Of(document.Kind) == paper);

    /// <summary>The page of a route in the store's Seller Central, to copy; null for mail and when the store is not known.</summary>
    public string? Page(Route route) =>
        Store is not { } store || route.Channel == RouteChannel.Email ? null
        : route.Path is null ? store.SellerCentral
        : $"{store.SellerCentral}/{route.Path}";
}
