using Reprieve.Notices;

namespace Reprieve.Cases.Linked;

/// <summary>One store of an event, with the messages that Amazon sent about it.</summary>
/// <param name="Key">
/// Its key in the case: the store's domain, numbered where an event has several stores of one domain; null for the store
/// whose answer is the case's own.
/// </param>
/// <param name="Marketplace">Domain of the store; null when no message tells.</param>
/// <param name="Name">The name its notice greets; null when it greets nobody.</param>
/// <param name="Messages">Oldest first.</param>
public sealed record LinkedStore(
    string? Key,
    string? Marketplace,
    string? Name,
    [property: System.Text.Json.Serialization.JsonIgnore] IReadOnlyList<Diagnosis> Messages
);
