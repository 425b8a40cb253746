using System.Diagnostics;

namespace Reprieve.Fuzz;

/// <summary>Has an input read, and says what went wrong.</summary>
/// <param name="read">Reads it; the contradiction that was found, or null.</param>
/// <param name="slow">From when on reading is a fault.</param>
internal sealed class Target(Func<byte[], string, string?> read, TimeSpan slow)
{
    /// <summary>How long the last input took.</summary>
    public double Seconds { get; private set; }

    /// <summary>The fault; null when the input was read or refused as it should be.</summary>
    public string? Try(byte[] input, string name)
    {
        string? fault = Once(input, name);
        if (fault is null && Seconds > slow.TotalSeconds)
        {
            // A machine that is busy elsewhere is no fault of the input: only what is slow again is slow.
            double first = Seconds;
            fault = Once(input, name);
            fault ??= Seconds > slow.TotalSeconds ? $"slow: {first:0.0} s and {Seconds:0.0} s" : null;
        }

        return fault;
    }

    private string? Once(byte[] input, string name)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            return read(input, name);
        }
#pragma warning disable CA1031 // Whatever is thrown is what we look for.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return fault.ToString();
        }
        finally
        {
            Seconds = watch.Elapsed.TotalSeconds;
        }
    }
}
