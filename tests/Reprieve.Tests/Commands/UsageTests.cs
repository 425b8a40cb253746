using System.Collections;
using System.Globalization;
using System.Resources;
using Reprieve.Cli;

namespace Reprieve.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("appeal", "--help")]
    [InlineData("serve", "--help")]
    [InlineData("knowledge", "check", "--help")]
    [InlineData]
    public void Help_fits_a_terminal_of_80_columns(params string[] args)
    {
        CommandRun run = CommandRun.Of(args);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("appeal")]
    [InlineData("appeal", "a", "b")]
    [InlineData("review", "samples", "--as-of")]
    [InlineData("diagnose")]
    [InlineData("appeal", "x", "--ui-language", "fr")]
    [InlineData("plan", "x", "--mode", "beg")]
    [InlineData("completion", "tcsh")]
    [InlineData("check", "no-such-file.txt")]
    [InlineData("knowledge", "show", "no_such_entry")]
    public void Wrong_usage_has_exit_code_2_and_a_sentence(params string[] args)
    {
        CommandRun run = CommandRun.Of(args);

        run.ExitCode.ShouldBe(2, run.Out + run.Error);
        run.Error.Trim().ShouldNotBeEmpty();
        run.Error.ShouldNotContain("\n   at Reprieve");
    }

    [Fact]
    public void The_language_of_the_screen_is_as_asked()
    {
        CommandRun.Of("--help", "--ui-language", "zh-Hans").Out.ShouldContain("案件");
        CommandRun.Of("--help", "--ui-language", "en").Out.ShouldContain("case");
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public void Every_shell_gets_a_completion_script(string shell) =>
        CommandRun.Of("completion", shell).Out.ShouldContain("[suggest:");

    [Fact]
    public void Completion_knows_the_commands() =>
        CommandRun.Of("[suggest:12]", "reprieve app").Out.ShouldContain("appeal");

    [Fact]
    public void Knowledge_check_counts_the_entries_and_finds_none_old()
    {
        CommandRun run = CommandRun.Of("knowledge", "check");

        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("all sound");
        run.Out.ShouldContain("within the last year");
    }

    [Fact]
    public void Knowledge_check_names_entries_that_nobody_looked_at_for_a_year() =>
        CommandRun.At(CommandRun.Now.AddYears(2), "knowledge", "check").Out.ShouldContain("reasons/late_shipment");

    [Fact]
    public void Knowledge_show_prints_an_entry_with_its_source() =>
        CommandRun.Of("knowledge", "show", "reasons/late_shipment").Out.ShouldContain("\"source\"");

    [Fact]
    public void Every_string_of_the_command_is_there_in_chinese_too()
    {
        var resources = new ResourceManager("Reprieve.Cli.Texts", typeof(CommandLine).Assembly);
        ResourceSet english = resources.GetResourceSet(CultureInfo.InvariantCulture, true, false)!;
        ResourceSet chinese = resources.GetResourceSet(CultureInfo.GetCultureInfo("zh-Hans"), true, false)!;

        Keys(english).Except(Keys(chinese)).ShouldBeEmpty();
        Keys(chinese).Except(Keys(english)).ShouldBeEmpty();
    }

    private static List<string> Keys(ResourceSet set) =>
        [.. set.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];
}
