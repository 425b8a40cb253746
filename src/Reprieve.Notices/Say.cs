using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>The strings of this project that a person reads.</summary>
internal static class Say
{
    public static readonly UserTexts Texts = new(typeof(Say), "Reprieve.Notices.Texts");
}
