using System.CommandLine;
using Reprieve.Cli.Output;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cli.Commands;

/// <summary><c>reprieve diagnose PATH…</c>: what a message says, and whether it is Amazon's.</summary>
internal static class DiagnoseCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = Say.Get("Arg_Messages"),
            Arity = ArgumentArity.OneOrMore,
        };
        var keys = new Option<string?>("--dkim-keys") { Description = Say.Get("Option_DkimKeys"), HelpName = "FILE" };
        var withText = new Option<bool>("--with-text") { Description = Say.Get("Option_WithText") };
        var explain = new Option<bool>("--explain") { Description = Say.Get("Option_Explain") };
        var command = new Command("diagnose", Say.Get("Cmd_Diagnose")) { paths, keys, withText, explain };
        command.SetAction(
            (parsed, cancel) =>
            {
                KnowledgeBase knowledge = common.LoadKnowledge(parsed);
                IDkimKeys? known = Keys(parsed.GetValue(keys)) ?? common.NetworkKeys(cli, parsed);
                var reader = new NoticeReader(knowledge, known);
                var run = new Run(cli, reader, knowledge)
                {
                    Json = parsed.GetValue(common.Json),
                    WithText = parsed.GetValue(withText),
                    Explain = parsed.GetValue(explain),
                };
                return Task.Run(() => run.All(parsed.GetRequiredValue(paths), cancel), CancellationToken.None);
            }
        );
        return command;
    }

    private static IDkimKeys? Keys(string? file)
    {
        if (file is null)
        {
            return null;
        }

        return File.Exists(file) ? DkimKeyFile.Load(file) : throw new UsageException(Say.Get("File_Missing", file));
    }

    private sealed class Run(CliContext cli, NoticeReader reader, KnowledgeBase knowledge)
    {
        private static readonly PdfMessages Pdf = new();

        private Screen? _screen;

        /// <summary>The first message, held until it is known whether it is the only one.</summary>
        private Message? _first;
        private bool _many;

        public required bool Json { get; init; }

        public required bool WithText { get; init; }

        public required bool Explain { get; init; }

        public int All(IReadOnlyList<string> paths, CancellationToken cancel)
        {
            int code = ExitCode.Done;
            foreach (string path in paths)
            {
                foreach (ReadResult result in Read(path))
                {
                    cancel.ThrowIfCancellationRequested();
                    if (result.Message is { } message)
                    {
                        Write(message);
                    }
                    else if (result.PassedOver)
                    {
                        cli.Error.WriteLine(Say.Get("Passed_Over", result.Source));
                    }
                    else
                    {
                        code = ExitCode.Unreadable;
                        WriteError(result.Source, result.Error ?? "");
                    }
                }
            }

            if (_first is { } only)
            {
                Show(only, isOnly: true);
            }

            return code;
        }

        private IEnumerable<ReadResult> Read(string path) =>
            path == MessageReader.StandardInput
                ? MessageReader.ReadStream(cli.Input(), path, Pdf)
                : MessageReader.Read(path, Pdf);

        private void Write(Message message)
        {
            if (Json)
            {
                cli.Out.WriteLine(
                    Explain
                        ? DiagnosisJson.Serialize(reader.Explain(message), WithText)
                        : DiagnosisJson.Serialize(reader.Read(message), WithText)
                );
                return;
            }

            if (_first is { } first)
            {
                Show(first, isOnly: false);
                (_first, _many) = (null, true);
            }

            if (_many)
            {
                Show(message, isOnly: false);
            }
            else
            {
                _first = message;
            }
        }

        /// <summary>One message gets the whole first-hour page, of many each gets a few lines.</summary>
        private void Show(Message message, bool isOnly)
        {
            _screen ??= new Screen(cli.Out, cli.OutIsTerminal);
            Explanation? explanation = Explain ? reader.Explain(message) : null;
            Diagnosis read = explanation?.Diagnosis ?? reader.Read(message);
            if (isOnly)
            {
                FirstHourView.Write(_screen, read, knowledge);
            }
            else
            {
                DiagnosisView.Write(_screen, read, knowledge);
            }

            if (explanation is not null)
            {
                ExplanationView.Write(_screen, explanation);
            }
        }

        private void WriteError(string source, string error)
        {
            if (Json)
            {
                cli.Out.WriteLine(ErrorJson.Serialize(source, error));
            }

            cli.Error.WriteLine($"{source}: {error}");
        }
    }
}
