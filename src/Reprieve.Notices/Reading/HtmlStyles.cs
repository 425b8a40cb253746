using System.Globalization;

namespace Reprieve.Notices;

/// <summary>Reads from an element's attributes how its text looks, as far as hiding goes.</summary>
internal static class HtmlStyles
{
    private const int MaxStyle = 2000;
    private const int MaxDeclaration = 200;
    private const double FarOff = -900;

    public static void Apply(HtmlScanner tag, HtmlHiddenClasses classes, ref HtmlLook look)
    {
        for (int i = 0; i < tag.AttributeCount; i++)
        {
            ReadOnlySpan<char> name = tag.AttributeName(i);
            ReadOnlySpan<char> value = tag.AttributeValue(i);
            if (Is(name, "style"))
            {
                Declare(value, ref look);
            }
            else if (Is(name, "bgcolor"))
            {
                Behind(value, ref look);
            }
            else if (Is(name, "color"))
            {
                look.Colour = HtmlColours.Parse(value);
            }
            else if (Is(name, "background"))
            {
                (look.Ground, look.GroundStated) = (HtmlLook.Unknown, true);
            }
            else if (Is(name, "class"))
            {
                look.Gone |= classes.Hide(value);
            }
            else if (Is(name, "hidden") || (Is(name, "aria-hidden") && Is(value, "true")))
            {
                look.Gone = true;
            }
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

    private static void Declare(ReadOnlySpan<char> style, ref HtmlLook look)
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

            ReadOnlySpan<char> told = lower[..declaration.ToLowerInvariant(lower)];
            ReadOnlySpan<char> name = told[..colon].Trim();
            ReadOnlySpan<char> value = told[(colon + 1)..];
            int important = value.IndexOf('!');
            value = (important < 0 ? value : value[..important]).Trim();
            clipped |= name is "overflow" && value is "hidden";
            flat |= name is "max-height" or "height" or "max-width" or "width" && Length(value) is <= 1;
            One(name, value, ref look);
        }

        look.Gone |= clipped && flat;
    }

    private static void One(ReadOnlySpan<char> name, ReadOnlySpan<char> value, ref HtmlLook look)
    {
        switch (name)
        {
            case "display":
                look.Gone |= value is "none";
                break;
            case "visibility":
                look.Invisible = value is "hidden" or "collapse";
                break;
            case "opacity":
                look.Gone |= Length(value) is <= 0.02;
                break;
            case "font-size":
                look.Tiny = Length(value) is >= 0 and <= 1 && !value.EndsWith("em") || Length(value) is 0;
                break;
            case "mso-hide":
                look.Gone |= value is "all";
                break;
            case "left" or "top" or "right" or "bottom" or "text-indent" or "margin-left" or "margin-top":
                look.Gone |= Length(value) is <= FarOff;
                break;
            case "clip":
                look.Gone |= value is "rect(0,0,0,0)" or "rect(0 0 0 0)" or "rect(0, 0, 0, 0)";
                break;
            case "color":
                look.Colour = value is "transparent" ? look.Ground : HtmlColours.Parse(value);
                break;
            case "background-color" or "background":
                Behind(value, ref look);
                break;
            case "background-image":
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

    private static bool Is(ReadOnlySpan<char> name, ReadOnlySpan<char> word) =>
        name.Equals(word, StringComparison.OrdinalIgnoreCase);
}
