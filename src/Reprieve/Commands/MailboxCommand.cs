using System.CommandLine;
using Reprieve.Cli.Mailing;
using Reprieve.Knowledge;
using Reprieve.Mail;

namespace Reprieve.Cli.Commands;

/// <summary>
/// <c>reprieve mailbox test</c>: signs in to a mailbox's servers, sends nothing, and says in words what is wrong;
/// <c>reprieve mailbox connect</c>: gets the refresh token of a mailbox by signing in at its provider.
/// </summary>
internal static class MailboxCommand
{
    public static Command Create(CliContext cli, CommonOptions common)
    {
        var mailbox = new MailboxOptions();
        var test = new Command("test", Say.Get("Cmd_MailboxTest"));
        foreach (Option option in mailbox.All)
        {
            test.Add(option);
        }

        test.SetAction(
            async (parsed, cancel) =>
            {
                KnowledgeBase knowledge = common.LoadKnowledge(parsed);
                MailAccount account = mailbox.Account(parsed, cli, knowledge);
                MailTest found = await mailbox.Sender(parsed, cli, common).TestAsync(account, cancel);
                Tell(cli, Say.Get("Mailbox_Smtp"), found.Smtp);
                Tell(cli, Say.Get("Mailbox_Imap"), found.Imap);
                return found.Smtp.Good && found.Imap.Good ? ExitCode.Done : ExitCode.NotPassed;
            }
        );
        return new Command("mailbox", Say.Get("Cmd_Mailbox")) { test, Connect(cli, common) };
    }

    private static Command Connect(CliContext cli, CommonOptions common)
    {
        var mailbox = new MailboxOptions();
        var connect = new Command("connect", Say.Get("Cmd_MailboxConnect"));
        foreach (Option option in mailbox.OfConnection)
        {
            connect.Add(option);
        }

        connect.SetAction(
            (parsed, cancel) =>
                mailbox
                    .Connection(parsed, cli, common, common.LoadKnowledge(parsed))
                    .RunAsync(cli, new OAuthSignIn(), cancel)
        );
        return connect;
    }

    private static void Tell(CliContext cli, string what, MailFinding finding) =>
        cli.Out.WriteLine($"{what} {finding.Sentence}");
}
