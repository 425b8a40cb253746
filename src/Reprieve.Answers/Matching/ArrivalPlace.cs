namespace Reprieve.Answers.Matching;

/// <summary>Where a mail belongs that arrived by itself.</summary>
public enum ArrivalPlace
{
    /// <summary>Nowhere: it is not about a selling account.</summary>
    Nowhere,

    /// <summary>It pretends to be Amazon's: it is shown with a warning and moves nothing.</summary>
    Flagged,

    /// <summary>It lies in a case already.</summary>
    Known,

    /// <summary>In one case, and surely so.</summary>
    Case,

    /// <summary>It begins a case.</summary>
    NewCase,

    /// <summary>A person has to say.</summary>
    Ask,
}

/// <summary>Where a mail belongs, and which cases come into question.</summary>
/// <param name="Cases">
/// The one where the place is <see cref="ArrivalPlace.Case"/> or <see cref="ArrivalPlace.Known"/>; those to ask about, the likeliest
/// first, where it is <see cref="ArrivalPlace.Ask"/>.
/// </param>
public sealed record Placed<TKey>(ArrivalPlace Place, IReadOnlyList<PossibleCase<TKey>> Cases);

/// <summary>A case that a mail may belong to.</summary>
/// <param name="Match">How sure that is, and why.</param>
public sealed record PossibleCase<TKey>(TKey Key, Match Match);

/// <summary>A case that a mail is held against.</summary>
public sealed record KnownCase<TKey>(TKey Key, MatchContext Context);
