using System.Globalization;

namespace Reprieve.Notices;

/// <summary>The properties of a style by which text may be hidden.</summary>
internal enum HtmlProperty
{
    Other,
    Clip,
    Colour,
    Display,
    FontSize,
    Ground,
    Hide,
    Opacity,
    Overflow,
    Picture,
    Place,
    Size,
    Visibility,
}

/// <summary>Reads from an element's attributes how its text looks, as far as hiding goes.</summary>
internal static class HtmlStyles
{
    private const int MaxStyle = 2000;
    private const int MaxDeclaration = 200;
    private const int LongestProperty = 16;
    private const double FarOff = -900;

    /// <summary>Takes in one of an element's attributes, other than its style and classes.</summary>
    public static void Apply(HtmlTrait trait, ReadOnlySpan<char> value, ref HtmlLook look)
    {
        switch (trait)
        {
            case HtmlTrait.Ground:
                Behind(value, ref look);
                break;
            case HtmlTrait.Picture:
                (look.Ground, look.GroundStated) = (HtmlLook.Unknown, true);
                break;
            case HtmlTrait.Colour:
                look.Colour = HtmlColours.Parse(value);
                break;
            case HtmlTrait.Hidden:
            case HtmlTrait.AriaHidden when value.Equals("true", StringComparison.OrdinalIgnoreCase):
                look.Gone = true;
                break;
        }
    }

    /// <summary>Whether a rule of a style sheet hides what it is for.</summary>
    public static bool Hides(ReadOnlySpan<char> declarations)
    {
        var look = HtmlLook.Page;
        look.Colour = HtmlLook.Unknown;
        Declare(declarations, ref look);
        return look.Gone || look.Invisible || look.Tiny;
    }

    /// <summary>Reads what a style says.</summary>
    public static void Declare(ReadOnlySpan<char> style, ref HtmlLook look)
    {
        ReadOnlySpan<char> rest = style.Length > MaxStyle ? style[..MaxStyle] : style;
        Span<char> lower = stackalloc char[MaxDeclaration];
        bool clipped = false;
        bool flat = false;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf(';');
            ReadOnlySpan<char> declaration = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            int colon = declaration.IndexOf(':');
            if (colon <= 0 || declaration.Length > MaxDeclaration)
            {
                continue;
            }

            HtmlProperty property = Property(declaration[..colon].Trim());
            if (property == HtmlProperty.Other)
            {
                continue;
            }

            ReadOnlySpan<char> value = declaration[(colon + 1)..];
            int important = value.IndexOf('!');
            value = (important < 0 ? value : value[..important]).Trim();
            ReadOnlySpan<char> told = lower[..value.ToLowerInvariant(lower)];
            clipped |= property == HtmlProperty.Overflow && told is "hidden";
            flat |= property == HtmlProperty.Size && Length(told) is <= 1;
            One(property, told, ref look);
        }

        look.Gone |= clipped && flat;
    }

    /// <summary>What a property does to how text looks; most do nothing that matters here.</summary>
    private static HtmlProperty Property(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestProperty)
        {
            return HtmlProperty.Other;
        }

        Span<char> lower = stackalloc char[LongestProperty];
        for (int i = 0; i < name.Length; i++)
        {
            lower[i] = char.IsAsciiLetterUpper(name[i]) ? (char)(name[i] | 0x20) : name[i];
        }

        return lower[..name.Length] switch
        {
            "display" => HtmlProperty.Display,
            "visibility" => HtmlProperty.Visibility,
            "opacity" => HtmlProperty.Opacity,
            "font-size" => HtmlProperty.FontSize,
            "mso-hide" => HtmlProperty.Hide,
            "left" or "top" or "right" or "bottom" or "text-indent" or "margin-left" or "margin-top" =>
                HtmlProperty.Place,
            "clip" => HtmlProperty.Clip,
            "color" => HtmlProperty.Colour,
            "background-color" or "background" => HtmlProperty.Ground,
            "background-image" => HtmlProperty.Picture,
            "overflow" => HtmlProperty.Overflow,
            "max-height" or "height" or "max-width" or "width" => HtmlProperty.Size,
            _ => HtmlProperty.Other,
        };
    }

    private static void One(HtmlProperty property, ReadOnlySpan<char> value, ref HtmlLook look)
    {
        switch (property)
        {
            case HtmlProperty.Display:
                look.Gone |= value is "none";
                break;
            case HtmlProperty.Visibility:
                look.Invisible = value is "hidden" or "collapse";
                break;
            case HtmlProperty.Opacity:
                look.Gone |= Length(value) is <= 0.02;
                break;
            case HtmlProperty.FontSize:
                look.Tiny = Length(value) is >= 0 and <= 1 && !value.EndsWith("em") || Length(value) is 0;
                break;
            case HtmlProperty.Hide:
                look.Gone |= value is "all";
                break;
            case HtmlProperty.Place:
                look.Gone |= Length(value) is <= FarOff;
                break;
            case HtmlProperty.Clip:
                look.Gone |= value is "rect(0,0,0,0)" or "rect(0 0 0 0)" or "rect(0, 0, 0, 0)";
                break;
            case HtmlProperty.Colour:
                look.Colour = value is "transparent" ? look.Ground : HtmlColours.Parse(value);
                break;
            case HtmlProperty.Ground:
                Behind(value, ref look);
                break;
            case HtmlProperty.Picture:
                (look.Ground, look.GroundStated) = (HtmlLook.Unknown, true);
                break;
        }
    }

    private static void Behind(ReadOnlySpan<char> value, ref HtmlLook look)
    {
        if (value is not ("none" or "transparent" or "inherit" or ""))
        {
            (look.Ground, look.GroundStated) = (HtmlColours.Parse(value), true);
        }
    }

    /// <summary>The number a value begins with; null when it begins with none.</summary>
    private static double? Length(ReadOnlySpan<char> value)
    {
        int end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] is '.' or '-'))
        {
            end++;
        }

        ReadOnlySpan<char> digits = value[..end];
        double? length =
            digits.Length is > 0 and < 9 && digits.IndexOfAny('.', '-') < 0 ? Whole(digits)
            : double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number
            : null;
        bool relative = length is not (null or 0) && value[end..].Trim() is "%" or "vw" or "vh";
        return relative ? length * 10 : length;
    }

    private static int Whole(ReadOnlySpan<char> digits)
    {
        int number = 0;
        foreach (char digit in digits)
        {
            number = (10 * number) + digit - '0';
        }

        return number;
    }
}
