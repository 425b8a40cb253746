using System.Globalization;
using System.Text;

namespace Reprieve.Practices.Charts;

/// <summary>Where a text stands by its point.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A picture being drawn; coordinates in pixels, a tenth exact. The same calls give the same bytes.</summary>
internal sealed class SvgPicture(int width, int height)
{
    // Okabe and Ito's palette: told apart by every kind of colour vision, and in grey by lightness and dashes.
    public const string Ink = "#222222";
    public const string Faint = "#5f6670";
    public const string Grid = "#dfe3e8";
    public const string Blue = "#0072b2";
    public const string Orange = "#e69f00";
    public const string Red = "#d55e00";
    public const string Green = "#007a5e";
    public const string Band = "#e8f1f8";

    private readonly StringBuilder _body = new();

    public void Box(double x, double y, double w, double h, string fill) =>
        Add($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Math.Max(0, w):0.#}\" height=\"{h:0.#}\" fill=\"{fill}\"/>");

    public void Line(double x1, double y1, double x2, double y2, string stroke, string dash = "", double weight = 1) =>
        Add(
            $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{stroke}\" stroke-width=\"{weight:0.#}\"{(dash.Length > 0 ? $" stroke-dasharray=\"{dash}\"" : "")}/>"
        );

    public void Path(IReadOnlyList<(double X, double Y)> points, string stroke)
    {
        string list = string.Join(' ', points.Select(p => string.Create(Invariant, $"{p.X:0.#},{p.Y:0.#}")));
        Add(
            $"<polyline points=\"{list}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"2.5\" stroke-linejoin=\"round\"/>"
        );
    }

    public void Dot(double x, double y, string fill) =>
        Add(
            $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"4.5\" fill=\"{fill}\" stroke=\"#ffffff\" stroke-width=\"1.5\"/>"
        );

    public void Text(
        double x,
        double y,
        string text,
        double size,
        string fill = Ink,
        Anchor anchor = Anchor.Start,
        bool bold = false,
        bool halo = false
    ) =>
        Add(
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{size:0.#}\" fill=\"{fill}\"{(anchor is Anchor.Start ? "" : $" text-anchor=\"{(anchor is Anchor.Middle ? "middle" : "end")}\"")}{(bold ? " font-weight=\"600\"" : "")}{(halo ? " stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\" stroke-linejoin=\"round\"" : "")}>{SvgText.Escape(text)}</text>"
        );

    /// <summary>The whole file.</summary>
    /// <param name="title">Read out by screen readers, shown on hovering.</param>
    public string Finish(string title, string description) =>
        string.Create(
            Invariant,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{SvgText.Fonts}\">\n<title>{SvgText.Escape(title)}</title>\n<desc>{SvgText.Escape(description)}</desc>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n{_body}</svg>\n"
        );

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private void Add(FormattableString element) => _body.Append(element.ToString(Invariant)).Append('\n');
}
