namespace Reprieve.Responses.Tests.Checking;

/// <summary>Files under Fixtures/Checking, found from wherever the tests run.</summary>
internal static class Fixture
{
    public static string Folder { get; } =
        Path.Combine(Root(), "tests", "Reprieve.Responses.Tests", "Fixtures", "Checking");

    public static string Schemas { get; } = Path.Combine(Root(), "schemas");

    public static string Text(string name) =>
        File.ReadAllText(Path.Combine(Folder, name)).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Root()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Reprieve.slnx")))
        {
            at = Path.GetDirectoryName(at);
        }

        return at ?? throw new InvalidOperationException("The repository's root was not found.");
    }
}
