using System.CommandLine;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve completion SHELL</c>: prints a script that completes commands and options by asking the program.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _reprieve() {
          local word="${COMP_WORDS[COMP_CWORD]}"
          COMPREPLY=($(compgen -W "$(reprieve "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "$word"))
          [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$word"))
        }
        complete -o filenames -F _reprieve reprieve
        """;

    private const string Zsh = """
        #compdef reprieve
        _reprieve() {
          local -a found
          found=("${(@f)$(reprieve "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -- $found || _files
          _files
        }
        compdef _reprieve reprieve
        """;

    private const string Fish = """
        complete -c reprieve -a '(reprieve "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName reprieve -ScriptBlock {
          param($word, $line, $position)
          reprieve "[suggest:$position]" "$line" | Where-Object { $_ -like "$word*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["powershell"] = PowerShell,
    };

    public static Command Create(CliContext cli, CommonOptions _)
    {
        var shell = new Argument<string>("SHELL") { Description = Say.Get("Arg_Shell") };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", Say.Get("Cmd_Completion")) { shell };
        command.SetAction(parsed =>
        {
            cli.Out.WriteLine(Scripts[parsed.GetRequiredValue(shell)]);
            return ExitCode.Done;
        });
        return command;
    }
}
