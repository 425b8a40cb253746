using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Answers.Rounds;

/// <summary>What became of what was sent.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AnswerOutcome>))]
public enum AnswerOutcome
{
    /// <summary>Nothing that answers has come.</summary>
    Silence,

    Reinstated,
    PartiallyReinstated,
    MoreInformation,
    Denied,
    DeniedFinal,

    /// <summary>The notice came again, as if nothing had been sent.</summary>
    SameNotice,

    /// <summary>A notice about something else; it answers nothing.</summary>
    NewNotice,

    /// <summary>Amazon tried to call, or wants a call; it decides nothing.</summary>
    PhoneAttempt,

    /// <summary>A message that decides nothing and asks for nothing.</summary>
    Unclear,

    /// <summary>The message is forged, suspicious or not Amazon's.</summary>
    NotBelieved,
}

/// <summary>What an outcome means for a round.</summary>
public static class AnswerOutcomes
{
    /// <summary>The decision in Amazon's terms; null where there is none.</summary>
    public static Decision? Decision(this AnswerOutcome outcome) =>
        outcome switch
        {
            AnswerOutcome.Reinstated => Knowledge.Decision.Reinstated,
            AnswerOutcome.PartiallyReinstated => Knowledge.Decision.PartiallyReinstated,
            AnswerOutcome.MoreInformation => Knowledge.Decision.MoreInformation,
            AnswerOutcome.Denied => Knowledge.Decision.Denied,
            AnswerOutcome.DeniedFinal => Knowledge.Decision.DeniedFinal,
            _ => null,
        };

    /// <summary>The outcome that a decision is.</summary>
    public static AnswerOutcome Of(Decision decision) =>
        decision switch
        {
            Knowledge.Decision.Reinstated => AnswerOutcome.Reinstated,
            Knowledge.Decision.PartiallyReinstated => AnswerOutcome.PartiallyReinstated,
            Knowledge.Decision.MoreInformation => AnswerOutcome.MoreInformation,
            Knowledge.Decision.Denied => AnswerOutcome.Denied,
            _ => AnswerOutcome.DeniedFinal,
        };

    /// <summary>Whether the round is no longer open at Amazon: it was decided on, or the notice came again.</summary>
    public static bool Answers(this AnswerOutcome outcome) =>
        outcome == AnswerOutcome.SameNotice || outcome.Decision() is not null;
}
