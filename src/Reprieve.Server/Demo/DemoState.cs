using Reprieve.Cases;
using Reprieve.Storage;

namespace Reprieve.Server.Demo;

/// <summary>What happens in the story of the demo, in this order.</summary>
public enum DemoStep
{
    /// <summary>A notice arrives by mail and opens a case.</summary>
    Notice,

    /// <summary>A false mail arrives and moves nothing.</summary>
    FalseMail,

    /// <summary>The seller's reports and answers come.</summary>
    Reports,

    /// <summary>The answer is sent.</summary>
    Sent,

    /// <summary>Amazon wants more.</summary>
    More,

    /// <summary>The second round is sent.</summary>
    SentAgain,

    /// <summary>Amazon reinstates the account, and the promises begin to count.</summary>
    Reinstated,
}

/// <summary>How far the story is, as the case and the mails say.</summary>
/// <param name="Case">The case that it is about; null before there is one.</param>
/// <param name="False">The false mail; null before it came.</param>
public sealed record DemoState(StoredCase? Case, Arrival? False)
{
    /// <summary>The step that may be taken; null when all are done.</summary>
    public DemoStep? Next =>
        Enum.GetValues<DemoStep>().Cast<DemoStep?>().FirstOrDefault(step => step is { } one && !IsDone(one));

    /// <summary>Whether a step was taken, by whomever.</summary>
    public bool IsDone(DemoStep step) =>
        step switch
        {
            DemoStep.Notice => Case is not null,
            DemoStep.FalseMail => False is not null,
            DemoStep.Reports => Case?.Files.Any(file => file.Path == DemoStory.LastReport) == true,
            DemoStep.Sent => Case?.Record.Rounds.Count > 0,
            DemoStep.More => Case?.Record.Rounds is [{ Answer: not null }, ..],
            DemoStep.SentAgain => Case?.Record.Rounds.Count > 1,
            _ => Case?.Record.Stage == CaseStage.Reinstated,
        };
}
