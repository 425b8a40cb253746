namespace Reprieve.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_screen_in_the_readme_is_the_programs_own()
    {
        string screen = File.ReadAllText(
                Path.Combine(
                    Repository.Root,
                    "tests",
                    "Reprieve.Tests",
                    "EndToEnd",
                    "Expected",
                    "late-shipment",
                    "screen.txt"
                )
            )
            .Replace("exit code 0\n", "", StringComparison.Ordinal)
            .Replace("FOLDER/appeal", "samples/late-shipment/appeal", StringComparison.Ordinal)
            .TrimEnd();

        File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ShouldContain($"```text\n{screen}\n```");
    }

    [Fact]
    public void Every_file_that_the_readme_links_to_is_there()
    {
        foreach (string readme in new[] { "README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md" })
        {
            string text = File.ReadAllText(Path.Combine(Repository.Root, readme));
            foreach (string part in text.Split("](").Skip(1))
            {
                string target = part[..part.IndexOf(')', StringComparison.Ordinal)];
                bool there =
                    target.StartsWith("http", StringComparison.Ordinal)
                    || Path.Exists(Path.Combine(Repository.Root, target));
                there.ShouldBeTrue($"{readme} links to {target}");
            }
        }
    }
}
