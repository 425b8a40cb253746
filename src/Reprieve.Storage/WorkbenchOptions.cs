namespace Reprieve.Storage;

/// <summary>Where a workbench keeps its data.</summary>
public sealed record WorkbenchOptions
{
    /// <summary>The data folder: files, keys, and the database where it is SQLite. Made when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>Connection string of a PostgreSQL database; null keeps <c>reprieve.db</c> (SQLite) in the folder.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>The user's own data folder: what <c>REPRIEVE_DATA</c> says, else the system's place for such data.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static string DefaultFolder(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable("REPRIEVE_DATA") is { Length: > 0 } set)
        {
            return set;
        }

        string data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify
        );
        return Path.Combine(data, OperatingSystem.IsWindows() ? "Reprieve" : "reprieve");
    }
}
