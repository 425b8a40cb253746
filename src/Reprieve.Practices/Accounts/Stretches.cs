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
            Run(() =>
                Parallel.For(0, parts, i => walk((int)((long)count * i / parts), (int)((long)count * (i + 1) / parts)))
            );
        }
    }

    /// <summary>Does several things, one after the other or, where the account is large, at once.</summary>
    /// <param name="count">How many orders or rows they go through.</param>
    public static void Together(int count, params Action[] steps)
    {
        if (count < Worth)
        {
            Array.ForEach(steps, step => step());
        }
        else
        {
            Run(() => Parallel.Invoke(steps));
        }
    }

    /// <summary>As if one thread did it: whoever cancelled waits for that, and not for a collection of faults.</summary>
    private static void Run(Action parallel)
    {
        try
        {
            parallel();
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }
}
