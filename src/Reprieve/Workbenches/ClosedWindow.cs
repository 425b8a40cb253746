using System.Runtime.InteropServices;

namespace Reprieve.Cli.Workbenches;

/// <summary>
/// Stops what runs when its window is closed, which is how most people end a program: the system then gives it a few
/// seconds, in which it tidies up.
/// </summary>
internal sealed class ClosedWindow : IDisposable
{
    private static readonly TimeSpan TimeGiven = TimeSpan.FromSeconds(4);

    private readonly CancellationTokenSource _stop;
    private readonly ManualResetEventSlim _ended = new();
    private readonly PosixSignalRegistration _closed;

    public ClosedWindow(CancellationToken cancel)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _closed = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
    }

    public CancellationToken Token => _stop.Token;

    /// <summary>What was to be stopped has ended.</summary>
    public void Dispose()
    {
        _ended.Set();
        _closed.Dispose();
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        _stop.Cancel();
        // On Windows the process is gone as soon as this returns.
        _ended.Wait(TimeGiven);
    }
}
