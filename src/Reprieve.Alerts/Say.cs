using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Alerts;

/// <summary>What a person reads of this project.</summary>
internal static class Say
{
    public static readonly UserTexts Texts = new(typeof(Say), "Reprieve.Alerts.Texts");

    /// <summary>Does something in the language of a channel: alerts are made where no screen is.</summary>
    public static T In<T>(string language, Func<T> deed)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
            language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-Hans" : LocalizedText.Fallback
        );
        try
        {
            return deed();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
