using Reprieve.Answers.Rounds;
using Reprieve.Appeals;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Answers.Escalations;

/// <summary>One condition as it stands.</summary>
/// <param name="IsOpen">Whether it holds.</param>
/// <param name="From">The day from which it holds; null where that hangs on Amazon or is not known.</param>
/// <param name="Why">In the screen's language.</param>
internal sealed record Standing(bool IsOpen, DateOnly? From, string Why);

/// <summary>Holds the conditions of a way against a case, on one day of the store.</summary>
internal sealed class Opening(EscalationCase facts, TimeZoneInfo zone, DateOnly today)
{
    /// <summary>
    /// How it stands: open by the first condition that holds, else with the nearest day on which one will, else with what
    /// Amazon would have to do. Null where nothing of the case can open it.
    /// </summary>
    public Standing? Of(EscalationOpening opens)
    {
        List<Standing> all =
        [
            .. new[]
            {
                ByCall(opens),
                ByDenials(opens),
                ByAnswer(opens),
                BySilence(opens),
                ByMoney(opens),
            }.OfType<Standing>(),
        ];
        return all.FirstOrDefault(one => one.IsOpen)
            ?? all.Where(one => one.From is not null).MinBy(one => one.From)
            ?? all.FirstOrDefault();
    }

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private Standing? ByCall(EscalationOpening opens) => opens.Call && facts.WantsCall ? Open("Escalation_Call") : null;

    private Standing? ByAnswer(EscalationOpening opens)
    {
        if (opens.Answers.Count == 0 && !opens.Undecided)
        {
            return null;
        }

        if (facts.Newest is not { } answer)
        {
            return NotAnswered();
        }

        return OutcomeReader.DecisionOf(answer) switch
        {
            { } decision when opens.Answers.Contains(decision) => Open("Escalation_Answer", NoticeTexts.Name(decision)),
            null when opens.Undecided => Open("Escalation_Undecided"),
            _ => Later(
                "Escalation_OtherAnswer",
                string.Join(Text("Escalation_Or"), opens.Answers.Select(NoticeTexts.Name))
            ),
        };
    }

    private Standing? ByDenials(EscalationOpening opens) =>
        opens.Denials is not { } wanted ? null
        : facts.IsWaiting ? NotAnswered()
        : facts.Denials >= wanted ? Open("Escalation_Denials", facts.Denials)
        : facts.Denials == 0 ? null
        : Later("Escalation_FewDenials", wanted, facts.Denials);

    private Standing? BySilence(EscalationOpening opens)
    {
        if (opens.SilentBusinessDays is not { } days || !facts.IsWaiting)
        {
            return null;
        }

        if (facts.SentAt is not { } at)
        {
            return Later("Escalation_SentUnknown", days);
        }

        DateOnly from = BusinessDays.After(Day(at), days);
        return today >= from
            ? Open("Escalation_Silent", UserFigures.Day(Day(at)), days)
            : new Standing(false, from, Text("Escalation_Wait", UserFigures.Day(Day(at)), days));
    }

    private Standing? ByMoney(EscalationOpening opens)
    {
        if (opens.HeldDays is not { } days)
        {
            return null;
        }

        DateOnly? rule = facts.Deactivated is { } at ? Day(at).AddDays(days) : null;
        if (facts.MoneyLimit?.Due is { } due)
        {
            // The notice at hand goes before the rule.
            DateOnly named = Day(due);
            string why =
                rule is { } other && other != named
                    ? Text("Escalation_MoneyNoticeAndRule", UserFigures.Day(named), days, UserFigures.Day(other))
                    : Text("Escalation_MoneyNotice", UserFigures.Day(named));
            return new Standing(today >= named, named, why);
        }

        return rule is { } from
                ? new Standing(today >= from, from, Text("Escalation_Money", days, UserFigures.Day(from)))
            : facts.IsDeactivated ? Later("Escalation_MoneyUnknown", days)
            : null;
    }

    /// <summary>Nothing was sent, or what was sent is with Amazon: the appeal comes first.</summary>
    private Standing NotAnswered() => Later(facts.IsWaiting ? "Escalation_Waiting" : "Escalation_NothingSent");

    private static Standing Open(string key, params ReadOnlySpan<object?> arguments) =>
        new(true, null, Text(key, arguments));

    private static Standing Later(string key, params ReadOnlySpan<object?> arguments) =>
        new(false, null, Text(key, arguments));

    private static string Text(string key, params ReadOnlySpan<object?> arguments) => Say.Texts.Get(key, arguments);
}
