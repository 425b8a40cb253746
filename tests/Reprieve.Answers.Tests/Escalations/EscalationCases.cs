using System.Globalization;
using Reprieve.Answers.Escalations;
using Reprieve.Appeals;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Answers.Tests.Escalations;

/// <summary>An invented case: a notice of Thursday 1 October 2026, what was sent, and what Amazon answered.</summary>
internal sealed record Situation(Diagnosis Notice, IReadOnlyList<SentRound> Sent, IReadOnlyList<Diagnosis> Later)
{
    /// <summary>Nothing was sent yet.</summary>
    public static Situation Fresh { get; } = new(Diagnoses.LateShipment, [], []);

    /// <summary>Sent on Friday 2 October at 17:00 in Los Angeles.</summary>
    public static Situation Waiting { get; } = Fresh.SentAt("2026-10-02T17:00:00-07:00");

    /// <summary>Amazon's answer of 9 October.</summary>
    public static Situation Answered(Decision? decision) => Waiting.Answer(decision, "2026-10-09T12:00:00-07:00");

    public Situation In(string store) => this with { Notice = Notice with { Marketplace = store } };

    public Situation Of(NoticeKind kind, AccountStatus status = AccountStatus.Deactivated) =>
        this with
        {
            Notice = Notice with { Kind = kind, AccountStatus = status },
        };

    public Situation Read(Func<Diagnosis, Diagnosis> change) => this with { Notice = change(Notice) };

    public Situation SentAt(string? at)
    {
        int number = Sent.Count + 1;
        return this with
        {
            Sent =
            [
                .. Sent,
                new SentRound
                {
                    Number = number,
                    Text = "We check the pick-up every day.",
                    Sent = at is null
                        ? null
                        : new SentAppeal(number, Moment(at), "Dana", RouteChannel.AccountHealth, null, [], []),
                },
            ],
        };
    }

    /// <summary>Amazon's answer to the last round.</summary>
    public Situation Answer(Decision? decision, string? at) =>
        this with
        {
            Sent = [.. Sent.SkipLast(1), Sent[^1] with { Answer = Mail(decision, at) }],
        };

    /// <summary>A message that belongs to no round.</summary>
    public Situation Message(Decision? decision, string? at) => this with { Later = [.. Later, Mail(decision, at)] };

    public Escalation? Way(string code, string now, KnowledgeBase? knowledge = null) =>
        Ways(now, knowledge).SingleOrDefault(way => way.Code == code);

    public IReadOnlyList<Escalation> Ways(string now, KnowledgeBase? knowledge = null) =>
        new EscalationBook(knowledge ?? KnowledgeLoader.BuiltIn).Of(
            new EscalationCase([Notice, .. Later], Sent) { Store = "Larkmoor Supply" },
            Moment(now)
        );

    public static DateTimeOffset Moment(string at) => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);

    private Diagnosis Mail(Decision? decision, string? at) =>
        Diagnoses.Denied with
        {
            Kind = decision switch
            {
                null => NoticeKind.Deactivation,
                Decision.Reinstated or Decision.PartiallyReinstated => NoticeKind.Reinstated,
                Decision.MoreInformation => NoticeKind.AppealMoreInfo,
                _ => NoticeKind.AppealDenied,
            },
            Decision = decision,
            Marketplace = Notice.Marketplace,
            Date = at is null ? null : Moment(at),
            Sha256 = $"{decision} {at}",
        };
}
