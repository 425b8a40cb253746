using Reprieve.Knowledge;

namespace Reprieve.Responses;

/// <summary>The strings of this project that a person reads on screen.</summary>
internal static class Say
{
    public static readonly UserTexts Texts = new(typeof(Say), "Reprieve.Responses.Texts");
}
