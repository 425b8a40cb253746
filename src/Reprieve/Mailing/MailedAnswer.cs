using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Cases.Mailing;
using Reprieve.Cases.Workflow;
using Reprieve.Cli.Output;
using Reprieve.Knowledge;
using Reprieve.Mail;

namespace Reprieve.Cli.Mailing;

/// <summary>Sends the answer of a case folder by e-mail, goes on with one that was begun, and says what became of it.</summary>
internal sealed class MailedAnswer(CliContext cli, KnowledgeBase knowledge, bool quiet, bool json)
{
    private readonly MailCase _mail = new(knowledge, cli.Clock);
    private readonly MailOutcome _outcome = new(knowledge, cli.Clock);

    /// <summary>Sends once; run again, it goes on from where it stood.</summary>
    /// <returns>The exit code: done only when the mail is known to be sent.</returns>
    public async Task<int> SendAsync(
        CaseWork work,
        MailAccount account,
        MailSender sender,
        string by,
        IReadOnlyList<RuleOverride> overrides,
        CancellationToken cancel
    )
    {
        var outbox = new Outbox(work.Paths.Outbox, cli.Clock);
        if (work.Record.Leaving is null)
        {
            work = _mail.Prepare(work, account, by, overrides, outbox);
        }

        LeavingMail leaving = work.Record.Leaving!;
        SendResult? result;
        using (var line = new MailProgress(cli, quiet))
        {
            result = await MailCase.GoOnAsync(leaving, account, outbox, sender, line, cancel);
        }

        return result is null ? Lost(leaving) : Told(_outcome.Record(work, result, outbox), result);
    }

    /// <summary>Takes a person's word on the mail that leaves.</summary>
    public int Decide(CaseWork work, MailWord word, string by, string because)
    {
        work = _outcome.Decide(work, word, by, because, new Outbox(work.Paths.Outbox, cli.Clock));
        if (json)
        {
            cli.Out.WriteLine(MailJson.Of(work.Record));
            return ExitCode.Done;
        }

        cli.Out.WriteLine(Say.Get($"Mail_Word_{word}"));
        return ExitCode.Done;
    }

    private int Told(CaseWork work, SendResult result)
    {
        bool sent = result is SendResult.Sent;
        if (json)
        {
            cli.Out.WriteLine(sent ? AppealJson.Serialize(work.Record.Rounds[^1].Sent) : MailJson.Of(result));
            return sent ? ExitCode.Done : ExitCode.NotPassed;
        }

        foreach (string sentence in Sentences(work, result))
        {
            cli.Out.WriteLine(sentence);
        }

        return sent ? ExitCode.Done : ExitCode.NotPassed;
    }

    private static IEnumerable<string> Sentences(CaseWork work, SendResult result)
    {
        switch (result)
        {
            case SendResult.Sent sent:
                SentAppeal round = work.Record.Rounds[^1].Sent;
                yield return Say.Get(
                    "Mail_Sent",
                    round.Round,
                    Figures.Moment(round.At),
                    round.Mail!.To,
                    Path.GetRelativePath(work.Paths.Folder, work.Paths.Round(round.Round)).Replace('\\', '/')
                );
                if (sent.Filing is { } why)
                {
                    yield return Say.Get("Mail_NotFiled", why);
                }

                yield return Say.Get("Send_After");
                break;
            case SendResult.NotSent not:
                yield return Say.Get("Mail_NotSent", not.Reason);
                yield return not.Retry switch
                {
                    Retry.No => Say.Get("Mail_Final"),
                    _ when not.NotBefore is { } from => Say.Get("Mail_AgainFrom", Figures.Moment(from)),
                    _ => Say.Get("Mail_Again"),
                };
                break;
            case SendResult.Uncertain uncertain:
                yield return Say.Get("Mail_Uncertain", uncertain.Reason);
                yield return uncertain.LookAgainAt is { } look
                    ? Say.Get("Mail_LookFrom", Figures.Moment(look))
                    : Say.Get("Mail_Settle");
                break;
        }
    }

    private int Lost(LeavingMail leaving)
    {
        cli.Error.WriteLine(Say.Get("Mail_Lost", leaving.Sent.Mail!.MessageId));
        return ExitCode.NotPassed;
    }
}
