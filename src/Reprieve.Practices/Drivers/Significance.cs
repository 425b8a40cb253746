namespace Reprieve.Practices.Drivers;

/// <summary>
/// Fisher's exact test, one-sided: how likely a group has so many misses or more by chance, when as many are spread
/// over all (hypergeometric tail).
/// </summary>
internal static class Significance
{
    private const double Negligible = 1e-12;

    /// <param name="bad">Misses of the group.</param>
    /// <param name="size">Size of the group.</param>
    /// <param name="allBad">Misses of all.</param>
    /// <param name="all">Size of all.</param>
    public static double Tail(int bad, int size, int allBad, int all)
    {
        int most = Math.Min(size, allBad);
        int least = Math.Clamp(size - (all - allBad), bad, Math.Max(bad, most));
        if (least > most)
        {
            return 0;
        }

        // From the likeliest number on both ways, each chance from the one beside it: far off they are too small to begin with.
        int likeliest = (int)((size + 1L) * (allBad + 1L) / (all + 2L));
        int begin = Math.Clamp(likeliest, least, most);
        double chance = Math.Exp(
            LogChoose(allBad, begin) + LogChoose(all - allBad, size - begin) - LogChoose(all, size)
        );
        double sum = chance;
        double term = chance;
        for (int k = begin; k < most && term >= sum * Negligible; k++)
        {
            term *= OneMore(k);
            sum += term;
        }

        term = chance;
        for (int k = begin; k > least && term >= sum * Negligible; k--)
        {
            term /= OneMore(k - 1);
            sum += term;
        }

        return Math.Min(1, sum);

        // By how much k + 1 misses are likelier than k.
        double OneMore(int k) => (double)(allBad - k) / (k + 1) * (size - k) / (all - allBad - size + k + 1.0);
    }

    private static double LogChoose(int n, int k) =>
        k < 0 || k > n ? double.NegativeInfinity : LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    /// <summary>Stirling's series from 16 on, where its error is below 1e-12; a sum before.</summary>
    private static double LogFactorial(int n)
    {
        if (n < 16)
        {
            double product = 1;
            for (int i = 2; i <= n; i++)
            {
                product *= i;
            }

            return Math.Log(product);
        }

        double x = n + 1.0;
        double inverse = 1 / (x * x);
        double series = (1.0 / 12) - (inverse * ((1.0 / 360) - (inverse * ((1.0 / 1260) - (inverse / 1680)))));
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (series / x);
    }
}
