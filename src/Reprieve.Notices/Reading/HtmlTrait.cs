using System.Runtime.InteropServices;

namespace Reprieve.Notices;

/// <summary>The attributes that are looked at.</summary>
internal enum HtmlTrait
{
    Other,
    AriaHidden,
    Class,
    Colour,
    Columns,
    Ground,
    Hidden,
    Href,
    Picture,
    Rows,
    Style,
}

/// <summary>An attribute of a tag, and where its value stands in the page.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HtmlValue(HtmlTrait Trait, int Start, int Length);

/// <summary>Tells attributes by their names.</summary>
internal static class HtmlTraits
{
    public static HtmlTrait Find(ReadOnlySpan<char> name) =>
        name.Length switch
        {
            4 => name.Equals("href", StringComparison.OrdinalIgnoreCase) ? HtmlTrait.Href : HtmlTrait.Other,
            5 => name.Equals("style", StringComparison.OrdinalIgnoreCase) ? HtmlTrait.Style
            : name.Equals("class", StringComparison.OrdinalIgnoreCase) ? HtmlTrait.Class
            : name.Equals("color", StringComparison.OrdinalIgnoreCase) ? HtmlTrait.Colour
            : HtmlTrait.Other,
            6 => name.Equals("hidden", StringComparison.OrdinalIgnoreCase) ? HtmlTrait.Hidden : HtmlTrait.Other,
            7 => name.Equals("bgcolor", StringComparison.OrdinalIgnoreCase) ? HtmlTrait.Ground
            : name.Equals("colspan", StringComparison.OrdinalIgnoreCase) ? HtmlTrait.Columns
            : name.Equals("rowspan", StringComparison.OrdinalIgnoreCase) ? HtmlTrait.Rows
            : HtmlTrait.Other,
            10 => name.Equals("background", StringComparison.OrdinalIgnoreCase) ? HtmlTrait.Picture : HtmlTrait.Other,
            11 => name.Equals("aria-hidden", StringComparison.OrdinalIgnoreCase)
                ? HtmlTrait.AriaHidden
                : HtmlTrait.Other,
            _ => HtmlTrait.Other,
        };
}
