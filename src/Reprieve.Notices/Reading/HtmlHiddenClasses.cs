using System.Buffers;

namespace Reprieve.Notices;

/// <summary>
/// The classes that a page's style sheet hides, as hidden preheaders are. Only plain rules of one class are taken in;
/// what stands within a media query is for some screens only.
/// </summary>
internal struct HtmlHiddenClasses
{
    private const int LookAt = 64 * 1024;
    private const int MaxClasses = 100;
    private const int MaxNames = 1000;

    /// <summary>What makes a selector more than one class.</summary>
    private static readonly SearchValues<char> Combined = SearchValues.Create(" .>:+~#[");

    private HashSet<string>? _hidden;

    public void Learn(ReadOnlySpan<char> css)
    {
        ReadOnlySpan<char> rest = css.Length > LookAt ? css[..LookAt] : css;
        int depth = 0;
        ReadOnlySpan<char> selector = default;
        while (rest.IndexOfAny('{', '}') is >= 0 and int at && (_hidden?.Count ?? 0) < MaxClasses)
        {
            if (rest[at] == '{')
            {
                selector = depth == 0 ? rest[..at].Trim() : default;
                depth++;
            }
            else
            {
                if (depth == 1 && selector.Contains('.') && HtmlStyles.Hides(rest[..at]))
                {
                    Add(selector);
                }

                depth = Math.Max(0, depth - 1);
            }

            rest = rest[(at + 1)..];
        }
    }

    /// <summary>Whether one of an element's classes is hidden.</summary>
    public readonly bool Hide(ReadOnlySpan<char> classes)
    {
        if (_hidden is null || classes.Length > MaxNames)
        {
            return false;
        }

        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> hidden = _hidden.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range name in classes.Split(' '))
        {
            if (hidden.Contains(classes[name].Trim()))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(ReadOnlySpan<char> selectors)
    {
        foreach (Range range in selectors.Split(','))
        {
            ReadOnlySpan<char> selector = selectors[range].Trim();
            int dot = selector.IndexOf('.');
            ReadOnlySpan<char> name = dot < 0 ? default : selector[(dot + 1)..];
            if (!name.IsEmpty && !name.ContainsAny(Combined))
            {
                _hidden ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase);
                _hidden.Add(name.ToString());
            }
        }
    }
}
