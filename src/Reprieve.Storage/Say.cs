using Reprieve.Knowledge;

namespace Reprieve.Storage;

/// <summary>The strings of this project.</summary>
internal static class Say
{
    public static readonly UserTexts Texts = new(typeof(Say), "Reprieve.Storage.Texts");
}
