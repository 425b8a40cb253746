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
    public static void Freeze(CasePaths paths, int number, Case record) => Freeze(paths, paths.Round(number), record);

    /// <summary>Keeps the package as a mail takes it out; what an earlier try left there gives way.</summary>
    public static void FreezeLeaving(CasePaths paths, Case record)
    {
        DropLeaving(paths);
        Freeze(paths, paths.Leaving, record);
    }

    /// <summary>Makes the package that a mail took out a round, with the mail.</summary>
    /// <param name="mail">Its bytes; null where nobody has them any more.</param>
    public static void CompleteLeaving(CasePaths paths, int number, Case record, byte[]? mail)
    {
        OnDisk(
            paths.Round(number),
            () =>
            {
                if (mail is not null)
                {
                    File.WriteAllBytes(Path.Combine(paths.Leaving, CasePaths.MailName), mail);
                }

                File.WriteAllText(Path.Combine(paths.Leaving, CasePaths.RecordName), CaseJson.Serialize(record));
                Directory.Move(paths.Leaving, paths.Round(number));
            }
        );
    }

    /// <summary>Removes the package of a mail that was not sent.</summary>
    public static void DropLeaving(CasePaths paths)
    {
        if (Directory.Exists(paths.Leaving))
        {
            OnDisk(paths.Leaving, () => Directory.Delete(paths.Leaving, recursive: true));
        }
    }

    private static void Freeze(CasePaths paths, string target, Case record)
    {
        string beside = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            OnDisk(
                target,
                () =>
                {
                    Copy(paths.Output, beside);
                    File.WriteAllText(Path.Combine(beside, CasePaths.RecordName), CaseJson.Serialize(record));
                    Directory.Move(beside, target);
                }
            );
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }
    }

    /// <summary>
    /// Puts Amazon's answer beside the round it answers, as <c>answer.eml</c> (or its own ending), a later one as
    /// <c>answer-2.eml</c>; the original stays.
    /// </summary>
    public static void KeepAnswer(CasePaths paths, int number, string answer)
    {
        string source = Path.Combine(paths.Folder, answer);
        if (!File.Exists(source))
        {
            return;
        }

        string hash = CaseVerification.HashOf(source);
        for (int count = 1; ; count++)
        {
            string name = count == 1 ? "answer" : string.Create(CultureInfo.InvariantCulture, $"answer-{count}");
            string target = Path.Combine(paths.Round(number), name + Path.GetExtension(answer));
            if (!File.Exists(target))
            {
                OnDisk(target, () => File.Copy(source, target));
                return;
            }

            if (CaseVerification.HashOf(target) == hash)
            {
                return;
            }
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

    private static void Copy(string folder, string target)
    {
        Directory.CreateDirectory(target);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static void OnDisk(string target, Action deed)
    {
        try
        {
            deed();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CaseException(Say.Texts.Get("Cannot_Write", target, fault.Message), fault);
        }
    }
}
