using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Server.Pages;

/// <summary>The currencies of the marketplaces: those of their countries.</summary>
public static class Currencies
{
    /// <summary>Each once, by its letters.</summary>
    public static IReadOnlyList<string> Of(KnowledgeBase knowledge) =>
        [
            .. knowledge
                .Marketplaces.Select(one => Of(one.Country))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The currency of a store; null when the store is not known.</summary>
    public static string? Of(string? marketplace, KnowledgeBase knowledge) =>
        knowledge.Marketplace(marketplace) is { } known ? Of(known.Country) : null;

    private static string Of(string country) => new RegionInfo(country).ISOCurrencySymbol;
}
