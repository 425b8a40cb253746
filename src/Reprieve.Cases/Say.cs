using Reprieve.Knowledge;

namespace Reprieve.Cases;

/// <summary>The strings of this project.</summary>
internal static class Say
{
    public static readonly UserTexts Texts = new(typeof(Say), "Reprieve.Cases.Texts");
}
