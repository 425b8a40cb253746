using System.Globalization;
using Reprieve.Cli.Output;
using Reprieve.Knowledge;
using Reprieve.Responses.Interview;

namespace Reprieve.Cli.Interviewing;

/// <summary>
/// Asks a person at a terminal, one question at a time. Every answer is in the file before the next is asked, so that
/// stopping at any moment loses nothing.
/// </summary>
/// <param name="propose">Asks a language model how an answer reads in the language of the text; null without one.</param>
internal sealed class InterviewSession(
    CliContext cli,
    Screen screen,
    OneInterview interview,
    Func<Question, string, string?>? propose = null
)
{
    private readonly HashSet<string> _skipped = new(StringComparer.Ordinal);
    private readonly Stack<Question> _asked = [];
    private readonly QuestionView _view = new(screen, interview);
    private bool _stopped;
    private string? _by;

    /// <param name="by">Who answers; null to ask for it.</param>
    public void Run(string? by)
    {
        using var typed = new StreamReader(cli.Input());
        screen.Line(Say.Get("Interview_Begin"));
        _by = by ?? Line(typed, Say.Get("Interview_AskBy"));
        _by = string.IsNullOrWhiteSpace(_by) ? null : _by;
        while (!_stopped && Next() is { } next)
        {
            One(typed, next);
        }
    }

    /// <summary>The next question that is open and was not skipped; behind all others the chains of whys.</summary>
    private Question? Next() =>
        interview.Guide.Open.Select(open => open.Question).FirstOrDefault(question => !_skipped.Contains(question.Id))
        ?? interview
            .Guide.Whys.Where(chain => !chain.IsDone)
            .Select(chain => chain.Next)
            .OfType<Question>()
            .FirstOrDefault(question => !_skipped.Contains(question.Id));

    private void One(StreamReader typed, Question question)
    {
        _view.Write(question);
        while (true)
        {
            string? line = Line(typed, ">");
            switch (line)
            {
                case null or ".":
                    _stopped = true;
                    return;
                case "":
                    _skipped.Add(question.Id);
                    _asked.Push(question);
                    return;
                case "?":
                    _view.Write(question);
                    continue;
                case "<" when _asked.TryPop(out Question? before):
                    _skipped.Remove(before.Id);
                    One(typed, before);
                    return;
            }

            if (Given(typed, question, line) is { } given)
            {
                interview.Put(question, given);
                _skipped.Remove(question.Id);
                _asked.Push(question);
                return;
            }
        }
    }

    /// <summary>What was typed, as it is put down; null when it cannot be taken and must be typed again.</summary>
    private GivenAnswer? Given(StreamReader typed, Question question, string line)
    {
        var given = new GivenAnswer([Meant(question, line)], _by, null, []);
        AnswerReading reading = interview.Read(question, given);
        if (reading.WordingIn is { } language)
        {
            screen.Line($"  {Screen.Plain(Say.Get("Interview_AskWording", language))}");
            string? proposal = propose?.Invoke(question, line);
            if (proposal is not null)
            {
                screen.Line($"  {Screen.Plain(Say.Get("Interview_Proposal", proposal))}");
            }

            string? wording = Line(typed, ">");
            wording = proposal is not null && wording?.Length == 0 ? proposal : wording;
            if (wording is null or "" or "-")
            {
                return given;
            }

            given = given with { Translation = (interview.Guide.Language, wording) };
            reading = interview.Read(question, given);
        }

        if (reading.Problem is { } problem)
        {
            screen.Line($"  [yellow]{Screen.Plain(problem)}[/]");
            return null;
        }

        if (question.Slot != Slot.Why)
        {
            screen.Line($"  [green]✓[/] {Screen.Plain(reading.Words)}");
        }

        return _view.WantsProof(question) ? given with { Documents = Proofs(typed) } : given;
    }

    private List<string> Proofs(StreamReader typed)
    {
        List<string> papers = _view.Papers();
        while (true)
        {
            string? line = Line(typed, Say.Get("Interview_AskProof"));
            if (string.IsNullOrEmpty(line))
            {
                return [];
            }

            List<string?> files =
            [
                .. line.Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(name => Numbered(name, papers) ?? papers.Find(paper => Same(paper, name))),
            ];
            if (!files.Contains(null))
            {
                return [.. files.OfType<string>()];
            }

            screen.Line($"  [yellow]{Screen.Plain(Say.Get("Interview_NoPaper"))}[/]");
        }
    }

    /// <summary>Numbers typed for choices and papers become what they stand for.</summary>
    private string Meant(Question question, string line) =>
        question.Slot switch
        {
            Slot.Document => Numbered(line, _view.Papers()) ?? line,
            Slot.Pick => Numbered(line, Codes(question)) ?? line,
            Slot.PickSeveral => string.Join(
                ", ",
                line.Split(
                        [',', '，', '、', ' '],
                        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                    )
                    .All(part => Numbered(part, Codes(question)) is not null)
                    ? line.Split(
                            [',', '，', '、', ' '],
                            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                        )
                        .Select(part => Numbered(part, Codes(question)))
                    : [line]
            ),
            _ => line,
        };

    private static List<string> Codes(Question question) => [.. question.Choices.Select(choice => choice.Code)];

    private static string? Numbered(string text, List<string> items) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? items.ElementAtOrDefault(number - 1)
            : null;

    private static bool Same(string paper, string name) =>
        paper.Equals(name, StringComparison.OrdinalIgnoreCase)
        || Path.GetFileName(paper).Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>What was typed, without white space around it; null at the end of the input.</summary>
    private string? Line(StreamReader typed, string prompt)
    {
        cli.Out.Write(prompt + " ");
        return typed.ReadLine()?.Trim();
    }
}
