namespace Reprieve.Cli.Mailing;

/// <summary>A file with one secret in its first line.</summary>
internal static class SecretFile
{
    private const int MostCharacters = 16_384;

    /// <summary>The secret.</summary>
    /// <exception cref="UsageException">The file has none.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string Read(string path)
    {
        using StreamReader reader = File.OpenText(path);
        char[] start = new char[MostCharacters];
        int count = reader.ReadBlock(start, 0, start.Length);
        string secret = new string(start, 0, count).Split('\n')[0].Trim();
        return secret.Length > 0 ? secret : throw new UsageException(Say.Get("Mail_EmptyFile", path));
    }

    /// <summary>Puts a new secret in the place of the old one, readable by the user alone.</summary>
    public static void Replace(string path, string secret)
    {
        string beside = path + ".tmp";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(new FileStream(beside, options)))
        {
            writer.WriteLine(secret);
        }

        File.Move(beside, path, overwrite: true);
    }
}
