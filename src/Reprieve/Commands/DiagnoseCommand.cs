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
        var command = new Command("diagnose", Say.Get("Cmd_Diagnose")) { paths, keys, withText };
        command.SetAction(
            (parsed, cancel) =>
            {
                KnowledgeBase knowledge = common.LoadKnowledge(parsed);
                var reader = new NoticeReader(knowledge, Keys(parsed.GetValue(keys)));
                var run = new Run(cli, reader, knowledge, parsed.GetValue(common.Json), parsed.GetValue(withText));
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

    private sealed class Run(CliContext cli, NoticeReader reader, KnowledgeBase knowledge, bool json, bool withText)
    {
        private static readonly PdfMessages Pdf = new();

        private Screen? _screen;

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
                        Write(reader.Read(message).Added(message));
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

            return code;
        }

        private IEnumerable<ReadResult> Read(string path) =>
            path == MessageReader.StandardInput
                ? MessageReader.ReadStream(cli.Input(), path, Pdf)
                : MessageReader.Read(path, Pdf);

        private void Write(Diagnosis read)
        {
            if (json)
            {
                cli.Out.WriteLine(DiagnosisJson.Serialize(read, withText));
                return;
            }

            _screen ??= new Screen(cli.Out, cli.OutIsTerminal);
            DiagnosisView.Write(_screen, read, knowledge);
        }

        private void WriteError(string source, string error)
        {
            if (json)
            {
                cli.Out.WriteLine(ErrorJson.Serialize(source, error));
            }

            cli.Error.WriteLine($"{source}: {error}");
        }
    }
}
