using Reprieve.Knowledge;

namespace Reprieve.Appeals.Packing;

/// <summary>What a code of the contract is called on the screen; the text's key is the group and the code.</summary>
internal static class Words
{
    public static string Of<T>(string group, T value)
        where T : struct, Enum => Say.Texts.Get($"{group}_{value.Code()}");

    /// <summary>For codes that are strings: a later code without a text of its own is shown as it is.</summary>
    public static string Of(string group, string code)
    {
        try
        {
            return Say.Texts.Get($"{group}_{code}");
        }
        catch (System.Resources.MissingManifestResourceException)
        {
            return code;
        }
    }
}
