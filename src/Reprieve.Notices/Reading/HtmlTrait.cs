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
    public static HtmlTrait Find(ReadOnlySpan<char> name)
    {
        HtmlTrait trait = Known(name);
        return trait == HtmlTrait.Other && HtmlNames.HasCapitals(name) ? FindSmall(name) : trait;
    }

    private static HtmlTrait FindSmall(ReadOnlySpan<char> name) =>
        Known(HtmlNames.Small(name, stackalloc char[HtmlNames.Longest]));

    private static HtmlTrait Known(ReadOnlySpan<char> name) =>
        name switch
        {
            "style" => HtmlTrait.Style,
            "class" => HtmlTrait.Class,
            "color" => HtmlTrait.Colour,
            "bgcolor" => HtmlTrait.Ground,
            "background" => HtmlTrait.Picture,
            "hidden" => HtmlTrait.Hidden,
            "aria-hidden" => HtmlTrait.AriaHidden,
            "href" => HtmlTrait.Href,
            "colspan" => HtmlTrait.Columns,
            "rowspan" => HtmlTrait.Rows,
            _ => HtmlTrait.Other,
        };
}
