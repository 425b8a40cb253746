using Reprieve.Knowledge;

namespace Reprieve.Practices.Charts;

/// <summary>A metric over days, with its target.</summary>
internal sealed class LineChart
{
    private const int Width = 760;
    private const int Height = 380;
    private const int Left = 62;
    private const int Right = 26;
    private const int Top = 86;
    private const int Bottom = 44;
    private const double Small = 12;

    private readonly SvgPicture _picture = new(Width, Height);
    private readonly IReadOnlyList<TrendPoint> _points;
    private readonly MetricResult _metric;
    private readonly string _title;
    private readonly double _low;
    private readonly double _high;

    public LineChart(string title, string subtitle, MetricResult metric, IReadOnlyList<TrendPoint> points)
    {
        (_title, _metric, _points) = (title, metric, points);
        double[] values = [.. points.Select(p => p.Value ?? metric.Target ?? 0), metric.Target ?? 0];
        bool high = metric.Condition is TargetCondition.AtLeast;
        // A rate that should be near 100 % would be a flat line above zero.
        _low = high ? Math.Max(0, Math.Floor((values.Min() - 0.02) * 20) / 20) : 0;
        _high = high ? 1 : Math.Max(values.Max() * 1.15, 0.001);
        _picture.Text(Left, 32, SvgText.Fit(title, Width - Left - Right, 18), 18, bold: true);
        _picture.Text(Left, 54, SvgText.Fit(subtitle, Width - Left - Right, 13), 13, SvgPicture.Faint);
    }

    /// <summary>Shades the days of a window, as far as they are in the picture.</summary>
    public LineChart Shade(MetricWindow window, string label)
    {
        double from = X(window.From < _points[0].Day ? _points[0].Day : window.From);
        double to = X(window.To > _points[^1].Day ? _points[^1].Day : window.To);
        if (to > from)
        {
            _picture.Box(from, Top, to - from, Height - Top - Bottom, SvgPicture.Band);
            bool fits = SvgText.Width(label, Small) < to - from - 8;
            (double x, Anchor anchor) = fits ? (from + 4, Anchor.Start) : (to, Anchor.End);
            _picture.Text(x, Top + (fits ? 15 : -6), label, Small, SvgPicture.Faint, anchor);
        }

        return this;
    }

    /// <summary>Draws axes, target and line.</summary>
    public LineChart Draw(string targetLabel)
    {
        Axes();
        if (_metric.Target is { } target)
        {
            _picture.Line(Left, Y(target), Width - Right, Y(target), SvgPicture.Red, "7 5", 2);
            bool above = Y(target) > Top + 24;
            _picture.Text(
                Width - Right,
                Y(target) + (above ? -7 : 17),
                targetLabel,
                Small,
                SvgPicture.Red,
                Anchor.End,
                halo: true
            );
        }

        foreach (List<(double, double)> part in Parts())
        {
            _picture.Path(part, SvgPicture.Blue);
        }

        return this;
    }

    /// <summary>Marks a day's value with a dot and its figure.</summary>
    public LineChart Mark(TrendPoint point, string color)
    {
        if (point.Value is { } value)
        {
            (double x, double y) = (X(point.Day), Y(value));
            string text = ChartFigures.Percent(value);
            Anchor anchor =
                x > Width - Right - 60 ? Anchor.End
                : x < Left + 40 ? Anchor.Start
                : Anchor.Middle;
            _picture.Dot(x, y, color);
            _picture.Text(x, y < Top + 24 ? y + 22 : y - 11, text, 13, color, anchor, bold: true, halo: true);
        }

        return this;
    }

    /// <summary>A day with an upright line and what happens on it.</summary>
    public LineChart Event(DateOnly day, string label, string color)
    {
        double x = X(day);
        _picture.Line(x, Top - 8, x, Height - Bottom, color, "2 3", 2);
        double half = SvgText.Width(label, 13) * 0.6;
        (double at, Anchor anchor) =
            x + half > Width - Right ? (Width - Right, Anchor.End)
            : x - half < Left ? (Left, Anchor.Start)
            : (x, Anchor.Middle);
        _picture.Text(at, Top - 13, label, 13, color, anchor, bold: true);
        return this;
    }

    public string Finish(string description) => _picture.Finish(_title, description);

    private void Axes()
    {
        double step = ChartFigures.Step(_high - _low);
        for (double value = _low; value <= _high + (step / 1000); value += step)
        {
            _picture.Line(Left, Y(value), Width - Right, Y(value), SvgPicture.Grid);
            _picture.Text(Left - 8, Y(value) + 4, ChartFigures.Percent(value), Small, SvgPicture.Faint, Anchor.End);
        }

        int days = _points[^1].Day.DayNumber - _points[0].Day.DayNumber;
        int every = Math.Max(1, (int)Math.Ceiling(days / 7.0));
        for (int ahead = 0; ahead <= days; ahead += every)
        {
            DateOnly day = _points[0].Day.AddDays(ahead);
            _picture.Line(X(day), Height - Bottom, X(day), Height - Bottom + 5, SvgPicture.Faint);
            _picture.Text(
                X(day),
                Height - Bottom + 20,
                ChartFigures.ShortDay(day),
                Small,
                SvgPicture.Faint,
                Anchor.Middle
            );
        }
    }

    /// <summary>The line, broken where the window was empty.</summary>
    private IEnumerable<List<(double, double)>> Parts()
    {
        List<(double, double)> part = [];
        foreach (TrendPoint point in _points)
        {
            if (point.Value is { } value)
            {
                part.Add((X(point.Day), Y(value)));
            }
            else if (part.Count > 0)
            {
                yield return part;
                part = [];
            }
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private double X(DateOnly day)
    {
        int days = Math.Max(1, _points[^1].Day.DayNumber - _points[0].Day.DayNumber);
        return Left + ((Width - Left - Right) * (double)(day.DayNumber - _points[0].Day.DayNumber) / days);
    }

    private double Y(double value) =>
        Height - Bottom - ((Height - Top - Bottom) * (Math.Clamp(value, _low, _high) - _low) / (_high - _low));
}
