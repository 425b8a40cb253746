using Reprieve.Practices.Accounts;

namespace Reprieve.Practices.Tests;

public sealed class StretchesTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(9, 10)]
    [InlineData(10, 1)]
    [InlineData(100_003, 1)]
    [InlineData(100_003, Stretches.Worth)]
    public void Each_step_is_walked_once(int count, int worthAThread)
    {
        int[] walked = new int[count];
        Stretches.Walk(
            count,
            worthAThread,
            (from, to) =>
            {
                for (int i = from; i < to; i++)
                {
                    Interlocked.Increment(ref walked[i]);
                }
            }
        );
        walked.ShouldAllBe(times => times == 1);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(Stretches.Worth)]
    public void All_that_is_done_together_is_done(int count)
    {
        int done = 0;
        Stretches.Together(count, () => Interlocked.Add(ref done, 1), () => Interlocked.Add(ref done, 10));
        done.ShouldBe(11);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(Stretches.Worth)]
    public void Whoever_cancels_is_told_so_and_not_of_a_collection_of_faults(int count) =>
        Should.Throw<OperationCanceledException>(() =>
            Stretches.Together(count, () => throw new OperationCanceledException(), () => { })
        );
}
