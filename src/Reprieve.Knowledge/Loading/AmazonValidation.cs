namespace Reprieve.Knowledge.Loading;

/// <summary>What must hold of entries about the Selling Partner API, so that no secret goes astray and no wait is endless.</summary>
internal static class AmazonValidation
{
    /// <summary>A thousandth of a call a second: one in a quarter of an hour.</summary>
    private const double SlowestRate = 0.001;

    private const double FastestRate = 1000;

    public static IEnumerable<(string Path, string Message)> Check(AmazonRegion region)
    {
        (string Name, Uri Address)[] addresses =
        [
            ("endpoint", region.Endpoint),
            ("sandbox", region.Sandbox),
            ("tokenEndpoint", region.TokenEndpoint),
        ];
        foreach ((string name, Uri address) in addresses)
        {
            // Secrets go there: no other scheme, and nobody's name in the address.
            if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0)
            {
                yield return ($"$.{name}", $"{name} must be an address that begins with https://");
            }
        }

        if (region.NotificationSender.Length != 12 || !region.NotificationSender.All(char.IsAsciiDigit))
        {
            yield return ("$.notificationSender", "notificationSender is an account of twelve digits");
        }
    }

    public static IEnumerable<(string Path, string Message)> Check(AmazonOperation operation)
    {
        if (operation.Rate is not (>= SlowestRate and <= FastestRate))
        {
            yield return ("$.rate", $"rate is calls a second, from {SlowestRate} to {FastestRate}");
        }

        if (operation.Burst is < 1 or > 10_000)
        {
            yield return ("$.burst", "burst must be from 1 to 10000");
        }

        foreach (IGrouping<string, NotificationType> type in operation.Notifications.GroupBy(one => one.Type))
        {
            // It becomes a part of an address.
            if (
                type.Key.Length == 0
                || !type.Key.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_')
            )
            {
                yield return ("$.notifications", $"'{type.Key}' is no type: capital letters, digits, underscores");
            }

            if (type.Count() > 1)
            {
                yield return ("$.notifications", $"{type.Key} is there twice");
            }
        }
    }

    public static IEnumerable<(string Path, string Message)> Check(AmazonReport report)
    {
        if (report.Days is < 1 or > 730)
        {
            yield return ("$.days", "days must be from 1 to 730");
        }

        if (report.DaysEach is < 1)
        {
            yield return ("$.daysEach", "daysEach must be at least 1");
        }

        if (report.Extension is not ("txt" or "json"))
        {
            yield return ("$.extension", "extension is txt or json");
        }
    }
}
