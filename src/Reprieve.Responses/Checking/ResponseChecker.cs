using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Fixing;
using Reprieve.Responses.Checking.Reading;
using Reprieve.Responses.Checking.Rules;

namespace Reprieve.Responses.Checking;

/// <summary>
/// Holds an answer against the rules of <c>knowledge/checks</c>, the notice and the case. Works on any text, ours or
/// another's; in a language that knowledge has no words for, only rules without words speak.
/// </summary>
/// <remarks>Safe to use from several threads at once; make it once and keep it.</remarks>
/// <param name="knowledge">Where rules, their words and their messages come from.</param>
public sealed class ResponseChecker(KnowledgeBase knowledge)
{
    /// <summary>Longer texts are no answers; they are refused with one finding instead of being read.</summary>
    private const int MaxLength = 300_000;

    private readonly PlanLanguages _languages = new(knowledge);
    private readonly SafeEdits _edits = new(knowledge);
    private readonly IReadOnlyList<ICheck> _checks = AllChecks.From(knowledge);

    /// <summary>Checks a text.</summary>
    /// <param name="text">The plain text as it would be pasted into the form.</param>
    /// <param name="request">The notice, the mode, the case, as far as known.</param>
    /// <returns>The verdict; messages are in the screen's language. No text makes it throw.</returns>
    public CheckReport Check(string text, CheckRequest request)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(request);
        ResponseMode? read = request.Mode ?? request.Notice?.ResponseMode;
        bool assumed = read is null or ResponseMode.Unknown;
        ResponseMode mode = assumed ? ResponseMode.Plan : read!.Value;
        if (text.Length > MaxLength)
        {
            return TooLong(text, mode);
        }

        string? expected = request.Language ?? request.Notice?.Language;
        PlanText plan = PlanText.Read(text, _languages, expected, NoticeQuestions.Of(request.Notice));
        var answer = new AnswerUnderCheck
        {
            Plan = plan,
            Mode = mode,
            ModeAssumed = assumed,
            Request = request,
            Knowledge = knowledge,
            ReadAlike = other => PlanText.Read(other, _languages, plan.Language, []),
            Coverage = AnswerCoverage.Of(plan, mode, request.Notice),
        };
        List<Finding> findings =
        [
            .. _checks
                .Where(check => check.Entry.Holds(mode, request.Notice?.Marketplace))
                .SelectMany(check => check.Look(answer))
                .OrderBy(finding => finding.Start)
                .ThenByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Rule, StringComparer.Ordinal),
        ];
        return new CheckReport
        {
            Passed = findings.TrueForAll(finding => finding.Severity != Severity.Block),
            ResponseMode = mode,
            Words = plan.Words,
            Findings = findings,
            Coverage = answer.Coverage,
            Edits = _edits.For(plan, findings),
        };
    }

    private static CheckReport TooLong(string text, ResponseMode mode) =>
        new()
        {
            Passed = false,
            ResponseMode = mode,
            Words = text.AsSpan().Count(' ') + 1,
            Findings =
            [
                new Finding(
                    "LEN-01",
                    Severity.Block,
                    Say.Texts.Get("check.too_long", text.Length, MaxLength),
                    0,
                    0,
                    ""
                ),
            ],
            Coverage = [],
            Edits = [],
        };
}
