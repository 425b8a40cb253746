using System.Security.Cryptography;
using Reprieve.Appeals;

namespace Reprieve.Cases;

/// <summary>Holds a case folder against its record.</summary>
public static class CaseVerification
{
    /// <summary>What is not as it was recorded, in the screen's language; empty when all is.</summary>
    public static IReadOnlyList<string> Faults(CasePaths paths, Case record)
    {
        List<string> faults = [];
        if (Timeline.FirstBroken(record.Timeline) is { } number)
        {
            faults.Add(Say.Texts.Get("Verify_Timeline", number));
        }

        foreach (Round round in record.Rounds)
        {
            foreach (PackedFile file in round.Sent.Files)
            {
                string path = Path.Combine(paths.Round(round.Number), file.Path);
                if (!File.Exists(path))
                {
                    faults.Add(Say.Texts.Get("Verify_Missing", path));
                }
                else if (HashOf(path) != file.Sha256)
                {
                    faults.Add(Say.Texts.Get("Verify_Changed", path));
                }
            }
        }

        return faults;
    }

    internal static string HashOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
