using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>What a person says that the Account Health page shows, as a snapshot; what was left empty is not in it.</summary>
/// <param name="Snapshot">Null where something cannot be meant, or nothing was said.</param>
/// <param name="Errors">What is wrong, by the key of its field; in the screen's language. The empty key is for the whole.</param>
public sealed record HealthEntry(AccountSnapshot? Snapshot, IReadOnlyDictionary<string, string> Errors)
{
    private const int MostCounted = 100_000;
    private const int LongestValue = 20;

    /// <summary>Takes what was said.</summary>
    /// <param name="values">By the keys of <see cref="HealthField"/>; other keys are passed over.</param>
    /// <param name="at">When it was seen.</param>
    public static HealthEntry Of(
        string store,
        IReadOnlyDictionary<string, string?> values,
        DateTimeOffset at,
        KnowledgeBase knowledge
    )
    {
        Dictionary<string, string> errors = [];
        List<SnapshotFigure> figures = [];
        Dictionary<string, int> counters = [];
        var snapshot = new AccountSnapshot { TakenAt = at, Store = store };
        bool any = false;
        foreach (HealthField field in HealthField.Of(store, knowledge))
        {
            if (values.GetValueOrDefault(field.Key)?.Trim() is not { Length: > 0 } text)
            {
                continue;
            }

            any = true;
            if (Read(field, text) is not { } value)
            {
                errors[field.Key] = Say.Texts.Get($"Standing_Hand_Wrong_{field.Kind}");
                continue;
            }

            switch (field.Kind)
            {
                case HealthFieldKind.Status:
                    snapshot = snapshot with { Status = text.ToUpperInvariant() };
                    break;
                case HealthFieldKind.Score:
                    snapshot = snapshot with { Rating = new HealthRating((int)value, null) };
                    break;
                case HealthFieldKind.Rate:
                    figures.Add(
                        new SnapshotFigure(field.Code, field.Program ?? Fulfilment.Merchant, (double)(value / 100))
                    );
                    break;
                default:
                    counters[field.Code] = (int)value;
                    break;
            }
        }

        if (!any)
        {
            errors[""] = Say.Texts.Get("Standing_Hand_Empty");
        }

        return errors.Count > 0
            ? new HealthEntry(null, errors)
            : new HealthEntry(snapshot with { Figures = figures, Counters = counters }, errors);
    }

    /// <summary>The number that is meant (0 for a status that is known); null for none.</summary>
    private static decimal? Read(HealthField field, string text) =>
        field.Kind switch
        {
            HealthFieldKind.Status => HealthField.Statuses.Contains(text, StringComparer.OrdinalIgnoreCase) ? 0 : null,
            HealthFieldKind.Score => Whole(text, 1000),
            HealthFieldKind.Count => Whole(text, MostCounted),
            _ => Percent(text),
        };

    private static decimal? Whole(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= most
            ? number
            : null;

    /// <summary>0.35, 0,35 or 0.35 %.</summary>
    private static decimal? Percent(string text) =>
        text.Length <= LongestValue
        && decimal.TryParse(
            text.TrimEnd('%', '％', ' ').Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal rate
        )
        && rate <= 100
            ? rate
            : null;
}
