using Reprieve.Knowledge;

namespace Reprieve.Alerts;

/// <summary>Something that a person shall know now, and what to do about it.</summary>
public sealed record Alert
{
    /// <summary>
    /// What happened, told apart from all else: for instance the case's id, the hash of the message and the kind. The same
    /// event alerts once.
    /// </summary>
    public required string Event { get; init; }

    /// <summary>
    /// When, by a clock that can be trusted: the arrival in the mailbox, not the date that a mail claims. Older than 90 days
    /// is no alert any more.
    /// </summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The words by language (BCP 47); English is always there. Plain text, without any markup.</summary>
    public required IReadOnlyDictionary<string, AlertText> Texts { get; init; }

    /// <summary>Where to go, an https address or one of this machine; null for nowhere.</summary>
    public Uri? Link { get; init; }

    /// <summary>Whether it comes at once, in quiet hours too and outside the digest.</summary>
    public bool Urgent { get; init; }

    /// <summary>The words in a language, or in English.</summary>
    public AlertText In(string language) =>
        Texts.TryGetValue(language, out AlertText? text) ? text : Texts[LocalizedText.Fallback];
}

/// <summary>The words of an alert in one language.</summary>
/// <param name="Title">One line.</param>
/// <param name="Text">What happened.</param>
/// <param name="Do">What to do now.</param>
public sealed record AlertText(string Title, string Text, string Do);
