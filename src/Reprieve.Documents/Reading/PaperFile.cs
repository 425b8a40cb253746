namespace Reprieve.Documents.Reading;

/// <summary>Takes a file into memory, within a size.</summary>
internal static class PaperFile
{
    /// <exception cref="DocumentException">It cannot be opened, is empty, or is too large.</exception>
    public static byte[] ReadAll(string path, int maxMegabytes)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > maxMegabytes * 1024L * 1024L)
            {
                throw new DocumentException(Say.Texts.Get("FileTooLarge", file.Length / 1024 / 1024, maxMegabytes));
            }

            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes.Length > 0 ? bytes : throw new DocumentException(Say.Texts.Get("FileEmpty"));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DocumentException(Say.Texts.Get("FileGone"), fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DocumentException(Say.Texts.Get("FileNotRead"), fault);
        }
    }
}
