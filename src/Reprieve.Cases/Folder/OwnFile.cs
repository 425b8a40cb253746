using System.Text;
using Reprieve.Appeals;
using Reprieve.Practices;

namespace Reprieve.Cases;

/// <summary>Tells what Reprieve itself wrote into a case folder: nothing that the seller brought.</summary>
internal static class OwnFile
{
    private const int LongestStart = 512;

    /// <summary>
    /// Whether a file is a list of rejected rows, the page that says how to get reports, or a chart, by how it begins.
    /// A file that cannot be opened is not.
    /// </summary>
    public static bool Is(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            byte[] bytes = new byte[LongestStart];
            int length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            string start = Encoding.UTF8.GetString(bytes.AsSpan(0, length)).TrimStart('\uFEFF');
            return start.StartsWith(RejectedRow.FileHeader + "\r\n", StringComparison.Ordinal)
                || MissingDownloads.Begins(start)
                || Chart.Begins(start);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
