using System.Globalization;

namespace Reprieve.Cases;

/// <summary>The earlier rounds of a case folder: <c>rounds/1</c>, <c>rounds/2</c> …</summary>
internal static class Rounds
{
    /// <summary>The numbers of the rounds that have a folder, ascending.</summary>
    public static IReadOnlyList<int> NumbersIn(CasePaths paths) =>
        Directory.Exists(paths.Rounds)
            ?
            [
                .. Directory
                    .EnumerateDirectories(paths.Rounds)
                    .Select(Path.GetFileName)
                    .Select(name =>
                        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0
                    )
                    .Where(number => number > 0)
                    .Order(),
            ]
            : [];

    /// <summary>
    /// Freezes the package into <c>rounds/N</c>: copied beside it first, then given its name, so that a round is
    /// whole or not there.
    /// </summary>
    public static void Freeze(CasePaths paths, int number)
    {
        string target = paths.Round(number);
        string beside = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            foreach (string file in Directory.EnumerateFiles(paths.Output, "*", SearchOption.AllDirectories))
            {
                string copy = Path.Combine(beside, Path.GetRelativePath(paths.Output, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            Directory.Move(beside, target);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CaseException(Say.Texts.Get("Cannot_Write", target, fault.Message), fault);
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }
    }
}
