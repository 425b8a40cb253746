using Reprieve.Practices.Reports;

namespace Reprieve.Practices;

/// <summary>Order ids as the reports have them.</summary>
public static class OrderId
{
    /// <summary>Whether a text is one: 111-1234567-1234567, or another of the same build (S01-…).</summary>
    public static bool Is(string text) => OrderKey.TryRead(text, new Names(), out _);
}
