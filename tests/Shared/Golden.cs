namespace Reprieve.Testing;

/// <summary>Holds a page against the one that was read through and accepted.</summary>
internal static class Golden
{
    /// <summary>
    /// Compares with a file of the repository. With REPRIEVE_ACCEPT=1 the file is written anew instead; then read it.
    /// </summary>
    public static void Matches(string actual, string file)
    {
        string path = Path.Combine(Repository.Root, file);
        if (Environment.GetEnvironmentVariable("REPRIEVE_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        File.Exists(path).ShouldBeTrue($"{file} is not there; run with REPRIEVE_ACCEPT=1 and read it");
        actual.ShouldBe(File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
