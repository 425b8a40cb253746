using System.Text.RegularExpressions;

namespace Reprieve.Tests.EndToEnd;

/// <summary>
/// The whole result of a run, held against what was looked at and accepted. To accept a new result after looking at
/// it, run the tests with REPRIEVE_ACCEPT=1.
/// </summary>
internal static partial class Golden
{
    private static string Folder(string name) =>
        Path.Combine(Repository.Root, "tests", "Reprieve.Tests", "EndToEnd", "Expected", name);

    public static void ShouldBeAccepted(string name, CommandRun run, CaseCopy copy)
    {
        SortedDictionary<string, string> actual = new(StringComparer.Ordinal)
        {
            ["screen.txt"] = $"exit code {run.ExitCode}\n{Neutral(run.Out + run.Error, copy)}",
        };
        foreach (string file in Directory.EnumerateFiles(copy.Folder, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(copy.Folder, file).Replace('\\', '/');
            if (relative.StartsWith("appeal/", StringComparison.Ordinal))
            {
                actual[relative] = IsText(relative) ? Neutral(File.ReadAllText(file), copy) : Hash(file);
            }
        }

        Compare(Folder(name), actual);
    }

    private static void Compare(string folder, SortedDictionary<string, string> actual)
    {
        if (Environment.GetEnvironmentVariable("REPRIEVE_ACCEPT") == "1")
        {
            Accept(folder, actual);
        }

        Directory.Exists(folder).ShouldBeTrue($"{folder} is missing; look at the result, then REPRIEVE_ACCEPT=1");
        string[] expected =
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
        actual.Keys.Order(StringComparer.Ordinal).ShouldBe(expected);
        foreach ((string file, string content) in actual)
        {
            content.ShouldBe(File.ReadAllText(Path.Combine(folder, file)), $"{file} differs from what was accepted");
        }
    }

    private static void Accept(string folder, SortedDictionary<string, string> actual)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach ((string file, string content) in actual)
        {
            string target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, content);
        }
    }

    /// <summary>Ids, hashes of hashes and temporary places differ from run to run.</summary>
    private static string Neutral(string text, CaseCopy copy)
    {
        string relative = Path.GetFileName(copy.Folder);
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace(copy.Folder, "FOLDER", StringComparison.Ordinal)
            .Replace(relative, "FOLDER", StringComparison.Ordinal);
        return CaseIdPattern().Replace(text, "CASE-ID");
    }

    private static bool IsText(string name) =>
        Path.GetExtension(name) is ".txt" or ".md" or ".json" or ".yaml" or ".csv";

    private static string Hash(string file) =>
        $"sha256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}\n";

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex CaseIdPattern();
}
