using Reprieve.Practices.Charts;

namespace Reprieve.Practices;

/// <summary>A picture of a review.</summary>
/// <param name="Name">Its file name, which the same review always gets: <c>trend-order_defect_rate-merchant.svg</c>.</param>
/// <param name="Svg">The whole file.</param>
public sealed record Chart(string Name, string Svg)
{
    /// <summary>Whether a text begins as such a picture does.</summary>
    public static bool Begins(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith("<svg ", StringComparison.Ordinal)
            && text.Contains($"role=\"img\" font-family=\"{SvgText.Fonts}\"", StringComparison.Ordinal);
    }
}
