using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Accounts;

/// <summary>First and last day.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Span(DateOnly First, DateOnly Last);

/// <summary>The days that the files speak of.</summary>
internal static class Spans
{
    /// <summary>For each file the days of its rows: purchases, feedback, confirmations, claims, returns; null without dates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static IReadOnlyList<Span?> OfFiles(Imports imports, Setting setting)
    {
        var spans = new Span?[imports.Files.Count];
        for (int block = 0; block < imports.Orders.Blocks; block++)
        {
            foreach (ref readonly OrderRow row in imports.Orders.Rows(block))
            {
                Widen(spans, row.File, row.Purchased);
            }
        }

        for (int block = 0; block < imports.Packages.Blocks; block++)
        {
            foreach (ref readonly PackageRow row in imports.Packages.Rows(block))
            {
                Widen(spans, row.File, row.Confirmed.Known ? row.Confirmed : row.ShipBy);
            }
        }

        imports.Feedback.ForEach(row => Widen(spans, row.File, row.Date));
        imports.Claims.ForEach(row => Widen(spans, row.File, row.Opened));
        imports.Reviews.ForEach(row => Widen(spans, row.File, row.Date));
        imports.Returns.ForEach(row => Widen(spans, row.File, row.Requested));
        return spans;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void Widen(Span?[] spans, int file, Stamp stamp)
        {
            Moment at = setting.At(stamp, imports.Files[file].DayFirst(setting.DayFirstHabit));
            if (!at.IsNone && !(spans[file] is { } span && at.Day >= span.First && at.Day <= span.Last))
            {
                spans[file] = spans[file] is { } before
                    ? new Span(
                        at.Day < before.First ? at.Day : before.First,
                        at.Day > before.Last ? at.Day : before.Last
                    )
                    : new Span(at.Day, at.Day);
            }
        }
    }

    /// <summary>The newest purchase or update of the rows that count; null without any.</summary>
    public static DateOnly? NewestOrder(Imports imports, Setting setting)
    {
        DateOnly? newest = null;
        for (int block = 0; block < imports.Orders.Blocks; block++)
        {
            foreach (ref readonly OrderRow row in imports.Orders.Rows(block))
            {
                if (setting.Channels.Contains(row.Channel))
                {
                    Take(row.Purchased, row.File);
                    Take(row.Updated, row.File);
                }
            }
        }

        return newest;

        void Take(Stamp stamp, int file)
        {
            if (setting.Resolve(stamp, imports.Files[file]) is { Day: var day } && !(day <= newest))
            {
                newest = day;
            }
        }
    }
}
