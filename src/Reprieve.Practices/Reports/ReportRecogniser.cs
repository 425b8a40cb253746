namespace Reprieve.Practices.Reports;

/// <summary>Tells which report a file is, by its content alone.</summary>
public static class ReportRecogniser
{
    /// <summary>Enough for the longest header row there is.</summary>
    private const int Sample = 64 * 1024;

    /// <summary>
    /// The code of a file's type as in <c>files[].type</c> (all_orders, claims …), or null when it is none of the
    /// reports. Reads the beginning of the file only, and never throws on what it finds there.
    /// </summary>
    public static string? TypeOf(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
            ReportStart start = ReportStart.Of(file, Sample);
            return start.Header?.Kind.Code ?? (start.Figures ? PerformanceReport.Code : null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ReportException)
        {
            return null;
        }
    }
}
