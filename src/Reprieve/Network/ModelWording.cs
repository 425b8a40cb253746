using System.CommandLine;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Cli.Interviewing;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Wording;

namespace Reprieve.Cli.Network;

/// <summary><c>--use-model</c>: lets the language model that the user named smooth the wording, and shows what was sent.</summary>
internal sealed class ModelWording
{
    public Option<bool> Use { get; } = new("--use-model") { Description = Say.Get("Option_UseModel") };

    /// <summary>A connection where the option is given; else null.</summary>
    /// <exception cref="UsageException">No model is named, or the network must not be touched.</exception>
    public ModelConnection? Connect(CliContext cli, ParseResult parsed, bool offline)
    {
        if (!parsed.GetValue(Use))
        {
            return null;
        }

        if (offline)
        {
            throw new UsageException(Say.Get("Model_Offline"));
        }

        ModelSettings settings =
            ModelSettings.From(cli.Variable)
            ?? throw new UsageException(
                Say.Get(
                    "Model_NotNamed",
                    ModelSettings.EndpointVariable,
                    ModelSettings.ModelVariable,
                    ModelSettings.KeyVariable
                )
            );
        return new ModelConnection(settings);
    }

    /// <summary>The answer smoothed and checked anew; with a new blocking finding, or none taken, our own stays.</summary>
    public static CaseWork Smooth(
        CliContext cli,
        KnowledgeBase knowledge,
        ModelConnection? model,
        CaseWork work,
        bool quiet,
        CancellationToken cancel
    )
    {
        if (model is null || work.Response is not WrittenResponse written)
        {
            return work;
        }

        if (!quiet)
        {
            cli.Error.WriteLine(Say.Get("Model_Asking", model.Name));
        }

        SmoothedResponse smoothed = new PlanSmoother(knowledge, model, cli.Clock)
            .Smooth(written, cancel)
            .GetAwaiter()
            .GetResult();
        if (smoothed.Exchange is not { } exchange)
        {
            return work;
        }

        Log(work, exchange);
        CaseWork reworded = new AnswerCase(knowledge, cli.Clock).WithText(work, smoothed.Response);
        bool worse = reworded.Check is { Passed: false } && work.Check is not { Passed: false };
        Report(cli, model, exchange, worse ? 0 : smoothed.Taken);
        return worse ? work : reworded;
    }

    /// <summary>How an answer could read in the language of the text; null when the model has nothing usable to say.</summary>
    public static string? Propose(
        CliContext cli,
        ModelConnection model,
        OneInterview interview,
        Question question,
        string answer,
        CancellationToken cancel
    )
    {
        (string? proposal, ModelExchange exchange) = new AnswerTranslator(model, cli.Clock)
            .Propose(question, answer, interview.Guide.Language, cancel)
            .GetAwaiter()
            .GetResult();
        Log(interview.Work, exchange);
        if (exchange.Fault is { } fault)
        {
            cli.Error.WriteLine(fault);
        }

        return proposal;
    }

    /// <summary>Adds a line to the log of the case.</summary>
    private static void Log(CaseWork work, ModelExchange exchange) =>
        File.AppendAllText(Path.Combine(work.Paths.Folder, CasePaths.ModelLogName), exchange.ToLine() + "\n");

    private static void Report(CliContext cli, ModelConnection model, ModelExchange exchange, int taken) =>
        cli.Error.WriteLine(
            exchange.Fault ?? Say.Get("Model_Done", model.Name, exchange.Sentences.Count, taken, CasePaths.ModelLogName)
        );
}
