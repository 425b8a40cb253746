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
    /// <param name="record">The record as it is after the sending; it goes into the round in place of the package's.</param>
    public static void Freeze(CasePaths paths, int number, Case record)
    {
        string target = paths.Round(number);
        string beside = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(beside);
            foreach (string file in Directory.EnumerateFiles(paths.Output, "*", SearchOption.AllDirectories))
            {
                string copy = Path.Combine(beside, Path.GetRelativePath(paths.Output, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            File.WriteAllText(Path.Combine(beside, CasePaths.RecordName), CaseJson.Serialize(record));
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

    /// <summary>Puts Amazon's answer beside the round it answers, as <c>answer.eml</c> (or its own ending); the original stays.</summary>
    public static void KeepAnswer(CasePaths paths, int number, string answer)
    {
        string source = Path.Combine(paths.Folder, answer);
        string target = Path.Combine(paths.Round(number), "answer" + Path.GetExtension(answer));
        if (!File.Exists(source) || File.Exists(target))
        {
            return;
        }

        try
        {
            File.Copy(source, target);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CaseException(Say.Texts.Get("Cannot_Write", target, fault.Message), fault);
        }
    }

    /// <summary>Removes from the package what lies byte for byte in a round, so that a new package can begin; the rest stays.</summary>
    public static void ClearFrozen(CasePaths paths, int number)
    {
        if (!Directory.Exists(paths.Output))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(paths.Output, "*", SearchOption.AllDirectories).ToList())
        {
            string frozen = Path.Combine(paths.Round(number), Path.GetRelativePath(paths.Output, file));
            bool isRecord = Path.GetFileName(file) == CasePaths.RecordName;
            if (!isRecord && File.Exists(frozen) && CaseVerification.HashOf(frozen) == CaseVerification.HashOf(file))
            {
                File.Delete(file);
            }
        }
    }
}
