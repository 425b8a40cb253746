using System.Security.Cryptography;
using Reprieve.Cases;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage.Files;

/// <summary>
/// Folders in which cases lie open while they are worked on: in memory where the system has such a place and there is
/// room, else on disk. They are wiped when the workbench opens and closes.
/// </summary>
internal sealed class WorkFolders(string folder)
{
    private const string Memory = "/dev/shm";
    private string? _inMemory;

    /// <summary>Remembers where the folder in memory is, so that the next start finds what this one may leave.</summary>
    private string Note => Path.Combine(folder, "in-memory");

    public void Prepare()
    {
        Durable.MakeFolder(folder);
        Wipe();
        if (OperatingSystem.IsLinux() && Directory.Exists(Memory))
        {
            _inMemory = Path.Combine(Memory, "reprieve-" + RandomName(16));
            File.WriteAllText(Note, _inMemory);
        }
    }

    /// <summary>Removes every working folder.</summary>
    public void Wipe()
    {
        string? left = File.Exists(Note) ? File.ReadAllText(Note).Trim() : null;
        if (left?.StartsWith(Memory + "/reprieve-", StringComparison.Ordinal) == true && Directory.Exists(left))
        {
            Directory.Delete(left, recursive: true);
        }

        foreach (string old in Directory.EnumerateDirectories(folder))
        {
            Directory.Delete(old, recursive: true);
        }

        File.Delete(Note);
    }

    /// <summary>A new empty folder for a case that has so many bytes.</summary>
    public string New(CaseId id, long bytes)
    {
        string parent = _inMemory is { } memory && Fits(bytes) ? memory : folder;
        Durable.MakeFolder(parent);
        string made = Path.Combine(parent, $"{id}-{RandomName(8)}");
        Durable.MakeFolder(made);
        return made;
    }

    private static bool Fits(long bytes)
    {
        try
        {
            return bytes <= new DriveInfo(Memory).AvailableFreeSpace / 4;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private static string RandomName(int characters) => RandomNumberGenerator.GetHexString(characters, lowercase: true);
}
