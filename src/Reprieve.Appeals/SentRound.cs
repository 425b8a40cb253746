using Reprieve.Notices;
using Reprieve.Responses.Evidence;

namespace Reprieve.Appeals;

/// <summary>A round that went out: what it said, what it rested on, and how Amazon answered.</summary>
public sealed record SentRound
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The text that was sent.</summary>
    public required string Text { get; init; }

    /// <summary>The record of sending; null when the seller only put the text among the earlier rounds.</summary>
    public SentAppeal? Sent { get; init; }

    /// <summary>The sentences of the ledger that was sent; empty when there is no ledger.</summary>
    public IReadOnlyList<LedgerSentence> Sentences { get; init; } = [];

    /// <summary>The facts of that ledger; null when there is no ledger.</summary>
    public IReadOnlyList<Fact>? Facts { get; init; }

    /// <summary>SHA-256 of the messages at hand when it went out; null where that was not recorded.</summary>
    public IReadOnlySet<string>? Known { get; init; }

    /// <summary>Amazon's answer; null while there is none.</summary>
    public Diagnosis? Answer { get; init; }
}
