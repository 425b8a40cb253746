using System.Globalization;
using System.Resources;

namespace Reprieve.Knowledge;

/// <summary>
/// The user-facing strings of one project, from its resource files (<c>Texts.resx</c>, <c>Texts.zh-Hans.resx</c>).
/// The language is the thread's UI culture, set once at the edge.
/// </summary>
/// <param name="owner">A type of the project whose resources these are; its namespace's root holds <c>Texts</c>.</param>
/// <param name="baseName">Full name of the resource, without ending.</param>
public sealed class UserTexts(Type owner, string baseName)
{
    private const string OfWorkbench = ".workbench";
    private static readonly AsyncLocal<bool> Workbench = new();

    private readonly ResourceManager _resources = new(baseName, owner.Assembly);

    /// <summary>The string of a key, with <c>{0}</c> … filled in (invariant formats; format figures before).</summary>
    /// <exception cref="MissingManifestResourceException">There is no such key: a fault of ours.</exception>
    public string Get(string key, params ReadOnlySpan<object?> arguments)
    {
        string text =
            (InWorkbench ? _resources.GetString(key + OfWorkbench, CultureInfo.CurrentUICulture) : null)
            ?? _resources.GetString(key, CultureInfo.CurrentUICulture)
            ?? throw new MissingManifestResourceException($"{baseName} has no text '{key}'.");
        return arguments.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, arguments);
    }

    /// <summary>
    /// Whether people read in the workbench: there a text that names commands and files has a second form, whose key ends
    /// in <c>.workbench</c>. Holds, like the language, for what is done from here on.
    /// </summary>
    public static bool InWorkbench
    {
        get => Workbench.Value;
        set => Workbench.Value = value;
    }

    /// <summary>Whether there is a string of that key.</summary>
    public bool Has(string key) => _resources.GetString(key, CultureInfo.InvariantCulture) is not null;

    /// <summary>The string of a key in every language there is, as it stands.</summary>
    public IEnumerable<string> InAll(string key) =>
        new[] { LocalizedText.Fallback, "zh-Hans" }.Select(language =>
            _resources.GetString(key, CultureInfo.GetCultureInfo(language))
            ?? throw new MissingManifestResourceException($"{baseName} has no text '{key}'.")
        );

    /// <summary>The BCP 47 tag of the screen's language: <c>zh-Hans</c> or <c>en</c>.</summary>
    public static string Language =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "zh-Hans" : LocalizedText.Fallback;
}
