using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>Sentences one after the other; Chinese sets no space between them.</summary>
internal static class Sentences
{
    public static string Join(string first, string second) =>
        UserTexts.Language == "zh-Hans" ? first + second : $"{first} {second}";
}
