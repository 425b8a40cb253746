using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>A label of the page with what stands behind it, up to the next label.</summary>
/// <param name="end">Where it ends, in characters of the page.</param>
internal sealed class PageSection(string page, PageWords words, PageWord label, int end)
{
    /// <summary>So far before its label a late shipment rate may say of which days it is.</summary>
    private const int BeforeLabel = 12;

    private const string Late30 = "late_shipment_rate_30d";

    /// <summary>The words behind the label.</summary>
    public required IReadOnlyList<PageWord> Inside { get; init; }

    /// <summary>Programmes that head the columns in which the label stands; none where there are no columns.</summary>
    public required IReadOnlyList<PageWord> Header { get; init; }

    /// <summary>What the section says of the fields that its label is of.</summary>
    public IEnumerable<HealthValue> Values(IReadOnlyList<HealthField> fields) =>
        fields[0].Kind switch
        {
            HealthFieldKind.Rate => Rates(fields),
            HealthFieldKind.Score => Number(fields[0], 1000),
            HealthFieldKind.Count => Number(fields[0], int.MaxValue),
            _ => [],
        };

    /// <summary>The first number, where nothing before it says that there is none.</summary>
    private IEnumerable<HealthValue> Number(HealthField field, int most) =>
        Slots(slot => !slot.IsPercent, aloneOnly: true).FirstOrDefault() is { Text: { } text } slot
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && number <= most
            ? [Value(field, slot)]
            : [];

    private IEnumerable<HealthValue> Rates(IReadOnlyList<HealthField> fields)
    {
        if (label.Code == Late30 && PageText.Has(page, Math.Max(0, label.At - BeforeLabel), end, words.Window10))
        {
            return [];
        }

        return fields.Count == 1
            ? One(fields[0], Slots(slot => slot.IsPercent, aloneOnly: true))
            : OfProgrammes(fields, [.. Slots(slot => slot.IsPercent, aloneOnly: false)]);
    }

    /// <summary>Each programme has the value behind it, or columns have theirs in their order; without programmes nobody knows whose it is.</summary>
    private IEnumerable<HealthValue> OfProgrammes(IReadOnlyList<HealthField> fields, IReadOnlyList<PageSlot> slots)
    {
        PageWord[] marks =
        [
            .. Inside.Where(word => word.Kind is PageWordKind.Merchant or PageWordKind.Amazon && word.At < end),
        ];
        int first = slots.Count > 0 ? slots[0].At : end;
        IReadOnlyList<PageWord> heads = marks.Length == 0 ? Header : [.. marks.TakeWhile(mark => mark.At < first)];
        if (heads.Count > 1)
        {
            return slots.Count < heads.Count
                ? []
                : heads.SelectMany((head, column) => One(Of(fields, head), [slots[column]]));
        }

        return marks.SelectMany(
            (mark, i) =>
            {
                int until = i + 1 < marks.Length ? marks[i + 1].At : end;
                return One(Of(fields, mark), slots.Where(slot => slot.At >= mark.End && slot.At < until));
            }
        );
    }

    private static HealthField Of(IReadOnlyList<HealthField> fields, PageWord mark) =>
        fields.First(field =>
            field.Program == (mark.Kind is PageWordKind.Amazon ? Fulfilment.Amazon : Fulfilment.Merchant)
        );

    private IEnumerable<HealthValue> One(HealthField field, IEnumerable<PageSlot> slots) =>
        slots.FirstOrDefault() is { Text: not null } slot ? [Value(field, slot)] : [];

    private HealthValue Value(HealthField field, PageSlot slot) =>
        HealthValue.Of(field.Key, slot.Text!, page, label.At, slot.End);

    /// <summary>The values, and the places where it says that there is none, in order.</summary>
    /// <param name="aloneOnly">Whether a dash says so only on a line of its own.</param>
    private IEnumerable<PageSlot> Slots(Func<PageSlot, bool> fits, bool aloneOnly) =>
        PageSlot
            .Of(page, label.End, end, words.Targets, words.Days)
            .Where(fits)
            .Concat(
                Inside
                    .Where(word => word.Kind is PageWordKind.None && word.At < end)
                    .Select(word => new PageSlot(word.At, word.End, null, false))
            )
            .Concat(Dashes(aloneOnly))
            .OrderBy(slot => slot.At);

    private IEnumerable<PageSlot> Dashes(bool aloneOnly)
    {
        for (int at = label.End; at < end; at++)
        {
            int from = at;
            while (at < end && page[at] is '-' or '–' or '—')
            {
                at++;
            }

            if (at > from && IsGap(from - 1, aloneOnly) && IsGap(at, aloneOnly))
            {
                yield return new PageSlot(from, at, null, false);
            }
        }
    }

    private bool IsGap(int at, bool lineOnly) =>
        at < 0 || at >= page.Length || page[at] == '\n' || (!lineOnly && page[at] == ' ');
}
