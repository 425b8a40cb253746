using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Mail;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Interview;
using Reprieve.Storage;

namespace Reprieve.Server.Desk;

/// <summary>Turns what can go wrong with a case into a sentence for its page.</summary>
internal static class DeskFaults
{
    /// <summary>The sentence, without the place of the working folder; null for a fault of ours.</summary>
    public static string? Sentence(Exception fault, CasePaths? paths = null)
    {
        string? sentence = fault switch
        {
            CaseException or AppealException or AnswerFileException or PlanTextException => fault.Message,
            SendRefusedException or MailException or StorageException or CaseChangedException => fault.Message,
            _ => null,
        };
        return paths is null
            ? sentence
            : sentence?.Replace(paths.Folder, Say.Get("case_folder"), StringComparison.Ordinal);
    }
}
