using Reprieve.Appeals;
using Reprieve.Responses;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Export;

namespace Reprieve.Cases.Workflow;

/// <summary>Takes in what a person changed in the package's text since Reprieve wrote it; the Word form goes first.</summary>
internal static class EditedAnswer
{
    private const string LedgerName = "ledger.json";
    private static readonly string[] Texts = ["plan.docx", "plan.txt"];

    /// <summary>The answer with the person's own text, or as it was when nobody changed it.</summary>
    public static WrittenResponse TakeIn(CaseWork work, WrittenResponse response)
    {
        string? edited = Texts.FirstOrDefault(name => IsEdited(work, name));
        if (edited is null)
        {
            return response;
        }

        Ledger? previous = LedgerOf(work);
        // The ledger may have been written anew with the person's text; it is theirs all the same.
        return EditedPlan.TakeIn(
            previous is null ? null : previous with { TextSha256 = "" },
            PlanTextReader.Read(Path.Combine(work.Paths.Output, edited)),
            response
        );
    }

    /// <summary>The ledger of the package at hand; null where there is none.</summary>
    public static Ledger? LedgerOf(CaseWork work)
    {
        string ledger = Path.Combine(work.Paths.Output, LedgerName);
        return File.Exists(ledger) ? Ledger.Parse(File.ReadAllText(ledger)) : null;
    }

    private static bool IsEdited(CaseWork work, string name)
    {
        string path = Path.Combine(work.Paths.Output, name);
        if (!File.Exists(path))
        {
            return false;
        }

        PackedFile? ours = work.Record.Package.FirstOrDefault(file => file.Path == name);
        return ours is null || ours.Edited || ours.Sha256 != CaseVerification.HashOf(path);
    }
}
