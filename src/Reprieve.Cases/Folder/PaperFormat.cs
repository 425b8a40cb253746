namespace Reprieve.Cases;

/// <summary>Knows the file formats of papers by their first bytes.</summary>
internal static class PaperFormat
{
    /// <summary>pdf, png, jpg, gif or ofd; null for anything else.</summary>
    public static string? Of(string path)
    {
        Span<byte> start = stackalloc byte[8];
        try
        {
            using FileStream stream = File.OpenRead(path);
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return start.StartsWith("%PDF-"u8) ? "pdf"
            : start.Length > 3 && start[0] == 0x89 && start[1..].StartsWith("PNG"u8) ? "png"
            : start.Length > 2 && start[0] == 0xFF && start[1] == 0xD8 && start[2] == 0xFF ? "jpg"
            : start.StartsWith("PK"u8) && Path.GetExtension(path).Equals(".ofd", StringComparison.OrdinalIgnoreCase)
                ? "ofd"
            : start.StartsWith("GIF8"u8) ? "gif"
            : null;
    }
}
