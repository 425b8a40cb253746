namespace Reprieve.Amazon.Pulling;

/// <summary>A file that grows page by page, and of which the book knows how much is certain.</summary>
internal static class CertainFile
{
    /// <summary>Puts something behind what is certain; what stands there from a page that was cut off goes. Tells the new length.</summary>
    public static long Append(string path, long certain, Action<Stream> write)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.SetLength(certain);
        file.Position = certain;
        write(file);
        file.Flush(flushToDisk: true);
        return file.Length;
    }
}
