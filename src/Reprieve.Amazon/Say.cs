using Reprieve.Knowledge;

namespace Reprieve.Amazon;

/// <summary>What a person reads of this project.</summary>
internal static class Say
{
    public static readonly UserTexts Texts = new(typeof(Say), "Reprieve.Amazon.Texts");
}
