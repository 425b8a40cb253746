using System.Globalization;

namespace Reprieve.Amazon.Calls;

/// <summary>Times as Amazon writes them: ISO 8601, UTC, whole seconds.</summary>
internal static class Iso
{
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time without what <see cref="Of"/> would not write.</summary>
    public static DateTimeOffset WholeSecond(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
