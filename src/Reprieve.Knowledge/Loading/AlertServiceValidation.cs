namespace Reprieve.Knowledge.Loading;

/// <summary>What must hold of a service for alerts, so that a message fits and a rate is no endless wait.</summary>
internal static class AlertServiceValidation
{
    /// <summary>Less would not hold a title, what to do and a link.</summary>
    private const int LeastBytes = 1500;

    public static IEnumerable<(string Path, string Message)> Check(AlertService service)
    {
        if (service.MessageBytes < LeastBytes)
        {
            yield return ("$.messageBytes", $"messageBytes must be at least {LeastBytes}");
        }

        if (service.PerMinute < 1)
        {
            yield return ("$.perMinute", "perMinute must be at least 1");
        }

        if (service.LimitedMinutes is < 1 or > 1440)
        {
            yield return ("$.limitedMinutes", "limitedMinutes must be from 1 to 1440");
        }

        if (service.Answers.Any(answer => string.IsNullOrWhiteSpace(answer.Code)))
        {
            yield return ("$.answers", "an answer needs a code");
        }
    }
}
