using Reprieve.Amazon;
using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Interview;
using Reprieve.Server.Hosting;
using Reprieve.Storage;
using Reprieve.Wording;

namespace Reprieve.Cli;

/// <summary>Turns what can go wrong into a sentence and an exit code, once, at the edge.</summary>
internal static class Faults
{
    /// <summary>The sentence for a fault, or null for a fault of ours that should be seen as it is.</summary>
    public static (string Sentence, int ExitCode)? Explain(Exception fault) =>
        fault switch
        {
            OperationCanceledException => (Say.Get("Fault_Stopped"), ExitCode.Stopped),
            UsageException or WordingException => (fault.Message, ExitCode.WrongUsage),
            KnowledgeException knowledge => (Say.Get("Fault_Knowledge", Lines(knowledge)), ExitCode.Unreadable),
            DirectoryNotFoundException or FileNotFoundException => (fault.Message, ExitCode.Unreadable),
            CaseChangedException => (fault.Message, ExitCode.NotPassed),
            StorageException
            or CertificateException
            or PortTakenException
            or CaseException
            or AppealException
            or MailException
            or AmazonException
            or AnswerFileException
            or PlanTextException
            or FormatException => (fault.Message, ExitCode.Unreadable),
            SendRefusedException => (fault.Message, ExitCode.NotPassed),
            UnauthorizedAccessException or IOException => (Say.Get("Fault_Access", fault.Message), ExitCode.Unreadable),
            OutOfMemoryException => (Say.Get("Fault_Memory"), ExitCode.Unreadable),
            _ => null,
        };

    private static string Lines(KnowledgeException fault) =>
        string.Join(Environment.NewLine, fault.Problems.Select(problem => "  " + problem));
}

/// <summary>The command was given something it cannot take.</summary>
internal sealed class UsageException(string message) : Exception(message);
