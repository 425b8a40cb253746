using System.Runtime.ExceptionServices;

namespace Reprieve.Practices.Accounts;

/// <summary>Long walks, taken in stretches on all processors.</summary>
internal static class Stretches
{
    /// <summary>Fewer orders or rows are gone through sooner than threads are asked.</summary>
    public const int Worth = 50_000;

    /// <param name="count">How many steps there are.</param>
    /// <param name="worthAThread">How many of them are worth a thread.</param>
    /// <param name="walk">Goes from a step to before another.</param>
    public static void Walk(int count, int worthAThread, Action<int, int> walk)
    {
        int parts = Math.Clamp(count / Math.Max(worthAThread, 1), 1, Environment.ProcessorCount);
        if (parts == 1)
        {
            walk(0, count);
        }
        else
        {
            try
            {
                Parallel.For(0, parts, i => walk((int)((long)count * i / parts), (int)((long)count * (i + 1) / parts)));
            }
            catch (AggregateException faults)
            {
                // As if one thread had walked: whoever cancels waits for that.
                ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
            }
        }
    }
}
