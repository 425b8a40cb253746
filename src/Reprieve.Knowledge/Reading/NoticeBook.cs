namespace Reprieve.Knowledge;

/// <summary>
/// All that reading a notice needs of the knowledge, in one flat form: the built-in one is read from the compiled file
/// without a serialiser, and the wordings of a language only when a mail is in it.
/// </summary>
public sealed class NoticeBook
{
    private readonly Func<string, IReadOnlyList<CueLine>> _cues;

    internal NoticeBook(Func<string, IReadOnlyList<CueLine>> cues) => _cues = cues;

    /// <summary>Languages, each with the little words by which it is told.</summary>
    public required IReadOnlyList<BookLanguage> Languages { get; init; }

    /// <inheritdoc cref="KnowledgeBase.Reasons"/>
    public required IReadOnlyList<BookReason> Reasons { get; init; }

    /// <inheritdoc cref="KnowledgeBase.Replies"/>
    public required IReadOnlyList<BookReply> Replies { get; init; }

    /// <inheritdoc cref="KnowledgeBase.Marketplaces"/>
    public required IReadOnlyList<BookStore> Stores { get; init; }

    /// <inheritdoc cref="KnowledgeBase.Senders"/>
    public required IReadOnlyList<BookSenders> Senders { get; init; }

    /// <summary>The wordings of one language, in every field.</summary>
    /// <param name="language">A code of <see cref="Languages"/>.</param>
    public IReadOnlyList<CueLine> Cues(string language) => _cues(language);

    /// <summary>The reason of a code, or null.</summary>
    public BookReason? Reason(string code) => Reasons.FirstOrDefault(r => r.Code == code);

    /// <summary>The store of a domain (any case) or of one of its other names, or null.</summary>
    public BookStore? Store(string? domain) =>
        domain is null
            ? null
            : Stores.FirstOrDefault(s =>
                s.Code.Equals(domain, StringComparison.OrdinalIgnoreCase)
                || s.AlsoKnownAs.Contains(domain, StringComparer.OrdinalIgnoreCase)
            );

    internal static NoticeBook Of(KnowledgeBase knowledge) =>
        new(language => CueLines.Of(knowledge, language))
        {
            Languages =
            [
                .. Tags(knowledge)
                    .Select(tag =>
                        knowledge.Wordings.FirstOrDefault(w => w.Code == tag) is { } wording
                            ? new BookLanguage(tag, wording.Done.Count > 0, wording.CommonWords)
                            : new BookLanguage(tag, false, [])
                    ),
            ],
            Reasons = [.. knowledge.Reasons.Select(r => new BookReason(r.Code, r.Ground, r.GivesWayTo))],
            Replies = [.. knowledge.Replies.Select(r => new BookReply(r.Code, r.Kind, r.Decision))],
            Stores =
            [
                .. knowledge.Marketplaces.Select(m => new BookStore(m.Code, m.TimeZone, m.DateOrder, m.AlsoKnownAs)),
            ],
            Senders = [.. knowledge.Senders.Select(s => new BookSenders(s.Purpose, s.Domains, s.Extensions))],
        };

    /// <summary>Every language with wordings, also one that only a reason or a reply has.</summary>
    private static IEnumerable<string> Tags(KnowledgeBase knowledge) =>
        knowledge
            .Wordings.Select(w => w.Code)
            .Concat(knowledge.Reasons.SelectMany(r => r.Cues.Keys))
            .Concat(knowledge.Replies.SelectMany(r => r.Cues.Keys))
            .Distinct(StringComparer.Ordinal);
}

/// <summary>A language: its tag, whether its verbs need a word beside them to be a deed done, and its frequent little words.</summary>
public sealed record BookLanguage(string Code, bool MarksDeeds, IReadOnlyList<string> CommonWords);

/// <summary>A reason: its ground, and the more exact reasons beside which it is not named.</summary>
public sealed record BookReason(string Code, Ground Ground, IReadOnlyList<string> GivesWayTo);

/// <summary>An answer to an appeal: the kind of message it is and what it decides.</summary>
public sealed record BookReply(string Code, NoticeKind Kind, Decision Decision);

/// <summary>A store: its domain, IANA time zone, order of day, month and year, and other names.</summary>
public sealed record BookStore(string Code, string TimeZone, string DateOrder, IReadOnlyList<string> AlsoKnownAs);

/// <summary>A list of domains, or of kinds of files, that say something about a mail's origin.</summary>
public sealed record BookSenders(
    SenderPurpose Purpose,
    IReadOnlyList<string> Domains,
    IReadOnlyList<string> Extensions
);
