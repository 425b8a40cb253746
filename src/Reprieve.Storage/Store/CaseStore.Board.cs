using Reprieve.Cases;
using Reprieve.Storage.Database;

namespace Reprieve.Storage;

public sealed partial class CaseStore
{
    /// <summary>Code of the timeline entry that says who looks after a case from then on.</summary>
    public const string Assigned = "case_assigned";

    /// <summary>Says who looks after the case; null for nobody.</summary>
    /// <param name="name">The person's name, for the timeline; null for nobody.</param>
    public Task<StoredCase> AssignAsync(
        CaseId id,
        Guid? person,
        string? name,
        string who,
        CancellationToken cancel = default
    ) =>
        ChangeAsync(
            id,
            change =>
            {
                bool isNew = change.Row.AssigneeId != person;
                if (isNew)
                {
                    change.Row.AssigneeId = person;
                    change.Log(who, Assigned, new Dictionary<string, string> { ["person"] = name ?? "" });
                }

                return Task.FromResult(isNew);
            },
            cancel
        );

    /// <summary>Says what Amazon holds of the store's money; what was said before stays in the timeline.</summary>
    public Task<StoredCase> SetHeldAsync(CaseId id, MoneyHeld held, string who, CancellationToken cancel = default) =>
        ChangeAsync(
            id,
            change =>
            {
                bool isNew = BoardColumns.HeldOf(change.Row) != held;
                if (isNew)
                {
                    change.Log(who, MoneyHeld.Event, held.Details);
                }

                return Task.FromResult(isNew);
            },
            cancel
        );
}
