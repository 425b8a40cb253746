namespace Reprieve.Practice.Generating;

/// <summary>A generator of our own (SplitMix64), so that a seed gives the same account in every version of .NET.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    private ulong Next()
    {
        ulong mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 up to, not including, a limit.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>A number between both ends, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True in this share of throws.</summary>
    public bool Chance(double share) => Unit() < share;

    public T Pick<T>(T[] from) => from[Below(from.Length)];
}
