using Reprieve.Knowledge;

namespace Reprieve.Responses.Writing;

/// <summary>
/// Which playbook answers a cause in a mode. One of the user's own goes before the built-in ones: where there is one, these
/// say nothing. Several of the same kind are read as one, in the order of their codes.
/// </summary>
public static class PlaybookChoice
{
    /// <summary>What can be answered: the reason's code with each mode in which some playbook answers it.</summary>
    public static IEnumerable<(string Reason, ResponseMode Mode)> Situations(KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        return knowledge
            .Playbooks.SelectMany(playbook =>
                playbook.Reasons.SelectMany(reason => playbook.Modes.Select(mode => (reason, mode)))
            )
            .Distinct();
    }

    /// <summary>
    /// What answers a reason now, in every store and in the languages that it is written in itself; it answers that reason
    /// in that mode alone. Null when nothing does.
    /// </summary>
    public static Playbook? Copy(string reason, ResponseMode mode, KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        return AsOne(Parts(reason, mode, marketplace: null, knowledge)) is { } playbook
            ? playbook with
            {
                Reasons = [reason],
                Modes = [mode],
            }
            : null;
    }

    /// <summary>The playbook of a reason, or of a cause that buyers complain of; null when there is none.</summary>
    internal static Playbook? Of(string cause, ResponseMode mode, string? marketplace, KnowledgeBase knowledge) =>
        Translated(Parts(cause, mode, marketplace, knowledge), knowledge);

    /// <summary>What stands around every answer of a mode.</summary>
    internal static Playbook? Frame(ResponseMode mode, string? marketplace, KnowledgeBase knowledge) =>
        Translated(Fitting(p => p.Reasons.Count + p.BuyerCauses.Count == 0, mode, marketplace, knowledge), knowledge);

    private static IReadOnlyList<Playbook> Parts(
        string cause,
        ResponseMode mode,
        string? marketplace,
        KnowledgeBase knowledge
    )
    {
        IReadOnlyList<Playbook> all = Fitting(
            p => p.Reasons.Concat(p.BuyerCauses).Contains(cause, StringComparer.Ordinal),
            mode,
            marketplace,
            knowledge
        );
        List<Playbook> own = [.. all.Where(playbook => knowledge.OwnPlaybooks.Contains(playbook.Code))];
        return own.Count > 0 ? own : all;
    }

    private static IReadOnlyList<Playbook> Fitting(
        Func<Playbook, bool> wanted,
        ResponseMode mode,
        string? marketplace,
        KnowledgeBase knowledge
    ) =>
        [
            .. knowledge
                .Playbooks.Where(p => p.Modes.Contains(mode) && p.HoldsFor(marketplace) && wanted(p))
                .OrderBy(p => p.Code, StringComparer.Ordinal),
        ];

    private static Playbook? Translated(IReadOnlyList<Playbook> parts, KnowledgeBase knowledge) =>
        AsOne([.. parts.Select(part => Translations.Of(part, knowledge))]);

    private static Playbook? AsOne(IReadOnlyList<Playbook> parts) =>
        parts.Count == 0 ? null
        : parts.Count == 1 ? parts[0]
        : parts[0] with
        {
            Topic = parts.Select(part => part.Topic).FirstOrDefault(topic => topic is not null),
            Tag = parts.Select(part => part.Tag).FirstOrDefault(tag => tag is not null),
            Questions = [.. parts.SelectMany(part => part.Questions)],
            Sentences = [.. parts.SelectMany(part => part.Sentences)],
        };
}
