using Reprieve.Cli;
using Reprieve.Cli.Workbenches;
using Reprieve.Knowledge;

Console.OutputEncoding = System.Text.Encoding.UTF8;
if (args is [not ("--help" or "-h" or "-?" or "--version" or "completion"), ..])
{
    // Nearly every command reads a notice; its knowledge is opened while the command line is still being parsed.
    _ = Task.Run(() => KnowledgeLoader.BuiltIn.Book);
}

CliContext process = CliContext.OfProcess();
return args.Length == 0 ? await DoubleClick.RunAsync(process) : await CommandLine.RunAsync(args, process);
