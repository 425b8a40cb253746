using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace Reprieve.Cli.Commands;

/// <summary>Options of a few words, whose list is made when they are given: most runs need not pay for it.</summary>
internal static class DeferredValues
{
    /// <summary>Refuses other words, naming those that are allowed, and offers these to the shell.</summary>
    public static void AcceptOnlyFrom(this Option<string?> option, Func<IReadOnlyList<string>> words)
    {
        option.CompletionSources.Add(_ => words().Select(word => new CompletionItem(word)));
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(token => !words().Contains(token.Value)))
            {
                result.AddError(Say.Get("Option_Word", option.Name, token.Value, string.Join(", ", words())));
            }
        });
    }
}
