using System.Text.RegularExpressions;

namespace Reprieve.Tests;

/// <summary>Follows CONTRIBUTING.md to the letter: a newcomer adds a reason without touching C#.</summary>
public sealed partial class ContributingTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md"));

    [Fact]
    public void A_reason_is_added_by_following_the_guide()
    {
        using CaseCopy work = CaseCopy.Empty();
        string knowledge = Path.Combine(work.Folder, "my-knowledge");
        string caseFolder = Path.Combine(work.Folder, "my-case");
        foreach (Match block in NamedBlock().Matches(Guide))
        {
            work.With(block.Groups["file"].Value, block.Groups["content"].Value);
        }

        CommandRun.Of("knowledge", "check", "--knowledge", knowledge).ExitCode.ShouldBe(0);
        CommandRun diagnose = CommandRun.Of(
            "diagnose",
            Path.Combine(caseFolder, "notice.txt"),
            "--json",
            "--knowledge",
            knowledge
        );
        diagnose.Out.ShouldContain("\"code\":\"prep_noncompliance\"");
        CommandRun plan = CommandRun.Of("plan", caseFolder, "--knowledge", knowledge);
        plan.ExitCode.ShouldBe(1, plan.Error);
        string answers = work.Read("my-case/answers.yaml");
        answers.ShouldContain("prep_noncompliance.since");
        answers.ShouldContain("prep_noncompliance.checker");
    }

    [Fact]
    public void Without_the_users_knowledge_the_reason_is_not_known()
    {
        using CaseCopy work = CaseCopy.Empty();
        Match notice = NamedBlock()
            .Matches(Guide)
            .First(block => block.Groups["file"].Value.EndsWith("notice.txt", StringComparison.Ordinal));
        work.With("notice.txt", notice.Groups["content"].Value);

        CommandRun
            .Of("diagnose", Path.Combine(work.Folder, "notice.txt"), "--json")
            .Out.ShouldNotContain("prep_noncompliance");
    }

    /// <summary>A file name in back-quotes, and the block that follows it.</summary>
    [GeneratedRegex(
        @"`(?<file>my-[^`]+\.(yaml|txt))`:\n\n```\w+\n(?<content>[^`]+)```",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NamedBlock();
}
