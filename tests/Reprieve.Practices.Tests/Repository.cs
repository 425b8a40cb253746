namespace Reprieve.Practices.Tests;

/// <summary>Places outside the test's own folder.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Reprieve.slnx.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file of the shared material beside the repository; skips the test where it is not there.</summary>
    public static string Shared(string path)
    {
        string file = Path.Combine(Root, "..", "shared", path);
        Assert.SkipUnless(File.Exists(file), $"../shared/{path} is not here");
        return file;
    }

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Reprieve.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
