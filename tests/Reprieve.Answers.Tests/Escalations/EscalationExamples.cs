using Reprieve.Answers.Escalations;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Answers.Tests.Escalations;

/// <summary>What is expected of a way in a case at a moment; a null state where it is not offered.</summary>
internal sealed record Example(
    string Code,
    string What,
    Situation Case,
    string Now,
    EscalationState? State,
    string? From = null,
    string? Until = null
);

/// <summary>The ways that ship, held against invented cases on the days that matter.</summary>
internal static class EscalationExamples
{
    private const EscalationState Open = EscalationState.Open;
    private const EscalationState NotYet = EscalationState.NotYet;
    private const EscalationState Over = EscalationState.Over;

    private static readonly Situation Denied = Situation.Answered(Decision.Denied);
    private static readonly Situation Final = Situation.Answered(Decision.DeniedFinal);

    private static readonly Situation Twice = Denied
        .SentAt("2026-10-12T10:00:00-07:00")
        .Answer(Decision.Denied, "2026-10-16T10:00:00-07:00");

    public static readonly Example[] All =
    [
        // The call: five business days of silence after Friday 2 October end with Friday 9 October, in the store's zone.
        new("account_health_call", "nothing sent", Situation.Fresh, "2026-10-02T12:00-07:00", NotYet),
        new("account_health_call", "day before", Situation.Waiting, "2026-10-08T23:59-07:00", NotYet, "2026-10-09"),
        new("account_health_call", "on the day", Situation.Waiting, "2026-10-09T00:00-07:00", Open),
        new("account_health_call", "long after", Situation.Waiting, "2026-12-09T00:00-08:00", Open),
        new(
            "account_health_call",
            "sent, unknown when",
            Situation.Fresh.SentAt(null),
            "2026-12-09T00:00-08:00",
            NotYet
        ),
        new(
            "account_health_call",
            "wants more",
            Situation.Answered(Decision.MoreInformation),
            "2026-10-09T13:00-07:00",
            Open
        ),
        new("account_health_call", "denied", Denied, "2026-10-09T13:00-07:00", Open),
        new(
            "account_health_call",
            "a part back",
            Situation.Answered(Decision.PartiallyReinstated),
            "2026-10-10T13:00-07:00",
            Open
        ),
        new("account_health_call", "same notice", Situation.Answered(null), "2026-10-10T13:00-07:00", Open),
        new(
            "account_health_call",
            "same notice beside the round",
            Situation.Waiting.Message(null, "2026-10-05T10:00-07:00"),
            "2026-10-05T13:00-07:00",
            Open
        ),
        new(
            "account_health_call",
            "asked to call",
            Situation.Fresh.Read(notice => notice with { ResponseMode = ResponseMode.Call }),
            "2026-10-01T13:00-07:00",
            Open
        ),
        new(
            "account_health_call",
            "second round under way",
            Denied.SentAt("2026-10-12T10:00-07:00"),
            "2026-10-16T23:59-07:00",
            NotYet,
            "2026-10-19"
        ),
        new(
            "account_health_call",
            "money only",
            Situation.Waiting.Of(NoticeKind.FundsHold),
            "2026-12-09T00:00-08:00",
            null
        ),
        new("account_health_call", "back", Situation.Answered(Decision.Reinstated), "2026-10-10T13:00-07:00", null),
        // The money: 60 calendar days after 1 October end with 30 November.
        new("funds_release", "day before", Situation.Fresh, "2026-11-29T23:59-08:00", NotYet, "2026-11-30"),
        new("funds_release", "on the day", Situation.Fresh, "2026-11-30T00:00-08:00", Open, "2026-11-30"),
        new("funds_release", "beside an open appeal", Situation.Waiting, "2026-12-01T00:00-08:00", Open, "2026-11-30"),
        new(
            "funds_release",
            "notice names a later day",
            WithMoneyLimit("2026-12-30T23:59-08:00"),
            "2026-12-01T00:00-08:00",
            NotYet,
            "2026-12-30"
        ),
        new(
            "funds_release",
            "the later day",
            WithMoneyLimit("2026-12-30T23:59-08:00"),
            "2026-12-30T00:00-08:00",
            Open,
            "2026-12-30"
        ),
        new(
            "funds_release",
            "no date",
            Situation.Fresh.Read(notice => notice with { Date = null }),
            "2026-12-30T00:00-08:00",
            NotYet
        ),
        new(
            "funds_release",
            "never deactivated",
            Situation.Fresh.Of(NoticeKind.VerificationRequest, AccountStatus.AtRisk),
            "2026-12-30T00:00-08:00",
            null
        ),
        new(
            "funds_release",
            "at risk",
            Situation.Fresh.Of(NoticeKind.AtRiskWarning, AccountStatus.AtRisk),
            "2026-12-30T00:00-08:00",
            null
        ),
        new("funds_release", "back", Situation.Answered(Decision.Reinstated), "2026-12-30T00:00-08:00", null),
        // The letter: two denials, a final one, or twenty business days of silence, which end with 30 October.
        new("executive_relations", "nothing sent", Situation.Fresh, "2026-12-30T00:00-08:00", NotYet),
        new(
            "executive_relations",
            "within its time",
            Situation.Waiting,
            "2026-10-29T23:59-07:00",
            NotYet,
            "2026-10-30"
        ),
        new("executive_relations", "long silence", Situation.Waiting, "2026-10-30T00:00-07:00", Open),
        new("executive_relations", "denied once", Denied, "2026-10-30T00:00-07:00", NotYet),
        new("executive_relations", "denied twice", Twice, "2026-10-16T11:00-07:00", Open),
        new(
            "executive_relations",
            "third appeal open",
            Twice.SentAt("2026-10-19T10:00-07:00"),
            "2026-10-20T11:00-07:00",
            NotYet,
            "2026-11-16"
        ),
        new("executive_relations", "final", Final, "2026-10-09T13:00-07:00", Open),
        new(
            "executive_relations",
            "two letters, nothing sent from here",
            Situation
                .Fresh.Message(Decision.Denied, "2026-10-05T10:00-07:00")
                .Message(Decision.Denied, "2026-10-08T10:00-07:00"),
            "2026-10-09T13:00-07:00",
            Open
        ),
        new("executive_relations", "money only", Final.Of(NoticeKind.FundsHold), "2026-10-09T13:00-07:00", null),
        // Mediation: six months after Amazon's last message, of 9 October at 21:00 in Berlin.
        new("mediation_europe", "nothing sent", Situation.Fresh.In("amazon.de"), "2026-10-09T13:00-07:00", NotYet),
        new("mediation_europe", "appeal open", Situation.Waiting.In("amazon.de"), "2026-12-09T13:00-07:00", NotYet),
        new("mediation_europe", "denied once", Denied.In("amazon.de"), "2026-10-10T13:00-07:00", NotYet),
        new(
            "mediation_europe",
            "denied twice",
            Twice.In("amazon.co.uk"),
            "2026-10-20T13:00-07:00",
            Open,
            null,
            "2027-04-16"
        ),
        new("mediation_europe", "last day", Final.In("amazon.de"), "2027-04-09T23:59+02:00", Open, null, "2027-04-09"),
        new("mediation_europe", "day after", Final.In("amazon.de"), "2027-04-10T00:00+02:00", Over, null, "2027-04-09"),
        new(
            "mediation_europe",
            "last message without a date",
            Situation
                .Waiting.In("amazon.de")
                .Read(notice => notice with { Date = null })
                .Answer(Decision.DeniedFinal, null),
            "2027-04-10T00:00+02:00",
            Open
        ),
        new("mediation_europe", "US", Final, "2026-10-10T13:00-07:00", null),
        new("mediation_europe", "Turkey", Final.In("amazon.com.tr"), "2026-10-10T13:00-07:00", null),
        new(
            "mediation_europe",
            "money only",
            Final.In("amazon.de").Of(NoticeKind.FundsHold),
            "2026-10-10T13:00-07:00",
            null
        ),
        // Arbitration.
        new("arbitration_us", "nothing sent", Situation.Fresh, "2026-10-09T13:00-07:00", NotYet),
        new("arbitration_us", "appeal open", Situation.Waiting, "2026-12-09T13:00-07:00", NotYet),
        new("arbitration_us", "denied once", Denied, "2026-10-10T13:00-07:00", NotYet),
        new("arbitration_us", "denied twice", Twice, "2026-10-20T13:00-07:00", Open),
        new("arbitration_us", "final", Final, "2026-10-10T13:00-07:00", Open),
        new("arbitration_us", "Germany", Final.In("amazon.de"), "2026-10-10T13:00-07:00", null),
        new("arbitration_us", "Canada", Final.In("amazon.ca"), "2026-10-10T13:00-07:00", null),
    ];

    private static Situation WithMoneyLimit(string due) =>
        Situation.Fresh.Read(notice =>
            notice with
            {
                Deadlines =
                [
                    .. notice.Deadlines,
                    new Deadline("funds", new Evidence("90 days", 0, 7), "90 days", 90, "days", Situation.Moment(due)),
                ],
            }
        );
}
