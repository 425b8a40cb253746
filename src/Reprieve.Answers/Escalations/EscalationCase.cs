using Reprieve.Answers.Rounds;
using Reprieve.Appeals;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Answers.Escalations;

/// <summary>What the ways beyond the appeal are judged by.</summary>
public sealed record EscalationCase
{
    private static readonly NoticeKind[] Irrelevant =
    [
        NoticeKind.Phishing,
        NoticeKind.NotAmazon,
        NoticeKind.OtherAmazonMail,
    ];

    private readonly IReadOnlyList<Diagnosis> _messages;
    private readonly Arrivals _came;

    /// <param name="messages">The messages about this store, oldest first. Those that are not Amazon's count for nothing.</param>
    /// <param name="sent">Rounds that went out, oldest first.</param>
    public EscalationCase(IEnumerable<Diagnosis> messages, IReadOnlyList<SentRound> sent)
    {
        Sent = sent;
        List<Diagnosis> all =
        [
            .. messages
                .Concat(sent.Select(round => round.Answer).OfType<Diagnosis>())
                .Where(message => !Trust.IsRefused(message) && !Irrelevant.Contains(message.Kind))
                .DistinctBy(message => message.Sha256),
        ];
        Notice = all.Count > 0 ? all[0] : null;
        _messages = [.. all.OrderBy(message => message.Date ?? DateTimeOffset.MinValue)];
        _came = Arrivals.Since(sent, _messages);
    }

    /// <summary>The store's name for the script; null when not known.</summary>
    public string? Store { get; init; }

    /// <summary>Rounds that went out, oldest first.</summary>
    internal IReadOnlyList<SentRound> Sent { get; }

    /// <summary>The message that opened the case; null when none of it is Amazon's.</summary>
    internal Diagnosis? Notice { get; }

    /// <summary>
    /// Amazon's newest answer to the last round; where nothing was sent from here, the newest message that decides something.
    /// Null while Amazon has not answered.
    /// </summary>
    internal Diagnosis? Newest =>
        Sent.Count == 0
            ? _messages.LastOrDefault(message => OutcomeReader.DecisionOf(message) is not null)
            : _came.Answer ?? _messages.FirstOrDefault(message => message.Sha256 == Sent[^1].Answer?.Sha256);

    /// <summary>Whether Amazon wants a call: tried since the last round went out, or in the notice that nobody answered yet.</summary>
    internal bool WantsCall => _came.Call is not null || (Sent.Count == 0 && Notice?.ResponseMode == ResponseMode.Call);

    /// <summary>Whether an appeal is with Amazon.</summary>
    internal bool IsWaiting => Sent.Count > 0 && Newest is null;

    /// <summary>When the last round was sent; null when that is not known.</summary>
    internal DateTimeOffset? SentAt => Sent.Count > 0 ? Sent[^1].Sent?.At : null;

    /// <summary>How often Amazon has denied, finally or not.</summary>
    internal int Denials =>
        _messages.Count(message => OutcomeReader.DecisionOf(message) is Decision.Denied or Decision.DeniedFinal);

    /// <summary>When Amazon last wrote about the case; null when no message has a date.</summary>
    internal DateTimeOffset? LastWord => _messages.Max(message => message.Date);

    /// <summary>When the account was deactivated; null when no message says so with a date.</summary>
    internal DateTimeOffset? Deactivated => _messages.Where(SaysDeactivated).Min(message => message.Date);

    /// <summary>Whether a message says that the account is deactivated.</summary>
    internal bool IsDeactivated => _messages.Any(SaysDeactivated);

    /// <summary>The newest limit that Amazon's messages state for the money; null where none does.</summary>
    internal Deadline? MoneyLimit =>
        _messages
            .SelectMany(message => message.Deadlines)
            .LastOrDefault(limit => limit is { For: "funds", Due: not null });

    private static bool SaysDeactivated(Diagnosis message) =>
        message.Kind == NoticeKind.Deactivation
        || message.AccountStatus is AccountStatus.Deactivated or AccountStatus.PartiallyDeactivated;
}
