using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Responses.Writing;

/// <summary>A cause that is answered, with what, and which parts of it were asked.</summary>
/// <param name="Code">A reason code, or a buyer cause where the notice names such.</param>
internal sealed record Cause(string Code, Playbook Playbook, IReadOnlyList<PlanSection> Sections)
{
    /// <summary>Further causes that the same playbook answers: it is said once, of all of them.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    public IEnumerable<string> Codes => Also.Prepend(Code);
}

/// <summary>What an answer is made of: the frame around it, and the causes in the order of the notice.</summary>
/// <param name="Unanswered">Causes that no playbook answers yet.</param>
internal sealed record Outline(
    ResponseMode Mode,
    Playbook Frame,
    IReadOnlyList<Cause> Causes,
    IReadOnlyList<string> Unanswered
)
{
    public IEnumerable<Playbook> Playbooks => Causes.Select(cause => cause.Playbook).Prepend(Frame).Distinct();

    /// <summary>Whether it is written under the headings of a plan.</summary>
    public bool HasSections => Headed(Frame).Any();

    /// <summary>Whether something else comes first, and the frame says what.</summary>
    public bool IsSteps => Frame.Sentences.Any(s => s.Id.StartsWith(Steps.Step, StringComparison.Ordinal));

    public static Outline Of(ResponseRequest request, ResponseMode mode, KnowledgeBase knowledge)
    {
        Playbook frame = PlaybookChoice.Frame(mode, request.Notice.Marketplace, knowledge)!;
        List<Cause> causes = [];
        List<string> unanswered = [];
        foreach ((string code, IReadOnlyList<PlanSection> sections) in Wanted(request, frame))
        {
            if (PlaybookChoice.Of(code, mode, request.Notice.Marketplace, knowledge) is { } playbook)
            {
                Add(causes, new Cause(code, playbook, sections));
            }
            else
            {
                unanswered.Add(code);
            }
        }

        return new Outline(mode, frame, causes, unanswered);
    }

    private static void Add(List<Cause> causes, Cause cause)
    {
        int same = causes.FindIndex(other => other.Playbook.Code == cause.Playbook.Code);
        if (same < 0)
        {
            causes.Add(cause);
            return;
        }

        causes[same] = causes[same] with
        {
            Also = [.. causes[same].Also, cause.Code],
            Sections = [.. causes[same].Sections.Union(cause.Sections).Order()],
        };
    }

    /// <summary>
    /// The causes and their parts. A notice that asks for more gets exactly the cells it asks for; a first answer
    /// every part that the frame has, of every cause.
    /// </summary>
    private static IEnumerable<(string Cause, IReadOnlyList<PlanSection> Sections)> Wanted(
        ResponseRequest request,
        Playbook frame
    )
    {
        Diagnosis notice = request.Notice;
        IReadOnlyList<string> reasons = Reasons(request);
        PlanSection[] headed = [.. Headed(frame)];
        if (headed.Length == 0 || notice.RequestGrid.Count == 0)
        {
            return reasons.Select(reason => (reason, (IReadOnlyList<PlanSection>)headed));
        }

        bool more = notice.Kind is NoticeKind.AppealMoreInfo or NoticeKind.AppealDenied or NoticeKind.InfoRequest;
        List<(string Cause, PlanSection Section)> cells =
        [
            .. notice.RequestGrid.SelectMany(cell =>
                cell.Cause is { } cause ? [(cause, cell.Section)] : reasons.Select(reason => (reason, cell.Section))
            ),
        ];

        // A first notice may name buyers' causes in its grid, and reasons elsewhere: none is left out.
        IEnumerable<string> names = more
            ? cells.Select(cell => cell.Cause)
            : cells
                .Select(cell => cell.Cause)
                .Concat(notice.RequestGrid.Any(cell => cell.Cause is not null) ? [] : reasons);
        return names
            .Distinct(StringComparer.Ordinal)
            .Select(cause =>
            {
                PlanSection[] asked =
                [
                    .. cells.Where(cell => cell.Cause == cause).Select(cell => cell.Section).Distinct().Order(),
                ];
                return (cause, (IReadOnlyList<PlanSection>)(more && asked.Length > 0 ? asked : headed));
            })
            .ToList();
    }

    private static IEnumerable<PlanSection> Headed(Playbook frame) =>
        frame.Sentences.Select(sentence => sentence.Section).OfType<PlanSection>();

    public static IReadOnlyList<string> Reasons(ResponseRequest request)
    {
        IReadOnlyList<StatedReason> stated =
            request.Notice.Reasons.Count > 0 || request.Original is null
                ? request.Notice.Reasons
                : request.Original.Reasons;
        return [.. stated.Select(reason => reason.Code)];
    }
}
