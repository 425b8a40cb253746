namespace Reprieve.Arrivals;

/// <summary>Finds the notices that the reader is tested with.</summary>
internal static class Fixtures
{
    public static string Folder()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Reprieve.slnx")))
        {
            at = Path.GetDirectoryName(at);
        }

        return at is null
            ? throw new DirectoryNotFoundException("Run it from a checkout of the project.")
            : Path.Combine(at, "tests", "Reprieve.Notices.Tests", "Fixtures", "Notices");
    }
}
