using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>What a change of the account's status means for its case.</summary>
/// <param name="From">How it stood before; Unknown where no known word came before.</param>
/// <param name="To">How it stands; Unknown for a word that is not known, or none.</param>
/// <param name="Text">Why, in the screen's language.</param>
public sealed record StatusCase(StatusStep Step, AccountStatus From, AccountStatus To, string Text)
{
    /// <summary>
    /// Decides it: an account that gets worse, or is not normal when it is first seen, opens a case; one that is normal
    /// again moves its case; a word that is not known does nothing and says so.
    /// </summary>
    /// <param name="before">
    /// The newest snapshot before it whose word is known; null for none. A word that is not known counts as none, so look
    /// further back (<see cref="Decide(SnapshotHistory)"/> does) or a case may be opened twice.
    /// </param>
    public static StatusCase Decide(AccountSnapshot? before, AccountSnapshot after)
    {
        (AccountStatus from, AccountStatus to) = (before?.Standing ?? AccountStatus.Unknown, after.Standing);
        bool first = from is AccountStatus.Unknown;
        (StatusStep step, string text) =
            to is AccountStatus.Unknown ? (StatusStep.Nothing, after.Status is null ? "absent" : "unknown")
            : first
                ? to is AccountStatus.Active ? (StatusStep.Nothing, "normal")
                    : (StatusStep.Open, "open_first")
            : from == to ? (StatusStep.Nothing, "same")
            : to is AccountStatus.Active ? (StatusStep.Move, "move")
            : StatusWords.Gravity(to) > StatusWords.Gravity(from) ? (StatusStep.Open, "open")
            : (StatusStep.Nothing, "better");
        return new StatusCase(
            step,
            from,
            to,
            Say.Texts.Get($"Standing_Case_{text}", StatusWords.Name(before?.Status), StatusWords.Name(after.Status))
        );
    }

    /// <summary>Decides it for the newest snapshot of a history; null where there is none.</summary>
    public static StatusCase? Decide(SnapshotHistory history) =>
        history.Snapshots.Count == 0
            ? null
            : Decide(
                history.Snapshots.SkipLast(1).LastOrDefault(old => old.Standing is not AccountStatus.Unknown),
                history.Snapshots[^1]
            );
}

/// <summary>What is to be done about a case.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<StatusStep>))]
public enum StatusStep
{
    Nothing,

    /// <summary>A case is opened, or an open one learns that it got worse.</summary>
    Open,

    /// <summary>The case moves on: the account is normal again.</summary>
    Move,
}
