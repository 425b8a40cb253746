using Reprieve.Testing;

namespace Reprieve.Browser.Tests;

/// <summary>The invented cases that come with the program, as a seller would upload them.</summary>
internal static class Sample
{
    public static readonly IReadOnlyList<string> Names = ["late-shipment", "inauthentic", "phishing", "second-round"];

    public static string Folder(string name) => Path.Combine(Repository.Root, "samples", name);

    /// <summary>Its files, copied out; the answer to one question is taken out of the seller's sheet.</summary>
    /// <param name="into">An empty folder.</param>
    public static string[] FilesWithout(string name, string question, string into)
    {
        foreach (string file in Directory.EnumerateFiles(Folder(name)))
        {
            File.Copy(file, Path.Combine(into, Path.GetFileName(file)));
        }

        string sheet = Path.Combine(into, "answers.yaml");
        List<string> kept = [];
        bool inside = false;
        foreach (string line in File.ReadLines(sheet))
        {
            inside = line.StartsWith("  - id:", StringComparison.Ordinal) ? line == $"  - id: {question}" : inside;
            if (!inside)
            {
                kept.Add(line);
            }
        }

        File.ReadLines(sheet).Count().ShouldBeGreaterThan(kept.Count, $"{question} is not answered in {name}");
        File.WriteAllLines(sheet, kept);
        return [.. Directory.EnumerateFiles(into).Order(StringComparer.Ordinal)];
    }
}
