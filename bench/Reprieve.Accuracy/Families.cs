namespace Reprieve.Accuracy;

/// <summary>Groups notices that are of one template: those that share a good part of their runs of four words, and whatever these share with others.</summary>
internal static class Families
{
    private const int Run = 4;
    private const double Alike = 0.2;

    /// <summary>The number of the family of each text.</summary>
    public static int[] Of(IReadOnlyList<string> texts)
    {
        List<HashSet<string>> runs = [.. texts.Select(Runs)];
        int[] family = [.. Enumerable.Range(0, texts.Count)];
        for (int i = 0; i < texts.Count; i++)
        {
            for (int j = i + 1; j < texts.Count; j++)
            {
                if (family[i] != family[j] && Similarity(runs[i], runs[j]) >= Alike)
                {
                    (int from, int to) = (family[j], family[i]);
                    for (int k = 0; k < family.Length; k++)
                    {
                        family[k] = family[k] == from ? to : family[k];
                    }
                }
            }
        }

        return family;
    }

    private static HashSet<string> Runs(string text)
    {
        string[] words = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        HashSet<string> runs = new(StringComparer.Ordinal);
        for (int i = 0; i + Run <= words.Length; i++)
        {
            runs.Add(string.Join(' ', words[i..(i + Run)]));
        }

        return runs;
    }

    private static double Similarity(HashSet<string> one, HashSet<string> other)
    {
        int shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }
}
