using System.CommandLine;
using Reprieve.Knowledge;
using Reprieve.Responses.Interview;

namespace Reprieve.Cli.Interviewing;

/// <summary>Answers given on the command line, for scripts and forms.</summary>
internal sealed class GivenOptions
{
    public Option<string?> By { get; } = new("--by") { Description = Say.Get("Option_AnsweredBy"), HelpName = "NAME" };

    private readonly Option<string[]> _set = Pairs("--set", "Option_SetAnswer", "ID=ANSWER");
    private readonly Option<string[]> _wording = Pairs("--wording", "Option_Wording", "ID=WORDING");
    private readonly Option<string[]> _proof = Pairs("--proof", "Option_Proof", "ID=FILE");

    public void AddTo(Command command)
    {
        command.Add(_set);
        command.Add(_wording);
        command.Add(_proof);
        command.Add(By);
    }

    /// <summary>Puts the given answers down, each read first; false when none was given.</summary>
    /// <exception cref="UsageException">An id this case does not ask for, or an answer that cannot be taken.</exception>
    public bool Put(ParseResult parsed, OneInterview interview)
    {
        List<(string Id, string Text)> answers = [.. Parted(parsed, _set)];
        ILookup<string, string> wordings = Parted(parsed, _wording).ToLookup(pair => pair.Id, pair => pair.Text);
        ILookup<string, string> proofs = Parted(parsed, _proof).ToLookup(pair => pair.Id, pair => pair.Text);
        string? stray = wordings
            .Concat(proofs)
            .Select(group => group.Key)
            .FirstOrDefault(id => answers.All(answer => answer.Id != id));
        if (stray is not null)
        {
            throw new UsageException(Say.Get("Interview_NoAnswerFor", stray));
        }

        foreach ((string id, string text) in answers)
        {
            Question question = interview.Find(id) ?? throw new UsageException(Say.Get("Interview_NoQuestion", id));
            string? wording = wordings[id].LastOrDefault();
            var given = new GivenAnswer(
                [text],
                parsed.GetValue(By),
                null,
                [.. proofs[id]],
                wording is null ? null : (interview.Guide.Language, wording)
            );
            if (interview.Read(question, given).Problem is { } problem)
            {
                throw new UsageException($"{id}: {problem}");
            }

            interview.Put(question, given);
        }

        return answers.Count > 0;
    }

    private static Option<string[]> Pairs(string name, string description, string example) =>
        new(name)
        {
            Description = Say.Get(description),
            HelpName = example,
            AllowMultipleArgumentsPerToken = false,
        };

    private static IEnumerable<(string Id, string Text)> Parted(ParseResult parsed, Option<string[]> option) =>
        (parsed.GetValue(option) ?? []).Select(pair =>
        {
            int equal = pair.IndexOf('=', StringComparison.Ordinal);
            return equal > 0 && equal < pair.Length - 1
                ? (pair[..equal].Trim(), pair[(equal + 1)..].Trim())
                : throw new UsageException(Say.Get("Interview_NoPair", option.Name, pair));
        });
}
