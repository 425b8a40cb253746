using Reprieve.Knowledge;

namespace Reprieve.Documents;

/// <summary>The sentences of this project that a person reads.</summary>
internal static class Say
{
    public static readonly UserTexts Texts = new(typeof(Say), "Reprieve.Documents.Texts");
}
