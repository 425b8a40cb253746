namespace Reprieve.Practices.Drivers;

/// <summary>
/// Fisher's exact test, one-sided: how likely a group has so many misses or more by chance, when as many are spread
/// over all (hypergeometric tail).
/// </summary>
internal static class Significance
{
    /// <param name="bad">Misses of the group.</param>
    /// <param name="size">Size of the group.</param>
    /// <param name="allBad">Misses of all.</param>
    /// <param name="all">Size of all.</param>
    public static double Tail(int bad, int size, int allBad, int all)
    {
        double sum = 0;
        int most = Math.Min(size, allBad);
        for (int k = bad; k <= most; k++)
        {
            double term = Math.Exp(LogChoose(allBad, k) + LogChoose(all - allBad, size - k) - LogChoose(all, size));
            sum += term;
            if (term < sum * 1e-12)
            {
                break;
            }
        }

        return Math.Min(1, sum);
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
