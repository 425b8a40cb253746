namespace Reprieve.Notices;

/// <summary>Reads the contract's snake_case codes as enum values.</summary>
internal static class Snake
{
    public static bool TryParse<T>(string code, out T value)
        where T : struct, Enum =>
        Enum.TryParse(code.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out value);
}
