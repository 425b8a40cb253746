using System.Security;

namespace Reprieve.Appeals.Packing;

/// <summary>Says in a sentence why a folder could not be written and what to do.</summary>
internal static class WriteFault
{
    // Errors of the operating systems, low 16 bits: Linux and macOS errno 28 (full) and 30 (read-only),
    // Windows 112 and 39 (full), 19 (write-protected), 32 and 33 (in use).
    private static readonly int[] Full = [28, 112, 39];
    private static readonly int[] ReadOnly = [30, 19];
    private static readonly int[] InUse = [32, 33];

    public static bool Explains(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or SecurityException;

    public static string Sentence(Exception fault, string directory)
    {
        int code = fault.HResult & 0xFFFF;
        bool windows = OperatingSystem.IsWindows();
        return fault switch
        {
            _ when FileAbove(directory) is { } file => Say.Texts.Get("Write_ParentIsFile", directory, file),
            UnauthorizedAccessException or SecurityException => Say.Texts.Get("Write_NoPermission", directory),
            DirectoryNotFoundException => Say.Texts.Get("Write_NoFolder", directory),
            IOException when Full.Contains(code) => Say.Texts.Get("Write_Full", directory),
            IOException when ReadOnly.Contains(code) => Say.Texts.Get("Write_NoPermission", directory),
            IOException when windows && InUse.Contains(code) => Say.Texts.Get("Write_InUse", directory),
            _ => Say.Texts.Get("Write_Other", directory, fault.Message.TrimEnd('.')),
        };
    }

    /// <summary>The file that stands where a folder of the path should be; null when there is none.</summary>
    private static string? FileAbove(string directory)
    {
        string? at = Path.GetFullPath(directory);
        while (at is not null && !File.Exists(at))
        {
            at = Path.GetDirectoryName(at);
        }

        return at;
    }
}
