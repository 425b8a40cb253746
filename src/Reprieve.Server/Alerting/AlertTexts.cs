using System.Globalization;
using Reprieve.Alerts;
using Reprieve.Knowledge;

namespace Reprieve.Server.Alerting;

/// <summary>The words of an alert in all languages: it goes to channels that have their own.</summary>
internal static class AlertTexts
{
    /// <summary>The languages that a channel may have.</summary>
    public static IReadOnlyList<string> Languages { get; } = [LocalizedText.Fallback, "zh-Hans"];

    /// <summary>Says the same in each language.</summary>
    /// <param name="say">Takes its words from resources, in the language of the moment.</param>
    public static IReadOnlyDictionary<string, AlertText> InAll(Func<AlertText> say)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            return Languages.ToDictionary(
                language => language,
                language =>
                {
                    CultureInfo.CurrentUICulture = Culture(language);
                    return say();
                },
                StringComparer.Ordinal
            );
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>The culture of a channel's language; English where it is not known.</summary>
    public static CultureInfo Culture(string language) =>
        CultureInfo.GetCultureInfo(Languages.Contains(language) ? language : LocalizedText.Fallback);
}
