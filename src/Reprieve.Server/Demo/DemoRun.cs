using Reprieve.Notices;

namespace Reprieve.Server.Demo;

/// <summary>
/// What makes a workbench a demo: the sample cases, a clock that stands where they are, and a key that signs its invented mails.
/// Nothing of it outlives the run.
/// </summary>
public sealed class DemoRun : IDisposable
{
    /// <summary>Days after the notice of the story and before its deadline; the samples are of August to October 2026.</summary>
    private static readonly DateTimeOffset Start = new(2026, 10, 5, 15, 0, 0, TimeSpan.Zero);

    private readonly string _samples;
    private readonly DemoClock _clock;

    /// <param name="samples">The folder with the sample cases.</param>
    /// <param name="clock">What the demo's own clock goes by.</param>
    public DemoRun(string samples, TimeProvider clock)
    {
        _samples = samples;
        _clock = new DemoClock(clock, Start);
    }

    /// <summary>The clock of everything in the demo.</summary>
    public TimeProvider Clock => _clock;

    internal DemoMails Mails { get; } = new();

    /// <summary>The files of the seller whom the story is about.</summary>
    internal string Story => Path.Combine(_samples, "late-shipment");

    /// <summary>A mail that pretends to be Amazon's.</summary>
    internal string FalseMail => Path.Combine(_samples, "phishing", "notice.eml");

    /// <summary>Lets the time pass until a moment.</summary>
    internal void GoTo(DateTimeOffset moment) => _clock.GoTo(moment);

    /// <summary>The keys that the demo knows: its own, and the usual ones.</summary>
    internal IDkimKeys Over(IDkimKeys? usual) => Mails.Over(usual);

    /// <inheritdoc/>
    public void Dispose() => Mails.Dispose();
}
