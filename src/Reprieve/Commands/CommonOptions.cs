using System.CommandLine;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cli.Commands;

/// <summary>The options that hold for every command.</summary>
internal sealed class CommonOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = Say.Get("Option_Json"), Recursive = true };

    public Option<string?> Language { get; } =
        new("--ui-language")
        {
            Description = Say.Get("Option_UiLanguage"),
            HelpName = "en|zh-Hans",
            Recursive = true,
        };

    public Option<string?> Knowledge { get; } =
        new("--knowledge")
        {
            Description = Say.Get("Option_Knowledge"),
            HelpName = "DIR",
            Recursive = true,
        };

    public Option<bool> Offline { get; } =
        new("--offline") { Description = Say.Get("Option_Offline"), Recursive = true };

    public Option<string?> Output { get; } =
        new("--output", "-o")
        {
            Description = Say.Get("Option_Output"),
            HelpName = "DIR",
            Recursive = true,
        };

    public Option<bool> Quiet { get; } =
        new("--quiet", "-q") { Description = Say.Get("Option_Quiet"), Recursive = true };

    /// <summary>The linked store that a command on a case folder is about; not on every command.</summary>
    public Option<string?> Store { get; } =
        new("--store") { Description = Say.Get("Option_Store"), HelpName = "STORE" };

    public CommonOptions() => Language.AcceptOnlyFromAmong("en", "zh-Hans");

    public IEnumerable<Option> All => [Json, Language, Knowledge, Offline, Output, Quiet];

    /// <summary>Where keys of signatures are asked for on the network; null with <c>--offline</c>.</summary>
    public IDkimKeys? NetworkKeys(CliContext cli, ParseResult parsed) =>
        parsed.GetValue(Offline) ? null : cli.Network?.Invoke();

    /// <summary>The knowledge the command works with: the built-in, with the user's folder laid over it.</summary>
    public KnowledgeBase LoadKnowledge(ParseResult parsed) => KnowledgeLoader.Load(parsed.GetValue(Knowledge));
}
