namespace Reprieve.Knowledge.Loading;

/// <summary>What must hold of an escalation, so that none is open always, or never.</summary>
internal static class EscalationValidation
{
    private const string Address = "{address}";

    public static IEnumerable<(string Path, string Message)> Check(EscalationRoute way, KnowledgeBase knowledge)
    {
        EscalationOpening opens = way.OpensWhen;
        if (
            opens is { Answers.Count: 0, Undecided: false, Call: false }
            && (opens.SilentBusinessDays ?? opens.Denials ?? opens.HeldDays) is null
        )
        {
            yield return (
                "$.opensWhen",
                "opensWhen is empty; give answers, undecided, call, silentBusinessDays, denials or heldDays"
            );
        }

        foreach (
            (string field, int? number) in new[]
            {
                ("opensWhen.silentBusinessDays", opens.SilentBusinessDays),
                ("opensWhen.denials", opens.Denials),
                ("opensWhen.heldDays", opens.HeldDays),
                ("withinMonths", way.WithinMonths),
            }
        )
        {
            if (number is < 1)
            {
                yield return ($"$.{field}", $"{field} must be at least 1; leave it out where it does not count");
            }
        }

        if (opens.Answers.Contains(Decision.Reinstated))
        {
            yield return ("$.opensWhen.answers", "nothing is escalated once the account is reinstated");
        }

        foreach ((string path, IReadOnlyList<LocalizedText> texts) in Needed(way))
        {
            if (texts.Count == 0)
            {
                yield return (path, $"{path[2..]} is empty; whoever goes this way needs to read it");
            }
        }

        Route? route = knowledge.Routes.FirstOrDefault(one => one.Code == way.Route);
        if (way.Route is { } code && route is null)
        {
            yield return ("$.route", $"'{code}' is no route of knowledge/routes");
        }

        bool asks = way.Steps.Any(step =>
            step.Texts.Values.Any(text => text.Contains(Address, StringComparison.Ordinal))
        );
        if (asks && route is not { Addresses.Count: > 0 } && (way.Route is null || route is not null))
        {
            yield return ("$.steps", $"a step names {Address}; give a route that has addresses (route: funds_mailbox)");
        }
    }

    private static IEnumerable<(string Path, IReadOnlyList<LocalizedText> Texts)> Needed(EscalationRoute way) =>
        [
            ("$.preconditions", way.Preconditions),
            ("$.clock", way.Clock),
            ("$.steps", way.Steps),
            ("$.prepares", way.Prepares),
            ("$.cautions", way.Cautions),
            ("$.doNot", way.DoNot),
        ];
}
