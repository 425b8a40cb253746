using Reprieve.Knowledge;

namespace Reprieve.Mail;

/// <summary>What a person reads of this project, in the screen's language.</summary>
internal static class Say
{
    public static readonly UserTexts Texts = new(typeof(Say), "Reprieve.Mail.Texts");
}
