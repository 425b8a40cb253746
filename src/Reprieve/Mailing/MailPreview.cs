using Reprieve.Appeals;
using Reprieve.Appeals.Guards;
using Reprieve.Cases.Mailing;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;

namespace Reprieve.Cli.Mailing;

/// <summary>Shows the mail as it would go out, and what stands in its way; sends nothing.</summary>
internal static class MailPreview
{
    /// <returns>The exit code: not passed where a guard refuses, or the way is no mail.</returns>
    public static int Show(CliContext cli, KnowledgeBase knowledge, CaseWork work)
    {
        IReadOnlyList<GuardResult> guards = new SendCase(knowledge, cli.Clock).Look(work);
        AppealLetter? letter = new MailCase(knowledge, cli.Clock).Letter(work);
        if (letter is null && !work.IsRefused)
        {
            cli.Out.WriteLine(Say.Get("Mail_NoWay"));
        }
        else if (letter is not null)
        {
            cli.Out.WriteLine(Say.Get("Mail_PreviewTo", letter.To));
            cli.Out.WriteLine(Say.Get("Mail_PreviewSubject", letter.Subject));
            cli.Out.WriteLine(Say.Get("Mail_PreviewFiles", letter.Attachments.Count));
            foreach (string path in letter.Attachments)
            {
                cli.Out.WriteLine($"  {Path.GetFileName(path)}");
            }
        }

        foreach (GuardResult guard in guards)
        {
            cli.Out.WriteLine(Say.Get($"Guard_{guard.Effect}", guard.Rule, guard.Sentence));
        }

        return letter is null || guards.Any(guard => guard.Effect == GuardEffect.Refuse)
            ? ExitCode.NotPassed
            : ExitCode.Done;
    }
}
