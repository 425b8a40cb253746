using System.Globalization;

namespace Reprieve.Testing;

/// <summary>Runs something with the screen in a language.</summary>
internal static class Screen
{
    public static readonly string[] Languages = ["en", "zh-Hans"];

    public static T In<T>(string language, Func<T> run)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return run();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
