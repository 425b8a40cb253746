using System.Globalization;
using Reprieve.Alerts;
using Reprieve.Knowledge;

namespace Reprieve.Server.Alerting;

/// <summary>Says an alert in each language of the screen: which one a channel wants is known only when it is sent.</summary>
internal static class AlertWords
{
    private static readonly string[] Languages = [LocalizedText.Fallback, "zh-Hans"];

    /// <summary>The culture of a channel's language; English where it is not known.</summary>
    public static CultureInfo Culture(string language) =>
        CultureInfo.GetCultureInfo(Languages.Contains(language) ? language : LocalizedText.Fallback);

    /// <summary>The words by language.</summary>
    /// <param name="words">Says them in the language that holds when it is called.</param>
    public static Dictionary<string, AlertText> InEach(Func<AlertText> words)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            return Languages.ToDictionary(language => language, Words, StringComparer.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        AlertText Words(string language)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return words();
        }
    }
}
