using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>Warnings of one gauge: the last limit that is missed, and the next one where the pace leads to it soon.</summary>
internal static class GaugeWarnings
{
    public static IEnumerable<EarlyWarning> Of(Gauge gauge, SnapshotHistory history, DateOnly today)
    {
        List<GaugePoint> points =
        [
            .. history.Days.Where(day => day.Day <= today).Select(gauge.In).OfType<GaugePoint>(),
        ];
        if (points.Count == 0 || today.DayNumber - points[^1].Day.DayNumber > gauge.Rule.StaleDays)
        {
            yield break;
        }

        GaugePoint now = points[^1];
        GaugeLimit? missed = gauge.Missed(now.Value);
        if (missed is not null)
        {
            yield return Missed(gauge, missed, now) with
            {
                Since = Since(points, gauge, until => !gauge.Keeps(points[until].Value, missed.Value)),
            };
        }

        GaugeLimit? next = gauge.Limits.FirstOrDefault(limit => gauge.Keeps(now.Value, limit.Value));
        if (next is not null && Ahead(gauge, next, points, points.Count - 1, today) is { } ahead)
        {
            yield return ahead with
            {
                Since = Since(points, gauge, until => Ahead(gauge, next, points, until, points[until].Day) is not null),
            };
        }
    }

    private static EarlyWarning Missed(Gauge gauge, GaugeLimit limit, GaugePoint now)
    {
        string text = gauge.Say(
            limit.Own ? "Standing_Missed_own" : "Standing_Missed",
            gauge.Name,
            gauge.Show(now.Value),
            gauge.Show(limit.Value)
        );
        if (now.Figure?.Status is { } word)
        {
            text = Sentences.Join(text, Say.Texts.Get("Standing_Word", word));
        }

        // Amazon may call a missed target good, with few orders.
        bool urgent = !limit.Own && now.Figure?.Status is not "GOOD";
        return Warning(gauge, limit, WarningKind.TargetMissed, now, text) with
        {
            Severity = urgent ? WarningSeverity.Urgent : WarningSeverity.Warn,
        };
    }

    /// <param name="until">Index of the newest point that counts.</param>
    private static EarlyWarning? Ahead(
        Gauge gauge,
        GaugeLimit limit,
        List<GaugePoint> points,
        int until,
        DateOnly today
    )
    {
        GaugePoint now = points[until];
        if (gauge.Rule.Pace is not { } pace || !gauge.Keeps(now.Value, limit.Value))
        {
            return null;
        }

        int age = today.DayNumber - now.Day.DayNumber;
        List<GaugePoint> window =
        [
            .. points.Take(until + 1).Where(point => today.DayNumber - point.Day.DayNumber < gauge.Rule.Days),
        ];
        if (
            Pace.Of(window, pace) is not { } perDay
            || Pace.DaysTo(now.Value, perDay, limit.Value, gauge.Condition, pace.AheadDays + age) is not { } days
        )
        {
            return null;
        }

        // A newest snapshot of some days ago may put the day into the past: then it is about now.
        int left = Math.Max(0, days - age);
        string text = gauge.Say(
            "Standing_Ahead",
            gauge.Name,
            gauge.Show(limit.Value),
            In(left),
            gauge.Show(now.Value),
            window.Count,
            gauge.Rule.Days
        );
        return Warning(gauge, limit, WarningKind.TargetAhead, now, text) with
        {
            Severity = !limit.Own && left <= pace.UrgentDays ? WarningSeverity.Urgent : WarningSeverity.Warn,
            Crosses = today.AddDays(left),
            DaysLeft = left,
        };
    }

    private static EarlyWarning Warning(Gauge gauge, GaugeLimit limit, WarningKind kind, GaugePoint now, string text)
    {
        string program = gauge.Program is { } of ? $":{of.Code()}" : "";
        return new EarlyWarning
        {
            Code = string.Create(
                CultureInfo.InvariantCulture,
                $"{kind.Code()}:{gauge.Code}{program}:{limit.Value:0.####}"
            ),
            Kind = kind,
            Subject = gauge.Code,
            Program = gauge.Program,
            Severity = WarningSeverity.Warn,
            Since = now.Day,
            Text = Few(gauge, limit, now.Figure) is { } few ? Sentences.Join(text, few) : text,
            Advice = gauge.Rule.Advice.In(UserTexts.Language),
        };
    }

    /// <summary>That one order more would be enough, where it would.</summary>
    private static string? Few(Gauge gauge, GaugeLimit limit, SnapshotFigure? figure)
    {
        if (figure?.Denominator is not { } all)
        {
            return null;
        }

        bool enough =
            gauge.Condition is TargetCondition.LessThan ? all * limit.Value <= 1 : all * (1 - limit.Value) < 1;
        return enough ? Say.Texts.Get("Standing_Few", all) : null;
    }

    private static string In(int days) =>
        days switch
        {
            0 => Say.Texts.Get("Standing_In_now"),
            1 => Say.Texts.Get("Standing_In_day"),
            _ => Say.Texts.Get("Standing_In_days", days),
        };

    /// <summary>The first day of those, back from the newest, on which it holds; shorter pauses do not end them.</summary>
    private static DateOnly Since(List<GaugePoint> points, Gauge gauge, Func<int, bool> holds)
    {
        DateOnly since = points[^1].Day;
        for (int i = points.Count - 2; i >= 0; i--)
        {
            if (since.DayNumber - points[i].Day.DayNumber > gauge.Rule.QuietDays + 1)
            {
                break;
            }

            if (holds(i))
            {
                since = points[i].Day;
            }
        }

        return since;
    }
}
