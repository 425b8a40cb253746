namespace Reprieve.Practices;

/// <summary>A picture of a review.</summary>
/// <param name="Name">Its file name, which the same review always gets: <c>trend-order_defect_rate-merchant.svg</c>.</param>
/// <param name="Svg">The whole file.</param>
public sealed record Chart(string Name, string Svg);
